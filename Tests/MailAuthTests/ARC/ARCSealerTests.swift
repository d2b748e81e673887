import MailTypes
import Testing

@testable import MailAuth

@Suite struct ARCSealerTests {
    private func seal(
        _ message: [UInt8], chain: ARCEvaluation, results: String = "mx.example; spf=pass"
    ) throws -> ARCSealing {
        try ARCSamples.sealer().seal(
            message[...], chain: chain, authenticationResults: results.bytes, at: ARCSamples.now)
    }

    @Test func writesTheInstanceFirstAndTheSignatureLast() async throws {
        let chain = await ARCSamples.verify(ARCSamples.message)
        guard
            case .sealed(let fields) = try seal(
                ARCSamples.message, chain: chain,
                results: "mx.example;\r\n spf=pass smtp.mailfrom=example.com;\r\n\tdkim=none")
        else {
            Issue.record("not sealed")
            return
        }
        let text = String(decoding: fields, as: UTF8.self)
        let lines = text.split(separator: "\r\n")
        #expect(
            text.hasPrefix(
                "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=one.example; s=s; t=1700000000;\r\n\tb="))
        #expect(
            lines.contains("ARC-Message-Signature: i=1; a=rsa-sha256;"), "\(lines)")
        #expect(
            text.hasSuffix(
                "ARC-Authentication-Results: i=1; mx.example; spf=pass\r\n"
                    + "\tsmtp.mailfrom=example.com; dkim=none\r\n"))
        for line in lines { #expect(line.utf8.count <= 78, "\(line)") }
    }

    @Test func sealsABrokenChainAsFailed() async throws {
        let first = try await ARCSamples.seal(ARCSamples.message, with: ARCSamples.sealer())
        let broken = first.replacing("gang", with: "gong")
        let second = try await ARCSamples.seal(broken, with: ARCSamples.sealer("two.example"))
        let evaluation = await ARCSamples.verify(second)
        #expect(evaluation.result == .fail(.sealedAsFailed, instance: 2))
        #expect(evaluation.isSealedAsFailed)
        // Its own set alone is covered, and holds.
        #expect(evaluation.sets.last?.seal.verdict == .pass)
        #expect(try seal(second, chain: evaluation) == .notSealed(.sealedAsFailed))
    }

    @Test func sealsWhatCannotBeUnderstoodAsFailed() async throws {
        let message = "ARC-Seal: i=3; cv=pass\r\n".bytes + ARCSamples.message
        let chain = await ARCSamples.verify(message)
        guard case .sealed(let fields) = try seal(message, chain: chain) else {
            Issue.record("not sealed")
            return
        }
        #expect(
            String(decoding: fields, as: UTF8.self).contains(
                "ARC-Seal: i=4; a=rsa-sha256; cv=fail;"))
    }

    @Test func leavesAChainAloneThatMayHold() async throws {
        let message = try await ARCSamples.seal(ARCSamples.message, with: ARCSamples.sealer())
        var keys = ARCSamples.keys()
        keys.lookups["s._domainkey.one.example"] = .temporaryFailure("timeout")
        let chain = await ARCSamples.verify(message, keys: keys)
        #expect(try seal(message, chain: chain) == .notSealed(.keyUnknown))
    }

    @Test func sealsNoMoreThanFiftyTimes() async throws {
        var message = ARCSamples.message
        for _ in 0..<50 {
            message = try await ARCSamples.seal(message, with: ARCSamples.sealer())
        }
        let chain = await ARCSamples.verify(message)
        #expect(chain.highestInstance == 50)
        #expect(try seal(message, chain: chain) == .notSealed(.tooManySets))
    }

    /// Sets that went missing since the check cannot be sealed as a chain that passed.
    @Test func noticesSetsThatAreGone() async throws {
        let message = try await ARCSamples.seal(ARCSamples.message, with: ARCSamples.sealer())
        let chain = await ARCSamples.verify(message)
        guard case .sealed(let fields) = try seal(ARCSamples.message, chain: chain) else {
            Issue.record("not sealed")
            return
        }
        #expect(String(decoding: fields, as: UTF8.self).contains("i=2; a=rsa-sha256; cv=fail;"))
    }

    @Test func sealsWithEd25519AndEveryOption() async throws {
        let key = try Ed25519PrivateKey.generate()
        var sealer = ARCSealer(
            signingDomain: "one.example", selector: "s", key: .ed25519(key))
        let keys = StaticDKIMKeys([
            "s._domainkey.one.example": .records([sealer.key.keyRecord.formatted.bytes])
        ])
        for body in DKIMCanonicalization.allCases {
            for order in [ARCSealer.TagOrder.instanceFirst, .alphabetical] {
                for limit in [0, 78, 5000] {
                    sealer.bodyCanonicalization = body
                    sealer.tagOrder = order
                    sealer.lineLengthLimit = limit
                    sealer.signedFields =
                        limit == 0 ? .exactly(["from", "To", "x"]) : .chosen(.sealed)
                    let message = try await ARCSamples.seal(
                        ARCSamples.message, with: sealer, keys: keys)
                    #expect(await ARCSamples.verify(message, keys: keys).result == .pass)
                }
            }
        }
    }

    @Test func signsWhatIsThere() async throws {
        let dkim = try DKIMSigner(
            signingDomain: "one.example", selector: "s", key: .rsa(ARCSamples.key.get())
        ).sign(ARCSamples.message, at: ARCSamples.now)
        let message = try await ARCSamples.seal(
            dkim + "Authentication-Results: x; none\r\n".bytes + ARCSamples.message,
            with: ARCSamples.sealer())
        let evaluation = await ARCSamples.verify(message)
        let names = evaluation.sets.first?.messageSignature.signature?.signedFields ?? []
        #expect(names.starts(with: ["DKIM-Signature", "From", "From"]))
        #expect(!names.contains { $0.hasPrefix("A") })
    }

    @Test(arguments: [
        ("Authentication-Results: mx.example; spf=pass\r\n", "mx.example; spf=pass"),
        (
            "Authentication-Results: mx.example 1; spf=pass;\r\n\tdkim=pass\r\n"
                + "Authentication-Results: (c) \"MX.example\" (d); arc=none;\r\n",
            "mx.example; spf=pass;\r\n\tdkim=pass; arc=none"
        ),
        ("Authentication-Results: other.example; spf=pass\r\n", "mx.example; none"),
        ("Authentication-Results: mx.example; none\r\n", "mx.example; none"),
        ("Authentication-Results: mx.example 2; spf=pass\r\n", "mx.example; none"),
        ("Authentication-Results: mx.example\r\n", "mx.example; none"),
        ("", "mx.example; none"),
    ])
    func putsTheResultsOfOneADMDTogether(fields: String, payload: String) {
        let found = ARCAuthenticationResults.payload(
            from: fields.bytes[...], authservID: "mx.example")
        #expect(String(decoding: found, as: UTF8.self) == payload)
    }
}
