import MailTypes
import Testing

@testable import MailAuth

@Suite struct DKIMCanonicalizationTests {
    /// RFC 6376 §3.4.5.
    static let example = "A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n"

    private func header(_ text: String, _ canonicalization: DKIMCanonicalization) -> String {
        var output: [UInt8] = []
        for field in HeaderFieldScanner.scan(text.bytes[...]).fields {
            canonicalization.append(field, to: &output)
        }
        return String(decoding: output, as: UTF8.self)
    }

    @Test(arguments: [
        (example, DKIMCanonicalization.relaxed, "a:X\r\nb:Y Z\r\n"),
        (example, .simple, "A: X\r\nB : Y\t\r\n\tZ  \r\n"),
        ("Empty:\r\n", .relaxed, "empty:\r\n"),
        ("Empty: \r\n \r\n\t\r\n", .relaxed, "empty:\r\n"),
        ("A: \t b\t\tc \r\n", .relaxed, "a:b c\r\n"),
        ("A:b\r\n c", .relaxed, "a:b c\r\n"),
        ("A:b", .simple, "A:b\r\n"),
        ("A:b\rc\nd\r\n", .relaxed, "a:b\rc\nd\r\n"),
    ])
    func writesHeaderFields(
        text: String, canonicalization: DKIMCanonicalization, expected: String
    ) {
        #expect(header(text, canonicalization) == expected)
    }

    /// Fields are relaxed eight bytes at a time: the pieces stand at every place in a word.
    @Test func relaxesFieldsAsTheRuleSays() {
        let pieces = ["a", " ", "\t", "\r\n ", "1234567", "\r", "\u{0}", "x y", "ä"]
        for number in 0..<(9 * 9 * 9 * 9) {
            let places = [number % 9, number / 9 % 9, number / 81 % 9, number / 729]
            let value = "12345 " + places.map { pieces[$0] }.joined() + "8 "
            var words: [[UInt8]] = [[]]
            for byte in value.bytes.split(separator: [0x0D, 0x0A]).joined() {
                if byte != 0x20, byte != 0x09 {
                    words[words.count - 1].append(byte)
                } else if words.last != [] {
                    words.append([])
                }
            }
            let expected = Array(words.filter { !$0.isEmpty }.joined(separator: [0x20]))
            #expect(
                header("A:\(value)\r\n", .relaxed).bytes == "a:".bytes + expected + [0x0D, 0x0A])
        }
    }

    // What each body becomes in simple and in relaxed form.
    static let bodies: [(body: String, simple: String, relaxed: String)] = [
        (
            " C \r\nD \t E\r\n\r\n\r\n", " C \r\nD \t E\r\n", " C\r\nD E\r\n"
        ),  // §3.4.5
        ("", "\r\n", ""),
        ("\r\n", "\r\n", ""),
        ("\r\n\r\n\r\n", "\r\n", ""),
        (" \t\r\n \r\n", " \t\r\n \r\n", ""),
        ("a", "a\r\n", "a\r\n"),
        ("a\r\n", "a\r\n", "a\r\n"),
        ("a\r\n\r\nb \t \r\n  \r\n", "a\r\n\r\nb \t \r\n  \r\n", "a\r\n\r\nb\r\n"),
        ("\r\n\r\na", "\r\n\r\na\r\n", "\r\n\r\na\r\n"),
        ("  a  b  c  ", "  a  b  c  \r\n", " a b c\r\n"),
        ("a\rb\r\n", "a\rb\r\n", "a\rb\r\n"),  // a CR that ends no line
        ("a\r", "a\r\r\n", "a\r\r\n"),
        ("a \r\r\n", "a \r\r\n", "a \r\r\n"),
        ("\r\r\n\r", "\r\r\n\r\r\n", "\r\r\n\r\r\n"),
        ("a\nb \n", "a\nb \n\r\n", "a\nb \n\r\n"),  // a bare LF ends none either
        ("\n", "\n\r\n", "\n\r\n"),
        ("12345678 \r\n", "12345678 \r\n", "12345678\r\n"),
        ("1234567 \r\n", "1234567 \r\n", "1234567\r\n"),
        ("1234567 8\r\n", "1234567 8\r\n", "1234567 8\r\n"),
        ("1234567  8\r\n", "1234567  8\r\n", "1234567 8\r\n"),
        ("ä\u{0}\u{1F}\u{7F}\r\n", "ä\u{0}\u{1F}\u{7F}\r\n", "ä\u{0}\u{1F}\u{7F}\r\n"),
    ]

    @Test(arguments: bodies)
    func hashesBodies(body: String, simple: String, relaxed: String) {
        for (canonicalization, expected) in [
            (DKIMCanonicalization.simple, simple), (.relaxed, relaxed),
        ] {
            for size in [Int.max, 1, 2, 3] {
                let hasher = DKIMBodyHasher(canonicalization: canonicalization)
                feed(body.bytes, to: hasher, size: size)
                #expect(hasher.finish() == SHA256Digest.hash(expected.utf8), "\(size) at a time")
                #expect(hasher.canonicalLength == expected.utf8.count)
            }
        }
    }

    @Test(arguments: [
        ("", DKIMCanonicalization.simple, "frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY="),
        ("", .relaxed, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
        (
            "Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n", .relaxed,
            "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8="
        ),
    ])
    func knowsTheAnswers(body: String, canonicalization: DKIMCanonicalization, hash: String) {
        let hasher = DKIMBodyHasher(canonicalization: canonicalization)
        hasher.update(body.bytes[...])
        #expect(Base64.encode(hasher.finish().bytes) == hash)
    }

    @Test func knowsTheAnswersOfSHA1() {
        for (canonicalization, hash) in [
            (DKIMCanonicalization.simple, "uoq1oCgLlTqpdDX/iUbLy7J1Wic="),
            (.relaxed, "2jmj7l5rSw0yVb/vlWAYkK/YBwk="),
        ] {
            let hasher = DKIMBodyHasher(
                canonicalization: canonicalization, lengthLimit: nil, digest: .sha1)
            #expect(Base64.encode(hasher.finishDigest()) == hash)
        }
    }

    @Test(arguments: [0, 1, 5, 6, 7, 8, 100])
    func hashesNoMoreThanTheLimit(limit: Int) {
        let canonical = "ab\r\ncd\r\n"
        for canonicalization in DKIMCanonicalization.allCases {
            let hasher = DKIMBodyHasher(
                canonicalization: canonicalization, lengthLimit: UInt64(limit))
            feed("ab\r\ncd\r\n\r\n".bytes, to: hasher, size: 1)
            #expect(hasher.finish() == SHA256Digest.hash(canonical.utf8.prefix(limit)))
            #expect(hasher.canonicalLength == 8)
        }
    }

    /// Random bodies of the bytes that matter, longer than a block, against the rules of §3.4
    /// followed to the letter.
    @Test(arguments: 0..<200) func agreesWithTheRulesToTheLetter(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let alphabets = [" \t\r\nab", "\r\n", "abcdefghijklmnop  \t\r\n", " a"]
        let alphabet = alphabets[seed % alphabets.count].bytes + (seed % 3 == 0 ? [0, 0xE4] : [])
        let length = seed < 150 ? seed : DKIMBodyHasher.blockSize * 2 + seed
        var body: [UInt8] = []
        while body.count < length {
            if random.next() % 8 == 0 {
                body += [0x0D, 0x0A]
            } else {
                body.append(alphabet.randomElement(using: &random) ?? 0)
            }
        }
        for canonicalization in DKIMCanonicalization.allCases {
            let expected = Self.naive(body, canonicalization)
            for size in [Int.max, 1, 7, 8190] {
                let hasher = DKIMBodyHasher(canonicalization: canonicalization)
                feed(body, to: hasher, size: size)
                #expect(
                    hasher.finish() == SHA256Digest.hash(expected),
                    "seed \(seed), \(canonicalization), \(size) at a time")
            }
        }
    }

    @Test func countsPendingLineEndsBeyondABlock() {
        let lineEnds = Array(repeating: DKIMCanonicalization.lineEnd, count: 20_000).flatMap(\.self)
        for canonicalization in DKIMCanonicalization.allCases {
            let hasher = DKIMBodyHasher(canonicalization: canonicalization)
            hasher.update(lineEnds[...])
            #expect(hasher.canonicalLength == 0)
            hasher.update("x".bytes[...])
            #expect(hasher.finish() == SHA256Digest.hash(lineEnds + "x\r\n".bytes))
        }
    }

    private func feed(_ body: [UInt8], to hasher: DKIMBodyHasher, size: Int) {
        var rest = body[...]
        while !rest.isEmpty {
            hasher.update(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
    }

    private static func naive(
        _ body: [UInt8], _ canonicalization: DKIMCanonicalization
    ) -> [UInt8] {
        var lines: [[UInt8]] = [[]]
        var index = 0
        while index < body.count {
            if body[index] == 0x0D, index + 1 < body.count, body[index + 1] == 0x0A {
                lines.append([])
                index += 2
            } else {
                lines[lines.count - 1].append(body[index])
                index += 1
            }
        }
        if canonicalization == .relaxed { lines = lines.map(relaxed) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        if lines.isEmpty { return canonicalization == .simple ? [0x0D, 0x0A] : [] }
        return lines.flatMap { $0 + [0x0D, 0x0A] }
    }

    private static func relaxed(_ line: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for byte in line {
            if !byte.isSpaceOrTab {
                output.append(byte)
            } else if output.last != 0x20 {
                output.append(0x20)
            }
        }
        if output.last == 0x20 { output.removeLast() }
        return output
    }
}
