public import MailTypes

/// How mail from a domain identity is signed.
public struct DKIMSettings: Equatable, Sendable, Codable {
    public enum Origin: Equatable, Sendable, Codable {
        /// Keys made and rotated by the service, behind three CNAME records (Easy DKIM).
        case easy(EasyDKIM)
        /// A key that the customer made and publishes (BYODKIM).
        case external(ExternalDKIM)
    }

    public var signingEnabled: Bool
    public var status: VerificationStatus
    public var origin: Origin

    public init(
        signingEnabled: Bool = true, status: VerificationStatus = .notStarted, origin: Origin
    ) {
        self.signingEnabled = signingEnabled
        self.status = status
        self.origin = origin
    }

    /// The tokens of Easy DKIM, or the one selector of an external key: what SES lists as `Tokens`.
    public var tokens: [String] {
        switch origin {
        case .easy(let easy): easy.keys.map(\.selector)
        case .external(let external): [external.key.selector]
        }
    }

    /// The key that signs now.
    public var signingKey: DKIMKeyPair? {
        switch origin {
        case .easy(let easy): easy.keys.first
        case .external(let external): external.key
        }
    }
}

/// A private key and the selector it is published under.
public struct DKIMKeyPair: Equatable, Sendable, Codable {
    public let selector: String
    /// PKCS#8, DER, in base64.
    public let privateKey: String
    /// SubjectPublicKeyInfo, DER, in base64: the `p=` of the key record.
    public let publicKey: String

    public init(selector: String, privateKey: String, publicKey: String) {
        self.selector = selector
        self.privateKey = privateKey
        self.publicKey = publicKey
    }

    /// The text of the key record (RFC 6376 §3.6.1).
    public var keyRecord: String { "v=DKIM1; k=rsa; p=\(publicKey)" }
}

public struct EasyDKIM: Equatable, Sendable, Codable {
    public enum KeyLength: String, Sendable, Codable {
        case rsa1024 = "RSA_1024_BIT"
        case rsa2048 = "RSA_2048_BIT"

        public var bits: Int { self == .rsa1024 ? 1024 : 2048 }
    }

    /// Three, one for each CNAME; the first one signs.
    public var keys: [DKIMKeyPair]
    public var keyLength: KeyLength
    public var keysMadeAt: UnixTime
    /// When the owner last asked for another length: once in 24 hours is allowed.
    public var keyLengthChangedAt: UnixTime?

    public init(keys: [DKIMKeyPair], keyLength: KeyLength, keysMadeAt: UnixTime) {
        self.keys = keys
        self.keyLength = keyLength
        self.keysMadeAt = keysMadeAt
    }
}

public struct ExternalDKIM: Equatable, Sendable, Codable {
    public var key: DKIMKeyPair

    public init(key: DKIMKeyPair) { self.key = key }
}
