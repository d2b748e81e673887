import MailAuth
import MailTypes

extension FuzzTarget {
    static let dkim = FuzzTarget("dkim") { bytes in
        _ = try? DKIMSignature(parsing: bytes[...])
        if let record = try? DKIMKeyRecord(parsing: bytes) { _ = try? record.publicKey() }
        let hashed = DKIMVerifier().hash(bytes[...])
        let now = UnixTime(seconds: 1_700_000_000)
        let lookups = Dictionary(
            hashed.keyNames.map { ($0, DKIMKeyLookup.records([bytes])) }, uniquingKeysWith: { $1 })
        for result in hashed.results(lookups: lookups, now: now) {
            require(!result.isPass, "nobody signs by chance")
        }
        for explanation in DKIMVerifier().explain(bytes[...], lookups: lookups, now: now) {
            require(explanation.result.isPass == false, "to explain changes no verdict")
            _ = explanation.step
        }
        explainChanges(bytes, now)
        let whole = DKIMBodyHasher(canonicalization: .relaxed)
        whole.update(bytes[...])
        let pieces = DKIMBodyHasher(canonicalization: .relaxed)
        for byte in bytes { pieces.update([byte]) }
        require(whole.finish() == pieces.finish(), "pieces hash as the whole")
    }

    /// Signs the bytes as a message with an author, changes them, and asks what was changed.
    private static func explainChanges(_ bytes: [UInt8], _ now: UnixTime) {
        guard bytes.count > 4, let key = try? signingKey.get() else { return }
        var signer = DKIMSigner(signingDomain: "a.example", selector: "s", key: .rsa(key))
        if bytes[0] & 1 == 0 { signer.headerCanonicalization = .simple }
        if bytes[0] & 2 == 0 { signer.bodyCanonicalization = .relaxed }
        let message = Array("From: a@a.example\r\nSubject: b\r\n".utf8) + bytes[1...]
        guard let field = try? signer.sign(message, at: now) else { return }
        var changed = message
        changed[19 + Int(bytes[1]) % (changed.count - 19)] ^= 1
        let keys = DKIMKeyLookup.records([Array(signer.key.keyRecord.formatted.utf8)])
        for message in [field + message, field + changed] {
            for explanation in DKIMVerifier().explain(
                message[...], lookups: ["s._domainkey.a.example": keys], now: now)
            {
                require(
                    explanation.result.isPass || explanation.diagnosis != nil
                        || explanation.result.signature == nil
                        || explanation.result.signatureMatches == nil,
                    "a wrong hash has a diagnosis")
            }
        }
    }

    private static let signingKey = Result { try RSAPrivateKey.generate(sizeInBits: 1024) }
}
