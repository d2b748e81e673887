import Testing

@testable import MailTypes

@Suite struct Base64Tests {
    /// RFC 4648 §10
    static let vectors = [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ]

    @Test(arguments: vectors)
    func encodesAndDecodes(plain: String, encoded: String) {
        #expect(Base64.encode(plain.utf8) == encoded)
        #expect(Base64.decode(encoded) == Array(plain.utf8))
        #expect(Base64.decode(encoded, .ignoringWhitespace) == Array(plain.utf8))
        #expect(Base64.decode(encoded, .lenient) == Array(plain.utf8))
    }

    @Test(arguments: ["Zg", "Zg=", "Zh==", "Zm9=", "Z", "====", "Zm9v Yg==", "Zg==Zg==", "Zm9v="])
    func strictRefuses(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test(arguments: [
        (" Z m\r\n9v\t", "foo"), ("Zg", "f"), ("Zm8", "fo"), ("Zg = =", "f"),
    ])
    func passesOverWhitespace(text: String, plain: String) {
        #expect(Base64.decode(text, .ignoringWhitespace) == Array(plain.utf8))
    }

    @Test(arguments: ["Z!g=", "Zm9vY", "Zg==Zg"])
    func whitespaceIsAllThatIsPassedOver(text: String) {
        #expect(Base64.decode(text, .ignoringWhitespace) == nil)
    }

    @Test(arguments: [
        ("Zm9v\u{0}!Ym-Fy", "foobar"), ("Zm9vY", "foo"), ("Zg==Zm9v", "f"), ("=", ""),
    ])
    func lenientReadsWhatThereIs(text: String, plain: String) {
        #expect(Base64.decode(text, .lenient) == Array(plain.utf8))
    }

    @Test func slicesAndLazyCollectionsAreEqual() {
        let bytes = Array("xxZm9vYmFyxx".utf8)
        #expect(Base64.decode(bytes[2..<10]) == Array("foobar".utf8))
        #expect(Base64.decode(bytes.lazy.map { $0 }.filter { $0 != 0x78 }) == Array("foobar".utf8))
        #expect(Base64.encode(bytes.reversed().reversed()[2..<5]) == Base64.encode(bytes[2..<5]))
    }

    @Test func roundTripsEveryLength() {
        for count in 0..<200 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
        }
    }

    /// Whatever the length of the lines, and wherever the last one ends.
    @Test(arguments: [1, 2, 4, 60, 64, 72, 75, 76, 77, 1000])
    func readsLines(length: Int) {
        for count in 0..<260 {
            let plain = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
            var lines: [UInt8] = []
            for (place, letter) in Base64.encodedBytes(plain).enumerated() {
                if place > 0, place % length == 0 { lines += [0x0D, 0x0A] }
                lines.append(letter)
            }
            #expect(Base64.decode(lines, .lenient) == plain)
            #expect(Base64.decode(lines, .ignoringWhitespace) == plain)
            #expect((Base64.decode(lines) == plain) == !lines.contains(0x0D))
        }
    }

    @Test func writesHexadecimal() {
        #expect(hexadecimal([0x00, 0x0F, 0xA9, 0xFF]) == "000fa9ff")
    }
}
