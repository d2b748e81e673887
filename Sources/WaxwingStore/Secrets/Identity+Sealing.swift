import MailTypes
import WaxwingCore

/// An identity as text in the database: JSON in which the private keys are encrypted.
struct IdentityDocuments {
    private static let mark = "sealed:"

    let keys: DataKeys
    let transaction: any SQLTransaction

    func encode(_ identity: Identity, in scope: Scope) throws -> String {
        var identity = identity
        if let dkim = identity.dkim {
            let key = try keys.keyForSealing(of: scope.account, in: transaction)
            identity.dkim = dkim.mappingPrivateKeys { pair in
                let place = Self.place(identity.name, pair.selector, scope)
                return Self.mark + Base64.encode(key.seal(SecretText(pair.privateKey), for: place))
            }
        }
        return try JSONText.encode(identity)
    }

    /// Keys that were stored before there was encryption are read as they are.
    func decode(_ text: String, in scope: Scope) throws -> Identity {
        var identity = try JSONText.decode(Identity.self, from: text)
        guard let dkim = identity.dkim, dkim.privateKeys.contains(where: Self.isSealed) else {
            return identity
        }
        guard let key = try keys.key(of: scope.account, in: transaction) else {
            throw StoreError.unavailable("the key of the account \(scope.account) is missing")
        }
        identity.dkim = try dkim.mappingPrivateKeys { pair in
            guard Self.isSealed(pair.privateKey),
                let sealed = Base64.decode(String(pair.privateKey.dropFirst(Self.mark.count)))
            else { return pair.privateKey }
            let place = Self.place(identity.name, pair.selector, scope)
            return try key.openText(sealed, for: place).revealed
        }
        return identity
    }

    private static func isSealed(_ privateKey: String) -> Bool { privateKey.hasPrefix(mark) }

    private static func place(_ name: IdentityName, _ selector: String, _ scope: Scope) -> String {
        "identity \(scope.account) \(scope.region) \(name) \(selector)"
    }
}

extension DKIMSettings {
    fileprivate var pairs: [DKIMKeyPair] {
        switch origin {
        case .easy(let easy): easy.keys
        case .external(let external): [external.key]
        }
    }

    fileprivate var privateKeys: [String] { pairs.map(\.privateKey) }

    /// The same with another text in place of each private key.
    fileprivate func mappingPrivateKeys(
        _ transform: (DKIMKeyPair) throws -> String
    ) rethrows -> DKIMSettings {
        let changed = try pairs.map { pair in
            DKIMKeyPair(
                selector: pair.selector, privateKey: try transform(pair),
                publicKey: pair.publicKey)
        }
        var settings = self
        switch origin {
        case .easy(var easy):
            easy.keys = changed
            settings.origin = .easy(easy)
        case .external(var external):
            for pair in changed { external.key = pair }
            settings.origin = .external(external)
        }
        return settings
    }
}
