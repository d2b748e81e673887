public import MailTypes

/// What became of one DKIM-Signature field.
public struct DKIMSignatureResult: Equatable, Sendable {
    public var verdict: DKIMVerdict

    // What the field says about itself, as far as it could be read.

    public var signingDomain: DomainName?  // d=
    public var selector: DomainName?  // s=
    public var agentIdentifier: DKIMAgentIdentifier?  // i=
    /// As written, lower-cased.
    public var algorithmName: String?  // a=
    /// The first characters of `b=`, which tell signatures apart (`header.b`, RFC 6008).
    public var signaturePrefix: String?

    /// Everything that the field says, when it could be read in full.
    public var signature: DKIMSignature?

    // What the check showed, when it came so far.

    /// The key record that was used, or that told why there is no usable key.
    public var key: DKIMKey?
    /// What the signed header fields hash to.
    public var headerHash: [UInt8]?
    /// What the body hashes to.
    public var bodyHash: [UInt8]?
    /// Whether the body is the signed one.
    public var bodyHashMatches: Bool?
    /// Whether the signed fields are as they were signed, whatever became of the body.
    public var signatureMatches: Bool?

    /// Inlined, so that to ask it of one in a list copies nothing.
    @inlinable public var isPass: Bool {
        if case .pass = verdict { true } else { false }
    }

    /// The key's owner is testing (`t=y`): the message must be treated as if it were not signed,
    /// whatever the verdict (RFC 6376 §3.6.1).
    public var isTesting: Bool { key?.record?.isTesting ?? false }

    /// Size of the RSA key, where there is one that is long enough to be read at all.
    public var keySizeInBits: Int? {
        guard case .success(.rsa(let key)) = key?.publicKey else { return nil }
        return key.sizeInBits
    }
}
