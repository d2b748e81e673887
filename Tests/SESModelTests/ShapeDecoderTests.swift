import JSONText
import MailTypes
import SESModel
import Testing

@Suite struct ShapeDecoderTests {
    private func failure<Shape: Structure>(
        _ shape: Shape.Type, _ document: Document, _ format: ShapeDecoder.Format = .json
    ) -> ShapeDecoder.Failure? {
        do throws(ShapeDecoder.Failure) {
            _ = try ShapeDecoder.decode(shape, from: document, as: format)
            return nil
        } catch {
            return error
        }
    }

    private func object(_ fields: (String, Document)...) -> Document {
        .object(fields.map { .init($0.0, $0.1) })
    }

    @Test func collectsEveryViolation() {
        let document = object(
            ("PoolName", .string("p")),
            ("Tags", .array([object(("Key", .string("k")))])),
            ("ScalingMode", .string("HUGE")))
        #expect(
            failure(SESv2.CreateDedicatedIpPoolRequest.self, document)
                == .invalid([
                    .init(path: "tags.1.member.value", requirement: "Member must not be null"),
                    .init(
                        path: "scalingMode",
                        requirement: "Member must satisfy enum value set: [STANDARD, MANAGED]"),
                ]))
    }

    @Test func tellsOfAMissingStructureOnce() {
        guard case .invalid(let violations)? = failure(SESv1.SendEmailRequest.self, .null) else {
            Issue.record("no violations")
            return
        }
        #expect(violations.map(\.path) == ["source", "destination", "message"])
        #expect(
            ConstraintViolation.message(for: violations)
                == "3 validation errors detected: "
                + "Value at 'source' failed to satisfy constraint: Member must not be null; "
                + "Value at 'destination' failed to satisfy constraint: Member must not be null; "
                + "Value at 'message' failed to satisfy constraint: Member must not be null")
        #expect(
            ConstraintViolation.message(for: Array(violations.prefix(1)))
                .hasPrefix("1 validation error detected: Value at 'source'"))
    }

    @Test(arguments: [
        (0, "Member must have length greater than or equal to 1"),
        (127, "Member must have length less than or equal to 126"),
    ])
    func boundsLengths(count: Int, requirement: String) {
        let header = SESv2.MessageHeader(
            name: String(repeating: "x", count: count), value: "v")
        guard case .invalid(let violations)? = failure(SESv2.MessageHeader.self, header.document)
        else {
            Issue.record("no violations")
            return
        }
        #expect(violations.first == .init(path: "name", requirement: requirement))
    }

    @Test func boundsNumbers() {
        #expect(
            failure(SESv2.DeliveryOptions.self, object(("MaxDeliverySeconds", .integer(299))))
                == .invalid([
                    .init(
                        path: "maxDeliverySeconds",
                        requirement: "Member must have value greater than or equal to 300")
                ]))
        #expect(
            failure(SESv2.DeliveryOptions.self, object(("MaxDeliverySeconds", .integer(50_400))))
                == nil)
    }

    @Test(arguments: [
        (Document.integer(1), "NUMBER_VALUE can not be converted to a String"),
        (.bool(true), "TRUE_VALUE can not be converted to a String"),
        (.array([]), "START_ARRAY can not be converted to a String"),
    ])
    func refusesOtherTypes(value: Document, message: String) {
        #expect(
            failure(SESv2.Content.self, object(("Data", value))) == .malformed(message))
    }

    @Test func takesNullForAbsent() throws {
        let account = try ShapeDecoder.decode(
            SESv2.Content.self, from: object(("Data", .string("x")), ("Charset", .null)), as: .json)
        #expect(account == SESv2.Content(data: "x"))
    }

    @Test(arguments: ["", "AA==", "SGk=", "SGVsbG8h", "SGVs\r\nbG8h", "////"])
    func readsBlobs(text: String) throws {
        let message = try ShapeDecoder.decode(
            SESv2.RawMessage.self, from: object(("Data", .string(text))), as: .json)
        #expect(message.data.bytes == Base64.decode(text, .ignoringWhitespace))
    }

    @Test(arguments: ["A", "A===", "SGk", "S*k=", "=AAA", "AA=A", "\u{e9}AAA"])
    func refusesWhatIsNoBlob(text: String) {
        let read = failure(SESv2.RawMessage.self, object(("Data", .string(text))))
        #expect((read == nil) == (Base64.decode(text, .ignoringWhitespace) != nil))
    }

    @Test func readsListsAndFlagsOfTheQueryProtocol() throws {
        let members = object(("10", .string("c")), ("2", .string("b")), ("1", .string("a")))
        let identities = try ShapeDecoder.decode(
            SESv1.GetIdentityDkimAttributesRequest.self,
            from: object(("Identities", object(("member", members)))), as: .query)
        #expect(identities.identities == ["a", "b", "c"])
        let dkim = try ShapeDecoder.decode(
            SESv1.SetIdentityDkimEnabledRequest.self,
            from: object(("Identity", .string("a")), ("DkimEnabled", .string("true"))), as: .query)
        #expect(dkim.dkimEnabled)
    }

    @Test func readsAnEmptyListOfTheQueryProtocol() throws {
        let request = try ShapeDecoder.decode(
            SESv1.GetIdentityDkimAttributesRequest.self,
            from: object(("Identities", .string(""))), as: .query)
        #expect(request.identities == [])
    }
}
