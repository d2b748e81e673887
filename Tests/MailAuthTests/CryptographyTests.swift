import MailTypes
import Testing

@testable import MailAuth

@Suite struct CryptographyTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func hashesTheExamplesOfFIPS180(text: String, digest: String) {
        #expect(hexadecimal(SHA256Digest.hash(text.utf8).bytes) == digest)
        let hasher = SHA256Hasher()
        for _ in 0..<2 {  // a hasher starts anew
            for byte in text.utf8 { hasher.update(CollectionOfOne(byte)) }
            #expect(hexadecimal(hasher.finish().bytes) == digest)
        }
    }

    // RFC 4231 §4
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131),
            "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        ([], "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
    ])
    func authenticatesTheExamplesOfRFC4231(key: [UInt8], message: String, code: String) {
        #expect(hexadecimal(HMACSHA256.authenticate(message.utf8, key: key)) == code)
    }

    @Test func signsTheFirstExampleOfRFC8032() throws {
        let key = try Ed25519PrivateKey(parsing: Samples.ed25519Key)
        #expect(Base64.encode(key.publicKey.rawBytes) == Samples.ed25519PublicKey)
        let signature = try key.sign([])
        #expect(
            hexadecimal(signature)
                == "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")
        #expect(key.publicKey.verify(signature, message: []))
        #expect(!key.publicKey.verify(signature, message: [0]))
        #expect(!key.publicKey.verify(Array(signature.dropLast()), message: []))
    }

    @Test func readsAnEd25519KeyInEveryForm() throws {
        let key = try Ed25519PrivateKey.generate()
        #expect(try Ed25519PrivateKey(parsing: key.pkcs8PEM).rawBytes == key.rawBytes)
        #expect(try Ed25519PrivateKey(rawBytes: key.rawBytes).rawBytes == key.rawBytes)
        #expect(throws: KeyError.otherAlgorithm) { try RSAPrivateKey(parsing: key.pkcs8PEM) }
        #expect(throws: KeyError.malformed) { try Ed25519PrivateKey(rawBytes: [1, 2]) }
    }

    @Test func readsAnRSAKeyInEveryForm() throws {
        let key = try RSAPrivateKey(parsing: Samples.rsaKey)  // PKCS#1
        #expect(key.sizeInBits == 1024)
        let digest = SHA256Digest.hash("a".utf8)
        let signature = try key.sign(digest)
        let forms = [
            key.pkcs8PEM, Base64.encode(key.pkcs8DER),
            Samples.rsaKey.split(separator: "\n").dropFirst().dropLast().joined(separator: "\r\n"),
            "Some text before\n" + key.pkcs8PEM + "and behind\n",
        ]
        for form in forms {
            #expect(try RSAPrivateKey(parsing: form).sign(digest) == signature)
        }
        let record = try DKIMKeyRecord(parsing: Array(Samples.rsaKeyRecord.utf8))
        #expect(record.keyBytes == key.publicKey.subjectPublicKeyInfo)
        let publicKey = try RSAPublicKey(der: record.keyBytes)
        #expect(publicKey.verify(signature, of: digest))
        #expect(!publicKey.verify(signature, of: SHA256Digest.hash("b".utf8)))
        #expect(!publicKey.verify([], of: digest))
    }

    /// The usual form is read here, everything else by libcrypto.
    @Test func readsPublicKeysInUnusualForms() throws {
        let key = try RSAPrivateKey(parsing: Samples.rsaKey)
        let der = key.publicKey.subjectPublicKeyInfo
        #expect(EVPKey(plainRSA: der)?.publicDER == der)
        let signature = try key.sign(message: [1])
        // The RSAPublicKey of PKCS#1 is what SubjectPublicKeyInfo wraps, behind 22 bytes.
        let pkcs1 = Array(der.dropFirst(22))
        #expect(EVPKey(plainRSA: pkcs1) == nil)
        #expect(try RSAPublicKey(der: pkcs1).verify(signature, message: [1]))
    }

    @Test func refusesBrokenPublicKeys() throws {
        let der = try RSAPrivateKey(parsing: Samples.rsaKey).publicKey.subjectPublicKeyInfo
        for count in 0..<der.count {
            #expect(throws: KeyError.self) { try RSAPublicKey(der: Array(der[..<count])) }
        }
        #expect(throws: KeyError.malformed) { try RSAPublicKey(der: der + [0]) }
        for exponent: UInt8 in [0, 1, 2, 4] {
            var changed = der
            changed[changed.count - 1] = exponent
            changed[changed.count - 3] = 0
            changed[changed.count - 2] = 0
            #expect(throws: KeyError.self) { try RSAPublicKey(der: changed) }
        }
        let other = try Ed25519PrivateKey.generate().publicKey.rawBytes
        let ed25519: [UInt8] = [0x30, 0x2A, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 3, 0x21, 0] + other
        #expect(throws: KeyError.otherAlgorithm) { try RSAPublicKey(der: ed25519) }
    }

    @Test(arguments: [1024, 2048]) func makesRSAKeys(size: Int) throws {
        let key = try RSAPrivateKey.generate(sizeInBits: size)
        let signature = try key.sign(message: [1, 2, 3])
        #expect(signature.count == size / 8)
        let publicKey = try RSAPublicKey(der: key.publicKey.subjectPublicKeyInfo)
        #expect(publicKey.sizeInBits == size)
        #expect(publicKey.verify(signature, message: [1, 2, 3]))
    }

    @Test(arguments: [
        ("", KeyError.malformed),
        ("-----BEGIN PRIVATE KEY-----\n", .malformed),
        ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", .malformed),
        ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", .malformed),
        ("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n", .encrypted),
        (
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n", .encrypted
        ),
        (Samples.shortRSAKey, .size(512)),
    ])
    func refusesOtherKeys(text: String, error: KeyError) {
        #expect(throws: error) { try RSAPrivateKey(parsing: text) }
    }

    @Test func refusesAKeyWhoseHalvesDiffer() throws {
        var der = try RSAPrivateKey(parsing: Samples.rsaKey).pkcs8DER
        der[60] ^= 0x10  // in the modulus
        #expect(throws: KeyError.self) { try RSAPrivateKey(der: der) }
    }

    @Test func refusesSizesOutsideTheRange() {
        for size in [0, 512, 1023, 4097, .max] {
            #expect(throws: KeyError.size(size)) {
                try RSAPrivateKey.generate(sizeInBits: size)
            }
        }
    }

    @Test func signsFromManyTasksAtOnce() async throws {
        let key = try RSAPrivateKey(parsing: Samples.rsaKey)
        let digest = SHA256Digest.hash([])
        let expected = try key.sign(digest)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<64 { group.addTask { try key.sign(digest) } }
            for try await signature in group { #expect(signature == expected) }
        }
    }

    @Test func givesRandomBytes() {
        #expect(SecureRandom.bytes(0).isEmpty)
        #expect(SecureRandom.bytes(32).count == 32)
        #expect(SecureRandom.bytes(32) != SecureRandom.bytes(32))
    }

    @Test func makesACertificate() throws {
        let (certificate, key) = try SelfSignedCertificate.make(
            names: ["localhost", "mail.example.com"],
            ips: [.v4([127, 0, 0, 1]), .v6([UInt8](repeating: 0, count: 15) + [1])],
            validFor: .seconds(86_400), now: UnixTime(seconds: 1_790_000_000))
        #expect(key.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        let der = try PEM.decode(certificate, label: "CERTIFICATE")
        #expect(der.first == 0x30)
        for part in [
            Array("mail.example.com".utf8), [0x87, 0x04, 127, 0, 0, 1],
            Array("260921131320Z".utf8), Array("260922141320Z".utf8),
        ] {
            #expect(der.indices.contains { der[$0...].starts(with: part) })
        }
        #expect(throws: KeyError.malformed) {
            try SelfSignedCertificate.make(
                names: [], ips: [], validFor: .seconds(1), now: UnixTime(seconds: 0))
        }
    }
}
