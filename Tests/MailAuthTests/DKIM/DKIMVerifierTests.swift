import MailTypes
import Testing

@testable import MailAuth

@Suite struct DKIMVerifierTests {
    private func verify(
        _ message: [UInt8], keys: StaticDKIMKeys = Samples.keys, now: UnixTime = Samples.now,
        rules: DKIMVerificationRules = .init()
    ) async -> [DKIMVerdict] {
        await DKIMVerifier(rules: rules).verify(message, keys: keys, now: now).map(\.verdict)
    }

    @Test func verifiesTheExampleOfRFC8463() async {
        let results = await DKIMVerifier().verify(
            Samples.signedMessage, keys: Samples.keys, now: Samples.now)
        #expect(results.map(\.verdict) == [.pass, .pass])
        #expect(results.map(\.selector) == ["brisbane", "test"])
        #expect(results.map(\.algorithmName) == ["ed25519-sha256", "rsa-sha256"])
        #expect(results.map(\.signaturePrefix) == ["/gCrinpc", "F45dVWDf"])
        #expect(results.map(\.keySizeInBits) == [nil, 1024])
    }

    /// RFC 6376 appendix A.2 with the key of appendix C. The RFC's page layout hides how the
    /// lines were indented and doubles the space behind the first sentence.
    @Test func verifiesTheExampleOfRFC6376() async {
        let message = """
            DKIM-Signature: v=1; a=rsa-sha256; s=brisbane; d=example.com;
                  c=simple/simple; q=dns/txt; i=joe@football.example.com;
                  h=Received : From : To : Subject : Date : Message-ID;
                  bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
                  b=AuUoFEfDxTDkHlLXSZEpZj79LICEps6eda7W3deTVFOk4yAUoqOB
                  4nujc7YopdG5dWLSdNg6xNAZpOPr+kHxt1IrE+NahM6L/LbvaHut
                  KVdkLLkpVaVVQPzeRDI009SO2Il5Lu7rDNH6mZckBdrIx0orEtZV
                  4bmp/YzhwvcubU4=;
            Received: from client1.football.example.com  [192.0.2.1]
                  by submitserver.example.com with SUBMISSION;
                  Fri, 11 Jul 2003 21:01:54 -0700 (PDT)
            From: Joe SixPack <joe@football.example.com>
            To: Suzie Q <suzie@shopping.example.net>
            Subject: Is dinner ready?
            Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
            Message-ID: <20030712040037.46341.5F8J@football.example.com>

            Hi.

            We lost the game. Are you hungry yet?

            Joe.

            """.withLineEnds
        let record =
            "v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQ"
            + "KBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYt"
            + "IxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v"
            + "/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhi"
            + "tdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB"
        let keys = StaticDKIMKeys(["brisbane._domainkey.example.com": .records([record.bytes])])
        #expect(await verify(message, keys: keys) == [.pass])
    }

    @Test(arguments: [
        ("Suzie Q", "Suzie X", DKIMFailure.signatureMismatch),
        ("Subject: Is", "Subject: Was", .signatureMismatch),
        ("Message-ID:", "Message_ID:", .signatureMismatch),
        ("Hi.", "Ho.", .bodyHashMismatch),
        ("Joe.\r\n", "Joe.\r\n\r\n.\r\n", .bodyHashMismatch),
        ("Joe.\r\n", "", .bodyHashMismatch),
    ])
    func failsWhenAnythingSignedChanges(old: String, new: String, failure: DKIMFailure) async {
        let message = Samples.signedMessage.replacing(old, with: new)
        #expect(await verify(message) == [.fail(failure), .fail(failure)])
    }

    @Test(arguments: [
        ("t=1528637909; h=from : to :\r\n subject", "t=1528637908; h=from : to :\r\n subject"),
        ("b=/gCrinpc", "b=/gCrinpd"), ("i=@football", "i=x@football"),
        ("q=dns/txt; s=brisbane", "q=DNS/txt; s=brisbane"),
        ("Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==", "Fa3bT3FY5OsU7ZbnKELq+eXdp1Q="),
    ])
    func failsWhenTheSignatureItselfChanges(old: String, new: String) async {
        let message = Samples.signedMessage.replacing(old, with: new)
        #expect(await verify(message) == [.fail(.signatureMismatch), .pass])
    }

    @Test func foldsOfBase64DoNotMatter() async {
        let message = Samples.signedMessage.replacing("b=/gCr", with: "b= /g\r\n\tCr")
        #expect(await verify(message) == [.pass, .pass])
    }

    @Test(arguments: [
        (DKIMKeyLookup.notFound, DKIMVerdict.permanentError(.keyMissing)),
        (.records([]), .permanentError(.keyMissing)),
        (.temporaryFailure("timeout"), .temporaryError(.keyLookupFailed("timeout"))),
        (.records(["p=".bytes]), .permanentError(.keyRevoked)),
        (
            .records([Samples.rsaKeyRecord.bytes]), .permanentError(.keyTypeMismatch)
        ),
        (
            .records(["v=spf1 -all".bytes]), .permanentError(.keyVersionUnsupported)
        ),
        // several records: the first that verifies counts, whatever stands around it
        (
            .records(["v=spf1 -all".bytes, "p=".bytes, Samples.ed25519KeyRecord.bytes]), .pass
        ),
        (
            .records(["\(Samples.ed25519KeyRecord); s=tlsrpt".bytes]),
            .permanentError(.keyNotForEmail)
        ),
        (
            .records(["\(Samples.ed25519KeyRecord); h=sha1".bytes]),
            .permanentError(.keyForbidsHash)
        ),
        (.records(["\(Samples.ed25519KeyRecord); h=sha1:sha256; t=s; s=*".bytes]), .pass),
        (
            .records(["k=ed25519; p=MCowBQYDK2VwAyEA1/NQQ2Y=".bytes]),
            .permanentError(.keyMalformed(.malformed))
        ),
    ])
    func judgesTheKey(lookup: DKIMKeyLookup, verdict: DKIMVerdict) async {
        var keys = Samples.keys
        keys.lookups["brisbane._domainkey.football.example.com"] = lookup
        #expect(await verify(Samples.signedMessage, keys: keys) == [verdict, .pass])
    }

    @Test func tellsOfTesting() async {
        var keys = Samples.keys
        keys.lookups["test._domainkey.football.example.com"] = .records([
            "\(Samples.rsaKeyRecord); t=y".bytes
        ])
        for message in [
            Samples.signedMessage, Samples.signedMessage.replacing("Hi.", with: "Ho."),
        ] {
            let results = await DKIMVerifier().verify(message, keys: keys, now: Samples.now)
            #expect(results.map(\.isTesting) == [false, true])
        }
    }

    // MARK: Messages signed here, with what no signer should write

    private static let fields = "From: a@example.com\r\nSubject: x\r\n"

    /// A signature with any tags over `fields` and `body`, which holds under `key`.
    private func signed(
        _ tags: String, body: String, bodyHashOver hashed: String? = nil,
        names: String = "from:subject", selected: String = "from:a@example.com\r\nsubject:x\r\n",
        key: Ed25519PrivateKey
    ) throws -> [UInt8] {
        let hash = Base64.encode(SHA256Digest.hash((hashed ?? body).utf8).bytes)
        let value =
            "v=1; a=ed25519-sha256; c=relaxed/relaxed; d=example.com; s=s; h=\(names);\(tags) "
            + "bh=\(hash); b="
        let signature = try key.sign(
            SHA256Digest.hash("\(selected)dkim-signature:\(value)".utf8).bytes)
        let field = "DKIM-Signature: \(value)\(Base64.encode(signature))\r\n"
        return (field + Self.fields + "\r\n" + body).bytes
    }

    private func check(
        _ tags: String, body: String = "a\r\n", bodyHashOver hashed: String? = nil,
        record extra: String = "", now: Int64 = 0
    ) async throws -> DKIMVerdict? {
        let key = try Ed25519PrivateKey.generate()
        let record = "k=ed25519; p=\(Base64.encode(key.publicKey.rawBytes)); \(extra)"
        let keys = StaticDKIMKeys(["s._domainkey.example.com": .records([record.bytes])])
        let message = try signed(tags, body: body, bodyHashOver: hashed, key: key)
        return await verify(message, keys: keys, now: UnixTime(seconds: now)).first
    }

    @Test func agreesWithTheHelper() async throws {
        #expect(try await check("") == .pass)
    }

    @Test(arguments: [
        ("x=1000;", 999, DKIMVerdict.pass),
        ("x=1000;", 1300, .pass),  // clocks differ
        ("x=1000;", 1301, .fail(.expired(UnixTime(seconds: 1000)))),
        ("t=999999999999;", 1000, .pass),  // in the future, which is nobody's business
        ("t=5; x=4;", 1, .permanentError(.expirationBeforeTimestamp)),
    ])
    func minds(tags: String, now: Int64, verdict: DKIMVerdict) async throws {
        #expect(try await check(tags, now: now) == verdict)
    }

    @Test(arguments: [
        ("l=3;", "a\r\n", "a\r\n", DKIMVerdict.pass),
        ("l=3;", "a\r\nb\r\n", "a\r\n", .policy(.unsignedBodyTail)),
        ("l=0;", "a\r\n", "", .policy(.unsignedBodyTail)),
        ("l=0;", "", "", .pass),
        ("l=4;", "a\r\n", "a\r\n", .permanentError(.bodyShorterThanSigned)),
        ("l=3;", "b\r\nb\r\n", "a\r\n", .fail(.bodyHashMismatch)),
        (
            "l=99999999999999999999999;", "a\r\n", "a\r\n",
            .permanentError(.bodyShorterThanSigned)
        ),
    ])
    func mindsTheBodyLength(
        tags: String, body: String, hashed: String, verdict: DKIMVerdict
    ) async throws {
        #expect(try await check(tags, body: body, bodyHashOver: hashed) == verdict)
    }

    @Test(arguments: [
        ("i=@example.com;", "t=s", DKIMVerdict.pass),
        ("i=x@mail.example.com;", "", .pass),
        ("i=x@mail.example.com;", "t=s", .permanentError(.keyForbidsSubdomain)),
        ("i=@badexample.com;", "", .permanentError(.agentIdentifierOutsideDomain)),
    ])
    func mindsTheAgent(tags: String, flags: String, verdict: DKIMVerdict) async throws {
        #expect(try await check(tags, record: flags) == verdict)
    }

    @Test func refusesShortKeys() async throws {
        let record =
            "p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAL5zmXwzXCw6ZhpCX41IACewlEjnf6+4RuLRlcet"
            + "dCzNHvQXTX8VIFIA8FW/MOfwrBx12jq3BtH4FswDG2fkeEkCAwEAAQ=="
        var keys = Samples.keys
        keys.lookups["test._domainkey.football.example.com"] = .records([record.bytes])
        let verdicts = await verify(Samples.signedMessage, keys: keys)
        #expect(verdicts == [.pass, .policy(.keyTooShort(512))])
    }

    /// Refused by its size alone: a check with it would take a thousand times as long as another.
    @Test func refusesLongKeys() async {
        func der(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
            [tag, 0x82, UInt8(content.count >> 8), UInt8(content.count & 255)] + content
        }
        let modulus = [0, 0x80] + [UInt8](repeating: 1, count: 2047)
        let numbers = der(0x30, der(0x02, modulus) + [0x02, 3, 1, 0, 1])
        let algorithm: [UInt8] = [
            0x30, 13, 6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1, 5, 0,
        ]
        let key = der(0x30, algorithm + der(0x03, [0] + numbers))
        var keys = Samples.keys
        keys.lookups["test._domainkey.football.example.com"] = .records([
            "p=\(Base64.encode(key))".bytes
        ])
        let results = await DKIMVerifier().verify(
            Samples.signedMessage, keys: keys, now: Samples.now)
        #expect(results.map(\.verdict) == [.pass, .policy(.keyTooLong(16_384))])
        #expect(results.last?.signatureMatches == nil)
    }

    @Test func refusesSHA1() async {
        let message = Samples.signedMessage
            .replacing("a=rsa-sha256", with: "a=rsa-sha1")
            .replacing(
                "bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n b=F",
                with: "bh=uoq1oCgLlTqpdDX/iUbLy7J1Wic=;\r\n b=F")
        let results = await DKIMVerifier().verify(message, keys: Samples.keys, now: Samples.now)
        #expect(results.map(\.verdict) == [.pass, .policy(.weakAlgorithm)])
        #expect(results.last?.signingDomain == "football.example.com")
    }

    @Test func refusesPublicSuffixes() async {
        var rules = DKIMVerificationRules()
        rules.isPublicSuffix = { $0 == "football.example.com" }
        let verdicts = await verify(Samples.signedMessage, rules: rules)
        #expect(verdicts == [.policy(.publicSuffix), .policy(.publicSuffix)])
    }

    @Test func tellsWhoSignedWhenItCannotCheck() async {
        let message = Samples.signedMessage.replacing("ed25519-sha256", with: "x-sha3")
        let results = await DKIMVerifier().verify(message, keys: Samples.keys, now: Samples.now)
        #expect(results.map(\.verdict) == [.neutral(.unsupportedAlgorithm("x-sha3")), .pass])
        #expect(results.first?.signingDomain == "football.example.com")
        #expect(results.first?.selector == "brisbane")
        #expect(results.first?.algorithmName == "x-sha3")
    }

    @Test func checksNoMoreSignaturesThanTheLimit() async {
        let one = Samples.signedMessage[
            ..<(Samples.signedMessage.count - Samples.unsignedMessage.count)]
        let many = Array(repeating: Array(one), count: 6).flatMap(\.self) + Samples.unsignedMessage
        let verdicts = await verify(many)
        #expect(verdicts.prefix(10).allSatisfy { $0 == .pass })
        #expect(
            verdicts.dropFirst(10) == [.policy(.tooManySignatures), .policy(.tooManySignatures)])
    }

    @Test func reportsNoMoreSignaturesThanTheLimit() async {
        let one = Samples.signedMessage[
            ..<(Samples.signedMessage.count - Samples.unsignedMessage.count)]
        let many = Array(repeating: Array(one), count: 500).flatMap(\.self)
        let verdicts = await verify(many + Samples.unsignedMessage)
        #expect(verdicts.count == DKIMVerification.reportLimit)
        #expect(verdicts.count { $0 == .pass } == 10)
    }

    @Test func takesKeysThatWereReadBefore() async {
        var cache = DKIMKeyCache(countLimit: 4)
        var keys = Samples.keys
        for _ in 0..<2 {
            keys.lookups = Samples.keys.lookups.mapValues { cache.reading($0) }
            #expect(await verify(Samples.signedMessage, keys: keys) == [.pass, .pass])
        }
        #expect(cache.count == 2)
        for number in 0..<100 { _ = cache.key(parsing: "p=; n=\(number)".bytes) }
        #expect(cache.count <= 4)
        // Whoever publishes records does not choose how much is kept of them.
        let count = cache.count
        let long = "p=; n=\(String(repeating: "x", count: 5000))".bytes
        #expect(cache.key(parsing: long).text == long)
        #expect(cache.count == count)
        #expect(cache.reading(.notFound) == .notFound)
    }

    @Test func findsNothingInAnUnsignedMessage() async {
        #expect(await verify(Samples.unsignedMessage) == [])
        #expect(await verify([]) == [])
    }

    @Test(arguments: [1, 2, 7, 64]) func takesTheBodyInPieces(size: Int) {
        let (_, bodyStart) = HeaderFieldScanner.scan(Samples.signedMessage[...])
        let verification = DKIMVerification(headerSection: Samples.signedMessage[..<bodyStart])
        #expect(verification.needsBody)
        var rest = Samples.signedMessage[bodyStart...]
        while !rest.isEmpty {
            verification.update(body: rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        let results = verification.finish().results(
            lookups: Samples.keys.lookups, now: Samples.now)
        #expect(results.map(\.verdict) == [.pass, .pass])
    }

    /// A signed example with random bytes changed gives some verdict, and never a pass where a
    /// byte of content changed; nothing traps.
    @Test(arguments: 0..<300) func survivesMutation(seed: Int) async {
        var random = SeededRandom(seed: UInt64(seed))
        var message = Samples.signedMessage
        for _ in 0...(seed % 8) {
            let index = Int.random(in: message.indices, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: message[index] = UInt8.random(in: .min ... .max, using: &random)
            case 1: message.remove(at: index)
            case 2: message.insert(contentsOf: message[index...].prefix(40), at: index)
            default:
                message[index] = ";=:\r\n \t,@".utf8.randomElement(using: &random) ?? 0
            }
        }
        _ = await verify(message)
        _ = try? DKIMSigner(
            signingDomain: "example.com", selector: "s",
            key: .ed25519(Ed25519PrivateKey.generate())
        ).sign(message, at: Samples.now)
        _ = try? DKIMSignature(parsing: message[...])
        _ = try? DKIMKeyRecord(parsing: message)
        _ = try? RSAPublicKey(der: message)
        _ = try? RSAPrivateKey(parsing: String(decoding: message, as: UTF8.self))
    }

    @Test func readsLargeHeaderSectionsInLinearTime() async {
        let fields = Array(repeating: "To: a@example.net\r\n".bytes, count: 20_000).flatMap(\.self)
        #expect(await verify(Samples.signedMessage + fields) != [])
        let verdicts = await verify(fields + Samples.signedMessage)
        #expect(verdicts == [.pass, .pass])  // on top, where only one mention of To is signed
    }
}
