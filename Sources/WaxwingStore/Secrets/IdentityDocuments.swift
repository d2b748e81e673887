import Foundation
import MailTypes
import WaxwingCore

/// Identities as text in the database: JSON in which the private keys are encrypted.
struct IdentityDocuments {
    private static let mark = "sealed:"

    let keys: DataKeys
    let transaction: any SQLTransaction

    /// For transactions that write.
    func encode(_ identity: Identity, in scope: Scope) throws -> String {
        guard identity.dkim != nil else { return try JSONText.encode(identity) }
        let key = try keys.keyForSealing(of: scope.account, in: transaction)
        let name = identity.name
        let encoder = JSONEncoder()
        encoder.userInfo[PrivateKeyWriting.key] = PrivateKeyWriting { selector, privateKey in
            let place = Self.place(name, selector, scope)
            return Self.mark + Base64.encode(key.seal(SecretText(privateKey), for: place))
        }
        return String(decoding: try encoder.encode(identity), as: UTF8.self)
    }

    /// Keys that were stored before there was encryption are read as they are.
    func decode(_ text: String, in scope: Scope) throws -> Identity {
        guard text.contains(Self.mark) else {
            return try JSONText.decode(Identity.self, from: text)
        }
        guard let key = try keys.key(of: scope.account, in: transaction) else {
            throw StoreError.unavailable("the key of the account \(scope.account) is missing")
        }
        // The name is that of the row, which is in the text too.
        let name = try JSONText.decode(Named.self, from: text).name
        let decoder = JSONDecoder()
        decoder.userInfo[PrivateKeyWriting.key] = PrivateKeyWriting { selector, written in
            guard written.hasPrefix(Self.mark) else { return written }
            let sealed = Base64.decode(String(written.dropFirst(Self.mark.count))) ?? []
            return try key.openText(sealed, for: Self.place(name, selector, scope)).revealed
        }
        return try JSONText.decode(Identity.self, from: text, by: decoder)
    }

    private struct Named: Decodable {
        let name: IdentityName
    }

    private static func place(_ name: IdentityName, _ selector: String, _ scope: Scope) -> String {
        "identity \(scope.account) \(scope.region) \(name) \(selector)"
    }
}
