import JSONText
import MailTypes
import WaxwingCore

extension AdministrationAPI {
    /// `GET` tells how the keys of Easy DKIM stand, `POST` has them changed.
    func identities(
        _ id: AccountID, _ path: [String], _ request: Request
    ) async throws -> Answer {
        guard path.count == 2, path[1] == "dkim-rotation" else { throw Self.nothing }
        guard let name = try? IdentityName(parsing: path[0]) else {
            throw ServiceError.invalidParameter(
                "'\(path[0].prefix(60))' is no domain and no address.")
        }
        let region = try request.query["region"].map(AdministrationInput.region) ?? .standard
        let scope = Scope(account: id, region: region)
        switch request.method {
        case "GET":
            return Answer(try await administration.dkimKeys(of: name, in: scope).document)
        case "POST":
            return Answer(try await administration.rotateDKIM(of: name, in: scope).document)
        default: throw Self.wrongMethod
        }
    }
}

extension Administration.DKIMKeys {
    fileprivate var document: Document {
        var fields: [Document.Field] = [
            .init("identity", .string(name.description)),
            .init("account", .string(scope.account.description)),
            .init("region", .string(scope.region.description)),
            .init("rotationWanted", .bool(keys.rotationIsWanted)),
        ]
        if let signing = keys.signingKey {
            fields.append(.init("signing", Self.key(signing.selector, keys.keyLength, [])))
        }
        if let next {
            fields.append(
                .init(
                    "next",
                    Self.key(
                        next.slot.key.selector, keys.nextKeyLength,
                        [.init("from", .string(next.from.iso8601))])))
        }
        return .object(fields)
    }

    private static func key(
        _ selector: String, _ length: EasyDKIM.KeyLength, _ more: [Document.Field]
    ) -> Document {
        .object(
            [
                .init("selector", .string(selector)),
                .init("bits", .integer(Int64(length.bits))),
            ] + more)
    }
}
