import MailTypes

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

public struct ExternalDKIM: Equatable, Sendable, Codable {
    public var key: DKIMKeyPair

    public init(key: DKIMKeyPair) { self.key = key }
}
