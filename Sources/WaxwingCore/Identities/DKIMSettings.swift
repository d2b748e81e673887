public import MailTypes

/// How mail from a domain identity is signed.
public struct DKIMSettings: Equatable, Sendable, Codable {
    public enum Origin: Equatable, Sendable, Codable {
        /// Keys made and rotated by the service, behind three CNAME records (Easy DKIM).
        case easy(EasyDKIM)
        /// A key that the customer made and publishes (BYODKIM).
        case external(ExternalDKIM)
        /// The keys of the same domain in another region (DEED).
        case replica(ReplicaDKIM)
    }

    public var signingEnabled: Bool
    public var status: VerificationStatus
    public var origin: Origin
    /// When the records were last found.
    public var lastSeenAt: UnixTime?

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
        case .replica(let replica): replica.keys?.keys.map(\.selector) ?? []
        }
    }

    /// The keys that the service made, the identity's own or those it replicates.
    public var easy: EasyDKIM? {
        switch origin {
        case .easy(let easy): easy
        case .replica(let replica): replica.keys
        case .external: nil
        }
    }

    /// The key that signs now.
    public var signingKey: DKIMKeyPair? {
        switch origin {
        case .easy(let easy): easy.signingKey
        case .external(let external): external.key
        case .replica(let replica): replica.keys?.signingKey
        }
    }
}

/// A private key and the selector it is published under.
public struct DKIMKeyPair: Equatable, Sendable {
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

/// How private keys are written into what is stored, and read from it: a coder's `userInfo` holds
/// it under ``key``. Without one they are written as they are.
public struct PrivateKeyWriting: Sendable {
    public static let key = CodingUserInfoKey(rawValue: "private keys")!  // any text makes one

    let rewrite: @Sendable (_ selector: String, _ privateKey: String) throws -> String

    /// - Parameter rewrite: what is written in place of a key, or read in place of what was written.
    public init(
        _ rewrite: @escaping @Sendable (_ selector: String, _ privateKey: String) throws -> String
    ) { self.rewrite = rewrite }

    fileprivate static func rewrite(
        _ selector: String, _ privateKey: String, _ userInfo: [CodingUserInfoKey: Any]
    ) throws -> String {
        guard let writing = userInfo[key] as? PrivateKeyWriting else { return privateKey }
        return try writing.rewrite(selector, privateKey)
    }
}

extension DKIMKeyPair: Codable {
    private enum CodingKeys: String, CodingKey { case selector, privateKey, publicKey }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        selector = try container.decode(String.self, forKey: .selector)
        publicKey = try container.decode(String.self, forKey: .publicKey)
        privateKey = try PrivateKeyWriting.rewrite(
            selector, container.decode(String.self, forKey: .privateKey), decoder.userInfo)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(selector, forKey: .selector)
        try container.encode(publicKey, forKey: .publicKey)
        try container.encode(
            PrivateKeyWriting.rewrite(selector, privateKey, encoder.userInfo),
            forKey: .privateKey)
    }
}

public struct ExternalDKIM: Equatable, Sendable, Codable {
    public var key: DKIMKeyPair

    public init(key: DKIMKeyPair) { self.key = key }
}
