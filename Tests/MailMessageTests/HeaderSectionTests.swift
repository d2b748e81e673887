import MailTypes
import Testing

@testable import MailMessage

@Suite struct HeaderSectionTests {
    static let example = crlf(
        """
        Received: from x.y.test
              by example.net
              via TCP
        From: Pete <pete@example.net>
        X-SES-Configuration-Set: a
        x-ses-message-tags: b=c,
         d=e
        Bcc: secret@example.net
        DATE : Fri, 21 Nov 1997 09:55:06 -0600
        Subject:  A  folded\t
         \tsubject\u{20}
        To: a@example.net

        Body
        . with\u{0}everything

        """)

    @Test func keepsEveryByte() throws {
        #expect(try Message(parsing: Self.example).formatted == Self.example)
    }

    @Test func findsFieldsWithoutRegardToCase() throws {
        let section = try Message(parsing: Self.example).headerSection
        #expect(section.fields.count == 8)
        #expect(section["subject"] == "A  folded\t \tsubject")
        #expect(string(section.first("SUBJECT")?.rawValue ?? []) == "  A  folded\t\r\n \tsubject ")
        #expect(section.first("Date")?.name == "DATE")
        #expect(section.all("X-SES-Message-Tags").map(\.text) == ["b=c, d=e"])
        #expect(section["Dat"] == nil && section["Datex"] == nil && !section.contains(""))
    }

    @Test func rewritesAndLeavesEveryOtherByteAlone() throws {
        var message = try Message(parsing: Self.example)
        message.headerSection.removeAll {
            $0.nameHasPrefix("X-SES-") || $0.isNamed("Bcc") || $0.isNamed("Return-Path")
        }
        message.headerSection.replace("Date", with: try Field("Date", value: "now"))
        message.headerSection.replace("Message-ID", with: try Field("Message-ID", value: "<a@b>"))
        message.headerSection.prepend(try Field(parsing: bytes("DKIM-Signature: v=1;\r\n b=x")))
        let expected =
            string(Self.example)
            .split(separator: "X-SES", maxSplits: 1)[0]
            + string(Self.example).split(separator: "DATE", maxSplits: 1)[1]
        #expect(
            string(message.formatted)
                == "DKIM-Signature: v=1;\r\n b=x\r\nMessage-ID: <a@b>\r\n"
                + expected.replacing(" : Fri, 21 Nov 1997 09:55:06 -0600", with: "Date: now"))
    }

    @Test func replacingLeavesOne() throws {
        var section = try HeaderSection(parsing: bytes("A: 1\r\na: 2\r\nB: 3\r\nA: 4\r\n")[...])
        section.replace("a", with: try Field("A", value: "5"))
        #expect(string(section.formatted) == "A: 5\r\nB: 3\r\n")
    }

    @Test func appendsBehindAMissingLineEnd() throws {
        var section = try HeaderSection(parsing: bytes("A: 1")[...])
        section.append(try Field("B", value: "2"))
        #expect(string(section.formatted) == "A: 1\r\nB: 2\r\n")
    }

    @Test(arguments: [
        ("", 0, ""), ("\r\n", 0, ""), ("\n", 0, ""), ("A: b", 1, ""), ("A: b\r\n", 1, ""),
        ("A: b\n\nc", 1, "c"), ("A: b\r\n\r\nc", 1, "c"), ("\r\nA: b", 0, "A: b"),
        ("From x@y Mon\nA: b\n\nc", 2, "c"), (" odd\nA: b\n\nc", 2, "c"), ("A\n\nc", 0, "A\n\nc"),
        // A line that is no field begins the body; one with a bad name does not.
        ("A: b\nHello there\nC: d", 1, "Hello there\nC: d"),
        ("A: b\nC\u{FC}: d\nE: f\n\ng", 3, "g"),
        ("A: b\nsee this: c\n\nd", 1, "see this: c\n\nd"), ("A: b\n: c\nD: e\n\nf", 3, "f"),
        ("A: b\nFrom x\nC: d", 1, "From x\nC: d"),
        ("A: b\r\n \r\nC: d\r\n\r\ne", 2, "e"), (":\n\nc", 1, "c"), ("A: b\rC: d\n\ne", 1, "e"),
    ])
    func readsForgivingly(text: String, count: Int, body: String) throws {
        let message = try Message(parsing: bytes(text))
        #expect(message.headerSection.fields.count == count)
        #expect(string(message.body) == body)
        #expect(string(message.formatted) == text)
    }

    @Test func linesThatAreNoFieldsHaveNoName() throws {
        let section = try HeaderSection(parsing: bytes("From x@y\n: x\nA\u{FC}: c\nB: d\n")[...])
        #expect(section.fields.map(\.name) == ["", "", "", "B"])
        #expect(section.fields.prefix(3).allSatisfy { !$0.isWellFormed })
        #expect(string(section.fields[0].rawValue) == "From x@y")
    }

    @Test func keepsOffsetsOfTheMessage() throws {
        let text = bytes("xxA: b\r\nC: d\r\n\r\n")
        let section = try HeaderSection(parsing: text[2...])
        #expect(section.first("C")?.bytes.startIndex == 8)
        #expect(section.first("C")?.rawValue.startIndex == 10)
    }

    @Test func manyFieldsMeetTheLimit() throws {
        let allowed = bytes(String(repeating: "A: b\r\n", count: HeaderSection.fieldCountLimit))
        #expect(try Message(parsing: allowed).headerSection.fields.count == 10_000)
        let many = bytes(String(repeating: "A: b\r\n", count: 100_000) + "\r\nbody")
        #expect(throws: SyntaxError(expected: .fewerFields, offset: 60_000)) {
            try Message(parsing: many)
        }
    }

    @Test func hugeLinesAreRead() throws {
        let value = String(repeating: "x", count: 2_000_000)
        let message = try Message(parsing: bytes("A: \(value)\nB: c\n\nd"))
        #expect(message.headerSection.first("A")?.rawValue.count == 2_000_001)
        #expect(string(message.body) == "d")
    }

    @Test(arguments: ["", "A", "A: b\r\nC: d", "A: b\nc", "A: \u{0}", "A: b\rc", " A: b", "A b: c"])
    func refusesWhatIsNotOneField(text: String) {
        #expect(throws: SyntaxError.self) { try Field(parsing: bytes(text)) }
    }

    @Test func equalFieldsAreEqualWhereverTheyStand() throws {
        let section = try HeaderSection(parsing: bytes("A: b\r\nA: b\r\n")[...])
        #expect(section.fields[0] == section.fields[1])
    }
}

@Suite struct ByteSearchTests {
    @Test func findsAByteAtEveryPlace() {
        for length in 0..<40 {
            for place in 0..<length {
                var text = [UInt8](repeating: 0x0B, count: length + 3)
                text[place + 3] = 0x0A
                #expect(text[3...].index(of: 0x0A, from: 3) == place + 3)
                #expect(text[3..<(place + 3)].index(of: 0x0A, from: 3) == place + 3)
                #expect(text[3...].index(of: 0x0A, from: place + 4) == length + 3)
            }
        }
    }

    @Test(arguments: [
        ("", ""), ("a\r\nb", "a\r\nb"), ("a\nb", "a\r\nb"), ("a\rb", "a\r\nb"), ("\n", "\r\n"),
        ("\r", "\r\n"), ("\r\r\n", "\r\n\r\n"), ("\n\r\n\r", "\r\n\r\n\r\n"),
        ("a\n\r", "a\r\n\r\n"),
    ])
    func normalizesLineEnds(text: String, normalized: String) {
        #expect(string(LineEndings.normalized(bytes(text))) == normalized)
        #expect(LineEndings.normalized(bytes(normalized)) == bytes(normalized))
    }
}
