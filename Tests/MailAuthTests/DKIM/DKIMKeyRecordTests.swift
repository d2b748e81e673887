import MailTypes
import Testing

@testable import MailAuth

@Suite struct DKIMKeyRecordTests {
    @Test(arguments: [
        ("p=", DKIMKeyRecord(keyType: .rsa, keyBytes: [])),
        ("v=DKIM1; p=AA E=", DKIMKeyRecord(keyType: .rsa, keyBytes: [0, 1])),
        ("k=ed25519; p=AAE=; ", DKIMKeyRecord(keyType: .ed25519, keyBytes: [0, 1])),
        (
            "v=DKIM1; h=sha1 : SHA256:x; s=email:tlsrpt; t=y:s:z; g=; n=notes; p=",
            DKIMKeyRecord(
                keyType: .rsa, keyBytes: [], hashes: ["sha1", "sha256", "x"], isTesting: true,
                isStrict: true, services: ["email", "tlsrpt"])
        ),
        ("V=DKIM2; p=;", DKIMKeyRecord(keyType: .rsa, keyBytes: [])),  // another tag than v
    ])
    func readsRecord(text: String, record: DKIMKeyRecord) throws {
        #expect(try DKIMKeyRecord(parsing: text.bytes) == record)
    }

    @Test(arguments: [
        ("v=DKIM2; p=", DKIMFailure.keyVersionUnsupported),
        ("v=dkim1; p=", .keyVersionUnsupported),
        ("p=; v=DKIM1", .keyVersionUnsupported),  // not first
        ("v=spf1 include:example.com -all", .keyVersionUnsupported),  // a wildcard's answer
        ("k=dsa; p=", .keyTypeUnsupported("dsa")),
        ("v=DKIM1", .keySyntax(SyntaxError(expected: "p=", offset: 7))),
        ("", .keySyntax(SyntaxError(expected: .tagName, offset: 0))),
        ("p=; p=", .keySyntax(SyntaxError(expected: .otherTag, offset: 4))),
        ("p=A!", .keySyntax(SyntaxError(expected: "base64", offset: 2))),
    ])
    func refusesRecord(text: String, failure: DKIMFailure) {
        #expect(throws: failure) { try DKIMKeyRecord(parsing: text.bytes) }
    }

    @Test(arguments: [
        ("p=", DKIMFailure.keyRevoked),
        ("p=JDcbZ0Hpba5NKXI4UAW3G0IDhhFOxhJTDybZEwe1FeA=", .keyMalformed(.malformed)),
        ("k=ed25519; p=HbawiMnQXTCopHTkR0jlKQ==", .keyMalformed(.malformed)),
    ])
    func refusesKey(text: String, failure: DKIMFailure) throws {
        let record = try DKIMKeyRecord(parsing: text.bytes)
        #expect(throws: failure) { try record.publicKey() }
    }

    @Test func readsWhatItWrites() throws {
        let key = try RSAPrivateKey.generate(sizeInBits: 2048)
        var record = DKIMPrivateKey.rsa(key).keyRecord
        #expect(record.formatted.hasPrefix("v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"))
        #expect(record.strings.map(\.count).first == 255)
        #expect(record.strings.count == 2)
        #expect(try DKIMKeyRecord(parsing: record.strings.flatMap(\.self)) == record)
        record.isTesting = true
        record.isStrict = true
        record.hashes = ["sha256"]
        record.services = ["email"]
        #expect(try DKIMKeyRecord(parsing: record.formatted.bytes) == record)
        let other = DKIMPrivateKey.ed25519(try Ed25519PrivateKey(parsing: Samples.ed25519Key))
        #expect(other.keyRecord.formatted == Samples.ed25519KeyRecord)
    }
}
