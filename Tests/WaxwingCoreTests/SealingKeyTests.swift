import MailTypes
import Testing
import WaxwingCore

@Suite struct SealingKeyTests {
    private let key = SealingKey.generate()

    @Test(arguments: [0, 1, 16, 40, 10_000])
    func opensWhatItSealed(count: Int) {
        let secret = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let sealed = key.seal(secret, for: "here")
        #expect(sealed.count == count + 29)
        #expect(key.open(sealed, for: "here") == secret)
    }

    @Test func sealsNothingTwiceTheSame() {
        #expect(key.seal([1, 2, 3], for: "here") != key.seal([1, 2, 3], for: "here"))
    }

    @Test func opensNothingElse() {
        let sealed = key.seal(Array("secret".utf8), for: "here")
        #expect(key.open(sealed, for: "there") == nil)
        #expect(SealingKey.generate().open(sealed, for: "here") == nil)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(key.open(changed, for: "here") == nil, "byte \(index)")
            #expect(key.open(Array(sealed.prefix(index)), for: "here") == nil)
        }
    }

    /// Test case 15 of GCM (McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B),
    /// in Waxwing's envelope.
    @Test func opensWhatOthersSealed() throws {
        let half = "feffe9928665731c6d6a8f9467308308"
        let key = try #require(SealingKey(Self.bytes(half + half)))
        let sealed = Self.bytes(
            "01" + "cafebabefacedbaddecaf888"
                + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad"
                + "b094dac5d93471bdec1a502270e3cc6c")
        let text = Self.bytes(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255")
        #expect(key.open(sealed, for: "") == text)
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        var digits = hex.utf8.compactMap(\.hexValue)[...]
        var bytes: [UInt8] = []
        while let high = digits.popFirst(), let low = digits.popFirst() {
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    @Test func showsNoSecret() {
        let secret = SecretText("wJalrXUtnFEMI")
        #expect(!"\(secret) \(String(reflecting: secret)) \([secret])".contains("wJalr"))
        var dumped = ""
        dump(secret, to: &dumped)
        dump(key, to: &dumped)
        dump(
            ActiveCredential(
                id: "A", secret: secret, principal: Principal(account: .development)), to: &dumped)
        #expect(!dumped.contains("wJalr"))
        #expect(!dumped.contains("\(key.bytes[0]), \(key.bytes[1])"))
    }
}
