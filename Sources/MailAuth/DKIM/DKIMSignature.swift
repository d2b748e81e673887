public import MailTypes

/// What a DKIM-Signature field says (RFC 6376 §3.5).
public struct DKIMSignature: Equatable, Sendable {
    public let algorithm: DKIMAlgorithm  // a=
    public let signature: [UInt8]  // b=
    public let bodyHash: [UInt8]  // bh=
    public let headerCanonicalization: DKIMCanonicalization  // c=, before the slash
    public let bodyCanonicalization: DKIMCanonicalization  // c=, behind it
    /// May hold U-labels in an internationalized message (RFC 8616 §5).
    public let signingDomain: DomainName  // d=
    /// Names of fields, as written; a name may come several times.
    public let signedFields: [String]  // h=
    /// `@` with the signing domain where the field has none.
    public let agentIdentifier: DKIMAgentIdentifier  // i=
    /// Canonical bytes of the body that are signed; nil for all.
    public let bodyLength: UInt64?  // l=
    public let selector: DomainName  // s=
    public let timestamp: UnixTime?  // t=
    public let expiration: UnixTime?  // x=

    /// Where the key is: `selector._domainkey.domain` (§3.6.2.1).
    public let keyName: DomainName
}
