import MailAuth
import MailTypes

extension FuzzTarget {
    static let arc = FuzzTarget("arc") { bytes in
        let now = UnixTime(seconds: 1_700_000_000)
        let hashed = MessageHashing.hash(bytes[...])
        let names = hashed.arc.keyNames + hashed.dkim.keyNames
        let lookups = Dictionary(
            names.map { ($0, DKIMKeyLookup.records([bytes])) }, uniquingKeysWith: { $1 })
        let chain = hashed.arc.evaluation(lookups: lookups, now: now)
        require(!chain.isPass, "nobody seals by chance")
        require(chain.step.subject == "ARC", "every result has its steps")
        _ = hashed.dkim.results(lookups: lookups, now: now).map(\.step)
        // White space would continue the field in front of it.
        guard bytes.first.map(\.isSpaceOrTab) != true else { return }
        let payload = ARCAuthenticationResults.payload(from: bytes[...], authservID: "a")
        guard let key = try? Self.key.get(),
            case .sealed(let fields)? = try? ARCSealer(
                signingDomain: "a.example", selector: "s", key: .ed25519(key)
            ).seal(bytes[...], chain: chain, authenticationResults: payload, at: now)
        else { return }
        let sealed = ARCVerifier().hash((fields + bytes)[...])
        let keys = DKIMKeyLookup.keys([
            DKIMKey(parsing: Array(DKIMPrivateKey.ed25519(key).keyRecord.formatted.utf8))
        ])
        let again = sealed.evaluation(lookups: ["s._domainkey.a.example": keys], now: now)
        require(
            again.isPass == (chain.status == .none) || again.sets.isEmpty,
            "what is sealed first passes")
    }

    private static let key = Result {
        try Ed25519PrivateKey(rawBytes: [UInt8](repeating: 7, count: 32))
    }
}
