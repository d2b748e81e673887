import MailTypes

@testable import MailAuth

/// Messages sealed here, hop by hop.
enum ARCSamples {
    static let message = """
        From: Joe <joe@example.com>
        To: list@example.net
        Subject: Hello
        Date: Thu, 14 Jan 2015 15:00:01 -0800
        Message-ID: <a@example.com>

        Hey gang,
        This is a test message.

        """.withLineEnds

    static let now = UnixTime(seconds: 1_700_000_000)

    /// Made once for all tests: to make a key takes a while.
    static let key = Result { try RSAPrivateKey(parsing: Samples.rsaKey) }

    static func sealer(_ domain: DomainName = "one.example") throws -> ARCSealer {
        ARCSealer(signingDomain: domain, selector: "s", key: .rsa(try key.get()))
    }

    static func keys(_ domains: DomainName...) -> StaticDKIMKeys {
        var keys = StaticDKIMKeys()
        for domain in domains.isEmpty ? ["one.example", "two.example"] : domains {
            if let name = try? domain.prefixed(with: "s._domainkey") {
                keys.lookups[name] = .records([Samples.rsaKeyRecord.bytes])
            }
        }
        return keys
    }

    static func verify(
        _ message: [UInt8], keys: StaticDKIMKeys = keys()
    ) async -> ARCEvaluation {
        await ARCVerifier().verify(message, keys: keys, now: now)
    }

    /// The message with one more set, sealed with what checking it shows.
    static func seal(
        _ message: [UInt8], with sealer: ARCSealer, results: String = "mx.example; spf=pass",
        keys: StaticDKIMKeys = keys(), change: ([UInt8]) -> [UInt8] = { $0 }
    ) async throws -> [UInt8] {
        let chain = await verify(message, keys: keys)
        let changed = change(message)
        let sealing = try sealer.seal(
            changed[...], chain: chain, authenticationResults: results.bytes, at: now)
        guard case .sealed(let fields) = sealing else { return changed }
        return fields + changed
    }
}
