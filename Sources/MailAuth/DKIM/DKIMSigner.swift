public import MailTypes

/// Signs messages for one domain with one key (RFC 6376 §5).
///
///     let signer = DKIMSigner(
///         signingDomain: DomainName("example.com"), selector: DomainName("s1"), key: .rsa(key))
///     let signed = try signer.sign(message, at: now) + message
public struct DKIMSigner: Sendable {
    public var signingDomain: DomainName  // d=
    public var selector: DomainName  // s=
    public var key: DKIMPrivateKey
    public var headerCanonicalization = DKIMCanonicalization.relaxed
    public var bodyCanonicalization = DKIMCanonicalization.simple
    public var signedFields = DKIMSignedFields.standard
    /// Left out when nil; its domain must be the signing domain or below it.
    public var agentIdentifier: DKIMAgentIdentifier?  // i=
    /// How long the signature holds; for ever when nil.
    public var lifetime: Duration?  // x=

    public init(signingDomain: DomainName, selector: DomainName, key: DKIMPrivateKey) {
        self.signingDomain = signingDomain
        self.selector = selector
        self.key = key
    }

    /// The DKIM-Signature field for a message, folded, with its CRLF: put it in front.
    ///
    /// - Parameter message: header section, empty line and body, with CRLF line ends, as it will
    ///   go out: after transfer encoding, before dot-stuffing (§5.3).
    public func sign(
        _ message: ArraySlice<UInt8>, at time: UnixTime
    ) throws(DKIMSigningError) -> [UInt8] {
        try Self.sign(message, with: [self], at: time)
    }

    public func sign(_ message: [UInt8], at time: UnixTime) throws(DKIMSigningError) -> [UInt8] {
        try sign(message[...], at: time)
    }

    /// The fields of several signers for one message, the first signer's on top.
    ///
    /// Each signs the message without the others' fields. The body is hashed once for each
    /// canonicalization among them.
    public static func sign(
        _ message: ArraySlice<UInt8>, with signers: [DKIMSigner], at time: UnixTime
    ) throws(DKIMSigningError) -> [UInt8] {
        let (fields, bodyStart) = HeaderFieldScanner.scan(message)
        let table = HeaderFieldTable(fields)
        var bodyHashes: [DKIMCanonicalization: SHA256Digest] = [:]
        var signed: [UInt8] = []
        for signer in signers {
            let canonicalization = signer.bodyCanonicalization
            if bodyHashes[canonicalization] == nil {
                let hasher = DKIMBodyHasher(canonicalization: canonicalization)
                hasher.update(message[bodyStart...])
                bodyHashes[canonicalization] = hasher.finish()
            }
            guard let bodyHash = bodyHashes[canonicalization] else { continue }
            signed += try signer.sign(table, bodyHash: bodyHash, at: time)
        }
        return signed
    }

    /// The same for a header section whose body was hashed before, as ``DKIMBodyHasher`` does.
    public func sign(
        headerSection: ArraySlice<UInt8>, bodyHash: SHA256Digest, at time: UnixTime
    ) throws(DKIMSigningError) -> [UInt8] {
        let fields = HeaderFieldScanner.scan(headerSection).fields
        return try sign(HeaderFieldTable(fields), bodyHash: bodyHash, at: time)
    }

    static let fieldName = "DKIM-Signature"

    private func sign(
        _ table: HeaderFieldTable, bodyHash: SHA256Digest, at time: UnixTime
    ) throws(DKIMSigningError) -> [UInt8] {
        guard !table.indices(named: "From").isEmpty else {
            throw DKIMSigningError.noFromField
        }
        if let agentIdentifier, !agentIdentifier.domain.isEqualToOrBelow(signingDomain) {
            throw DKIMSigningError.agentIdentifierOutsideDomain
        }
        let (mentions, fields) = signedFields.select(from: table)
        var field = unsignedField(mentions, bodyHash: bodyHash, at: time)
        var text: [UInt8] = []
        text.reserveCapacity(4096)
        for signed in fields { headerCanonicalization.append(signed, to: &text) }
        let nameEnd = Self.fieldName.utf8.count
        let unsigned = HeaderField(
            bytes: field.bytes[...], name: field.bytes[..<nameEnd],
            value: field.bytes[(nameEnd + 1)...])
        headerCanonicalization.append(unsigned, to: &text)
        text.removeLast(2)
        do {
            field.appendFolded(base64: try key.sign(SHA256Digest.hash(text)))
        } catch {
            throw DKIMSigningError.key(error)
        }
        return field.bytes + DKIMCanonicalization.lineEnd
    }

    /// The field up to the `=` of `b=`, in the order in which SES writes it.
    private func unsignedField(
        _ mentions: [String], bodyHash: SHA256Digest, at time: UnixTime
    ) -> SignatureFieldWriter {
        var field = SignatureFieldWriter(Self.fieldName)
        field.append("v=1")
        field.append("a=\(key.algorithm.rawValue)")
        field.append("q=dns/txt")
        field.append("c=\(headerCanonicalization.rawValue)/\(bodyCanonicalization.rawValue)")
        field.append("s=\(selector)")
        field.append("d=\(signingDomain)")
        if let agentIdentifier { field.append("i=\(agentIdentifier.encoded)") }
        field.append("t=\(time.seconds)")
        if let lifetime { field.append("x=\((time + lifetime).seconds)") }
        field.append("h", words: mentions)
        field.append("bh=\(Base64.encode(bodyHash.bytes))")
        field.startSignature()
        return field
    }
}

/// Why a message was not signed.
public enum DKIMSigningError: Error, Equatable, Sendable {
    /// Every signature covers From (RFC 6376 §5.4), and there is none.
    case noFromField
    /// The domain of `i=` is neither `d=` nor below it.
    case agentIdentifierOutsideDomain
    /// More names were asked for than verifiers take.
    case tooManySignedFields
    case key(KeyError)
}
