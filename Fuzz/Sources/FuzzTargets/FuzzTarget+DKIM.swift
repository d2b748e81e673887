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
        let whole = DKIMBodyHasher(canonicalization: .relaxed)
        whole.update(bytes[...])
        let pieces = DKIMBodyHasher(canonicalization: .relaxed)
        for byte in bytes { pieces.update([byte]) }
        require(whole.finish() == pieces.finish(), "pieces hash as the whole")
    }
}
