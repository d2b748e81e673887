import MailTypes
import Testing

@testable import MailAuth

@Suite struct ARCVerifierTests {
    private func chain(
        _ count: Int, change: ([UInt8]) -> [UInt8] = { $0 }
    ) async throws -> [UInt8] {
        var message = ARCSamples.message
        for hop in 0..<count {
            let sealer = try ARCSamples.sealer(hop % 2 == 0 ? "one.example" : "two.example")
            message = try await ARCSamples.seal(message, with: sealer, change: change)
        }
        return message
    }

    @Test func findsNoChain() async {
        let evaluation = await ARCSamples.verify(ARCSamples.message)
        #expect(evaluation.result == .none)
        #expect(evaluation.status == .none)
        #expect(evaluation.step.outcome == "none")
        #expect(await ARCSamples.verify([]).result == .none)
    }

    @Test(arguments: 1...4) func passesAChain(count: Int) async throws {
        let evaluation = await ARCSamples.verify(try await chain(count))
        #expect(evaluation.result == .pass)
        #expect(evaluation.oldestPass == 0)
        #expect(evaluation.sets.map(\.instance) == Array(1...count))
        #expect(evaluation.sealingDomains.last == (count % 2 == 1 ? "one.example" : "two.example"))
        #expect(evaluation.isAuthorSigned)
        #expect(evaluation.step.steps.count == count)
    }

    /// The shape of RFC 8617 appendix B: hops change the message, and only the newest signature
    /// over it has to hold.
    @Test func tellsTheOldestSignatureThatHolds() async throws {
        var hop = 0
        let message = try await chain(3) { message in
            hop += 1
            return hop == 2 ? message.replacing("Subject: H", with: "Subject: [List 2] H") : message
        }
        let evaluation = await ARCSamples.verify(message)
        #expect(evaluation.result == .pass)
        #expect(evaluation.oldestPass == 2)
        #expect(evaluation.sets.map(\.messageSignature.isPass) == [false, true, true])
    }

    @Test func failsWhenTheNewestSignatureDoes() async throws {
        let message = try await chain(2).replacing("gang", with: "gong")
        let evaluation = await ARCSamples.verify(message)
        #expect(
            evaluation.result == .fail(.messageSignature(.bodyHashMismatch), instance: 2))
        #expect(evaluation.oldestPass == nil)
        #expect(evaluation.status == .fail)
    }

    @Test(arguments: [
        ("i=1; mx.example; spf=pass", "i=1; mx.example; spf=fail", 1),
        ("i=2; mx.example; spf=pass", "i=2; mx.example; spf=fail", 2),
    ])
    func failsWhenResultsWereChanged(old: String, new: String, instance: Int) async throws {
        let message = try await chain(2).replacing(old, with: new)
        // Each seal covers all before it, and the newest is checked first.
        #expect(
            await ARCSamples.verify(message).result
                == .fail(.seal(.signatureMismatch), instance: 2))
        #expect(instance <= 2)
    }

    @Test func ignoresTheOrderOfFields() async throws {
        let message = try await chain(2)
        let (fields, bodyStart) = HeaderFieldScanner.scan(message[...])
        let reversed = fields.reversed().flatMap { Array($0.bytes) }
        #expect(
            await ARCSamples.verify(reversed + "\r\n".bytes + message[bodyStart...]).result
                == .pass)
    }

    @Test(arguments: [
        ("ARC-Seal: i=1", "X-Seal: i=1", ARCFailure.missingField(.seal), 1 as Int?),
        ("ARC-Message-Signature: i=2", "X: i=2", .missingField(.messageSignature), 2),
        (
            "ARC-Authentication-Results: i=1", "X: i=1", .missingField(.authenticationResults), 1
        ),
        ("ARC-Seal: i=1", "ARC-Seal: i=2", .missingField(.seal), 1),
        ("ARC-Seal: i=1", "ARC-Seal: i=0", .instanceUnreadable(.seal), nil),
        ("ARC-Seal: i=1", "ARC-Seal: i=", .instanceUnreadable(.seal), nil),
        ("ARC-Seal: i=1", "ARC-Seal: i=001", .instanceUnreadable(.seal), nil),
        ("ARC-Seal: i=1;", "ARC-Seal:", .instanceUnreadable(.seal), nil),
        ("ARC-Seal: i=1;", "ARC-Seal: i=1;;", .instanceUnreadable(.seal), nil),
        ("ARC-Seal: i=1", "ARC-Seal: i=51", .tooManySets, nil),
        ("cv=none", "cv=pass", .unexpectedChainStatus(.pass), 1),
        ("cv=pass", "cv=none", .unexpectedChainStatus(.none), 2),
        ("cv=none", "cv=fail", .unexpectedChainStatus(.fail), 1),
        ("cv=pass", "cv=fail", .sealedAsFailed, 2),
        ("cv=none;", "", .seal(.missingTag("cv")), 1),
        ("ARC-Seal: i=2;", "ARC-Seal: i=2; h=from;", .seal(.sealNamesFields), 2),
        ("ARC-Seal: i=2; a=rsa-sha256", "ARC-Seal: i=2; a=rsa-sha1", .seal(.weakAlgorithm), 2),
    ])
    func failsABrokenStructure(
        old: String, new: String, failure: ARCFailure, instance: Int?
    ) async throws {
        let message = try await chain(2).replacing(old, with: new)
        #expect(await ARCSamples.verify(message).result == .fail(failure, instance: instance))
    }

    @Test func failsDoubledFields() async throws {
        let message = try await chain(1)
        let evaluation = await ARCSamples.verify(
            "ARC-Seal: i=1; cv=none\r\n".bytes + message)
        #expect(evaluation.result == .fail(.duplicateField(.seal), instance: 1))
        // `01` is the same number (RFC 8617 §4.2.1).
        let other = await ARCSamples.verify(
            "ARC-Authentication-Results: i=01; x\r\n".bytes + message)
        #expect(
            other.result == .fail(.duplicateField(.authenticationResults), instance: 1))
    }

    @Test(arguments: [
        (" i=1; x", 1 as Int?), ("i = 1 ; x", 1), (" (a (b)) i (c) = (d) 12 (e) ; x", 12),
        ("i=50;", 50), ("x; i=1", nil), ("i=1 x; y", nil), ("i=1", nil), ("I=1;", nil),
        ("i=(1;", nil), ("", nil), ("i=100;", nil),
    ])
    func readsInstances(text: String, number: Int?) {
        #expect(ARCInstance.prefix(of: text.bytes[...])?.number == number)
    }

    /// A failure of the DNS is told apart, so that nobody seals the chain as failed for it.
    @Test func tellsTemporaryFailures() async throws {
        let message = try await chain(2)
        var keys = ARCSamples.keys()
        keys.lookups["s._domainkey.one.example"] = .temporaryFailure("timeout")
        let evaluation = await ARCSamples.verify(message, keys: keys)
        #expect(evaluation.result == .fail(.seal(.keyLookupFailed("timeout")), instance: 1))
        #expect(evaluation.failure?.isTemporary == true)
        // What fails for good counts first.
        keys.lookups["s._domainkey.two.example"] = .notFound
        #expect(
            await ARCSamples.verify(message, keys: keys).result
                == .fail(.messageSignature(.keyMissing), instance: 2))
    }

    @Test func refusesChainsThatAreTooLong() async throws {
        let one = try await chain(1)
        let end = one.count - ARCSamples.message.count
        for count in [51, 60, 99, 1000] {
            let fields = (1...count).flatMap { number in
                String(decoding: one[..<end], as: UTF8.self)
                    .replacing("i=1;", with: "i=\(number);").bytes
            }
            let evaluation = await ARCSamples.verify(fields + ARCSamples.message)
            #expect(evaluation.result == .fail(.tooManySets, instance: nil))
            #expect(evaluation.sets.isEmpty)
        }
    }

    @Test func passesTheLongestChain() async throws {
        let evaluation = await ARCSamples.verify(try await chain(50))
        #expect(evaluation.result == .pass)
        #expect(evaluation.oldestPass == 0)
    }

    @Test(arguments: [1, 7, 1000]) func hashesInOnePassWithDKIM(size: Int) async throws {
        let message = try await chain(2)
        var signer = DKIMSigner(
            signingDomain: "one.example", selector: "s", key: .rsa(try ARCSamples.key.get()))
        signer.bodyCanonicalization = .relaxed
        let signed = try signer.sign(message, at: ARCSamples.now) + message
        let (_, bodyStart) = HeaderFieldScanner.scan(signed[...])
        let hashing = MessageHashing(headerSection: signed[..<bodyStart])
        #expect(hashing.needsBody)
        var rest = signed[bodyStart...]
        while !rest.isEmpty {
            hashing.update(body: rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        let hashed = hashing.finish()
        let lookups = ARCSamples.keys().lookups
        let signatures = hashed.dkim.results(lookups: lookups, now: ARCSamples.now)
        #expect(signatures.map(\.verdict) == [.pass])
        let evaluation = hashed.arc.evaluation(lookups: lookups, now: ARCSamples.now)
        #expect(evaluation.result == .pass)
        #expect(!MessageHashing(headerSection: "From: x\r\n".bytes[...]).needsBody)
    }

    /// A sender may ask for many hashes of the body through `l=`; no more are made than the limit.
    @Test func hashesTheBodyNoMoreThanTheLimit() async throws {
        let fields = (1...40).map {
            "ARC-Message-Signature: i=\($0); a=rsa-sha256; b=AA==; "
                + "bh=\(Base64.encode([UInt8](repeating: 0, count: 32))); d=a.example; h=from; "
                + "s=s; l=\($0)\r\nARC-Seal: i=\($0); a=rsa-sha256; b=AA==; d=a.example; s=s; "
                + "cv=\($0 == 1 ? "none" : "pass")\r\nARC-Authentication-Results: i=\($0); x\r\n"
        }
        let evaluation = await ARCSamples.verify(
            fields.joined().bytes + ARCSamples.message, keys: ARCSamples.keys("a.example"))
        let verdicts = evaluation.sets.map(\.messageSignature.verdict)
        #expect(verdicts.count { $0 == .policy(.tooManySignatures) } == 40 - BodyHashes.countLimit)
        #expect(verdicts.last != .policy(.tooManySignatures))
    }

    @Test(arguments: 0..<150) func survivesMutation(seed: Int) async throws {
        var random = SeededRandom(seed: UInt64(seed))
        var message = try await chain(2)
        for _ in 0...(seed % 6) {
            let index = Int.random(in: message.indices, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: message[index] = UInt8.random(in: .min ... .max, using: &random)
            case 1: message.remove(at: index)
            case 2: message.insert(contentsOf: message[index...].prefix(60), at: index)
            default: message[index] = ";=:\r\n \t,(".utf8.randomElement(using: &random) ?? 0
            }
        }
        let evaluation = await ARCSamples.verify(message)
        _ = evaluation.step
        _ = try ARCSamples.sealer().seal(
            message[...], chain: evaluation, authenticationResults: message, at: ARCSamples.now)
    }
}
