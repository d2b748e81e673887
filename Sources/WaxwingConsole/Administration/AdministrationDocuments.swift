import JSONText
import MailTypes
import WaxwingCore

// What the administration API tells of accounts.
extension Account {
    var document: Document {
        var fields: [Document.Field] = [
            .init("id", .string(id.description)), .init("name", .string(name)),
            .init("enabled", .bool(isEnabled)),
            .init("regions", .array(regions.map { .string($0.description) })),
        ]
        if let email { fields.append(.init("email", .string(email.formatted))) }
        if let organization {
            fields.append(.init("organizationPath", .string(organization.description)))
        }
        return .object(fields + [.init("createdAt", .string(createdAt.iso8601))])
    }
}

extension AccountMember {
    func document(in account: AccountID) -> Document {
        let policies = policies.sorted { $0.key < $1.key }.map { name, text in
            Document.Field(name, (try? JSONText.JSON.parse(Array(text.utf8))) ?? .string(text))
        }
        return .object([
            .init("name", .string(name.name)),
            .init("arn", .string("arn:aws:iam::\(account):\(name.kind.rawValue)/\(name.name)")),
            .init("enabled", .bool(isEnabled)), .init("policies", .object(policies)),
            .init("createdAt", .string(createdAt.iso8601)),
        ])
    }
}

extension Credential {
    var fields: [Document.Field] {
        fields(idName: kind == .accessKey ? "accessKeyId" : "userName")
    }

    /// - Parameter idName: what the id is called.
    func fields(idName: String) -> [Document.Field] {
        var fields: [Document.Field] = [
            .init(idName, .string(id)),
            .init("account", .string(account.description)),
        ]
        if let owner { fields.append(.init(owner.kind.rawValue, .string(owner.name))) }
        fields += [
            .init("status", .string(isActive ? "Active" : "Inactive")),
            .init("createdAt", .string(createdAt.iso8601)),
        ]
        if let lastUsedAt { fields.append(.init("lastUsedAt", .string(lastUsedAt.iso8601))) }
        return fields
    }

    var document: Document { .object(fields) }
}

extension Administration.NewAccessKey {
    /// With the secret, this once.
    var document: Document {
        .object(credential.fields + [.init("secretAccessKey", .string(secret.revealed))])
    }
}

extension Administration.NewSMTPCredential {
    /// With the password, this once.
    var document: Document {
        var fields = credential.fields(idName: "userName")
        fields.append(.init("password", .string(password.revealed)))
        if let region { fields.append(.init("region", .string(region.description))) }
        if let accessKey {
            fields.append(.init("secretAccessKey", .string(accessKey.secret.revealed)))
        }
        return .object(fields)
    }
}
