import JSONText
import SESModel
import Testing

@Suite struct ModelTests {
    @Test func knowsEveryOperation() {
        #expect(SESv1.operations.count == 71)
        #expect(SESv2.operations.count == 116)
        #expect(Set(SESv1.operations.map(\.name)).count == 71)
        #expect(Set(SESv2.operations.map { "\($0.method) \($0.path)" }).count == 116)
    }

    @Test func knowsHowAnOperationIsCalled() {
        let descriptor = SESv2.PutDedicatedIpInPool.descriptor
        #expect(descriptor.method == "PUT")
        #expect(descriptor.path == "/v2/email/dedicated-ips/{IP}/pool")
        #expect(descriptor.labels == ["IP": "Ip"])
        #expect(
            SESv2.ListSuppressedDestinations.descriptor.query.contains(
                QueryMember(name: "Reason", member: "Reasons", kind: .list)))
        #expect(SESv1.UpdateAccountSendingEnabled.descriptor.hasResult == false)
        #expect(SESv1.SendEmail.descriptor.errors.contains(SESv1.Errors.messageRejected))
        #expect(SESv1.Errors.configurationSetDoesNotExist.code == "ConfigurationSetDoesNotExist")
        #expect(SESv2.Errors.tooManyRequests.status == 429)
    }

    @Test func writesWhatItReads() throws {
        let request = SESv2.SendEmailRequest(
            fromEmailAddress: "a@x.example",
            destination: .init(toAddresses: ["b@y.example"]),
            content: .init(
                simple: .init(
                    subject: .init(data: "Hi"), body: .init(text: .init(data: "Hello")),
                    headers: [.init(name: "X-A", value: "1")])),
            emailTags: [.init(name: "n", value: "v")])
        let read = try ShapeDecoder.decode(
            SESv2.SendEmailRequest.self, from: request.document, as: .json)
        #expect(read == request)
    }

    @Test func ordersTheEntriesOfMaps() {
        let response = SESv1.GetIdentityVerificationAttributesResponse(verificationAttributes: [
            "b.example": .init(verificationStatus: .pending),
            "a.example": .init(verificationStatus: .success, verificationToken: "t"),
        ])
        guard case .map(let entries)? = response.document["VerificationAttributes"] else {
            Issue.record("no map")
            return
        }
        #expect(entries.map(\.name) == ["a.example", "b.example"])
    }
}
