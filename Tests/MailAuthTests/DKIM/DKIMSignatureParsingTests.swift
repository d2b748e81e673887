import MailTypes
import Testing

@testable import MailAuth

@Suite struct DKIMSignatureParsingTests {
    static let hash = "LjkN2rUhrS3zKXfH2vNgUzz5ERRJkgP9CURXBX0JP0Q="
    static let minimal: KeyValuePairs<String, String> = [
        "v": "1", "a": "rsa-sha256", "b": "dGVzdAo=", "bh": hash, "d": "example.com",
        "h": "from", "s": "s1",
    ]

    /// The minimal signature with tags changed, taken out (nil) or added.
    private func parse(_ changes: [String: String?] = [:]) throws(DKIMFailure) -> DKIMSignature {
        var tags: [(String, String?)] = Self.minimal.map { name, value in
            (name, changes[name] ?? value)
        }
        for (name, value) in changes.sorted(by: { $0.key < $1.key })
        where !Self.minimal.contains(where: { $0.key == name }) {
            tags.append((name, value))
        }
        let text = tags.compactMap { name, value in value.map { "\(name)=\($0)" } }
        return try DKIMSignature(parsing: text.joined(separator: "; ").bytes[...])
    }

    @Test func takesDefaultsForWhatIsLeftOut() throws {
        let signature = try parse()
        #expect(signature.algorithm == .rsaSHA256)
        #expect(signature.signature == "test\n".bytes)
        #expect(signature.headerCanonicalization == .simple)
        #expect(signature.bodyCanonicalization == .simple)
        #expect(signature.agentIdentifier.formatted == "@example.com")
        #expect(signature.keyName == "s1._domainkey.example.com")
        #expect(signature.bodyLength == nil)
        #expect(signature.timestamp == nil)
        #expect(signature.expiration == nil)
    }

    @Test func readsEveryTag() throws {
        let signature = try parse([
            "a": "Ed25519-SHA256", "c": "relaxed/simple", "h": "From : to:\r\n\tSubject :from",
            "i": "J=20D\r\n oe@Mail.Example.com", "l": "0", "q": "http:dns/txt", "t": "1",
            "x": "999999999999", "z": "From:a=20b|To:c", "d": "EXAMPLE.com", "s": "a.b",
            "unknown": "is passed over",
        ])
        #expect(signature.algorithm == .ed25519SHA256)
        #expect(signature.headerCanonicalization == .relaxed)
        #expect(signature.bodyCanonicalization == .simple)
        #expect(signature.signedFields == ["From", "to", "Subject", "from"])
        #expect(signature.agentIdentifier.localPart == "J Doe")
        #expect(signature.agentIdentifier.domain == "mail.example.com")
        #expect(signature.bodyLength == 0)
        #expect(signature.timestamp == UnixTime(seconds: 1))
        #expect(signature.expiration == UnixTime(seconds: 999_999_999_999))
        #expect(signature.keyName == "a.b._domainkey.example.com")
    }

    @Test(arguments: ["v", "a", "b", "bh", "d", "h", "s"])
    func requiresTag(name: String) {
        #expect(throws: DKIMFailure.missingTag(name)) { try parse([name: nil as String?]) }
    }

    @Test(arguments: [
        ("v", "1.0", DKIMFailure.unsupportedVersion),
        ("v", "2", .unsupportedVersion),
        ("v", "", .unsupportedVersion),
        ("a", "rsa-md5", .unsupportedAlgorithm("rsa-md5")),
        ("c", "future", .unsupportedCanonicalization("future")),
        ("c", "relaxed/relaxed/x", .unsupportedCanonicalization("relaxed/relaxed/x")),
        ("c", "", .unsupportedCanonicalization("")),
        ("h", "to:subject", .fromNotSigned),
        ("i", "@evilexample.com", .agentIdentifierOutsideDomain),
        ("i", "@com", .agentIdentifierOutsideDomain),
        ("q", "http", .unsupportedQueryMethod("http")),
        ("q", "dns/special", .unsupportedQueryMethod("dns/special")),
    ])
    func refusesValue(name: String, value: String, failure: DKIMFailure) {
        #expect(throws: failure) { try parse([name: value]) }
    }

    @Test(arguments: [
        ("b", ""), ("b", "!"), ("bh", "dGVzdAo="), ("d", ""), ("d", "a..b"), ("d", "a b"),
        ("s", "-=-"), ("h", "from:"), ("h", "from::to"), ("h", ""), ("i", "nobody"),
        ("i", "=4@example.com"), ("i", "=GG@example.com"), ("l", ""), ("l", "-1"), ("l", "1x"),
        ("l", String(repeating: "1", count: 77)), ("t", "1.5"), ("x", "1234567890123"),
    ])
    func refusesSyntax(name: String, value: String) {
        let failure = #expect(throws: DKIMFailure.self) { try parse([name: value]) }
        guard case .signatureSyntax = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test func takesALengthBeyondAllBodies() throws {
        #expect(try parse(["l": String(repeating: "9", count: 76)]).bodyLength == .max)
    }

    @Test(arguments: [("10", "10"), ("10", "9"), ("0", "0")])
    func refusesExpirationBeforeTimestamp(timestamp: String, expiration: String) {
        #expect(throws: DKIMFailure.expirationBeforeTimestamp) {
            try parse(["t": timestamp, "x": expiration])
        }
    }

    @Test func capsTheNamesOfSignedFields() throws {
        let names = ["from"] + Array(repeating: "x", count: DKIMSignature.signedFieldLimit - 1)
        #expect(try parse(["h": names.joined(separator: ":")]).signedFields == names)
        #expect(throws: DKIMFailure.tooManySignedFields) {
            try parse(["h": (names + ["x"]).joined(separator: ":")])
        }
    }

    @Test(arguments: ["joe@example.com", "joe=40example.com", "=6Aoe@example=2Ecom"])
    func readsAQuotedAgentIdentifier(text: String) throws {
        #expect(try parse(["i": text]).agentIdentifier.formatted == "joe@example.com")
    }

    @Test func encodesAnAgentIdentifier() throws {
        let identifier = DKIMAgentIdentifier(localPart: "a;b=c d", domain: "example.com")
        #expect(identifier.encoded == "a=3Bb=3Dc=20d@example.com")
        #expect(try DKIMAgentIdentifier(parsing: identifier.encoded.bytes[...]) == identifier)
    }
}
