import Testing

@testable import MailTypes

@Suite struct SMTPReplyTests {
    @Test func writesOneLineAndSeveral() {
        #expect(SMTPReply(250, nil, "Ok").formatted == Array("250 Ok\r\n".utf8))
        let reply = SMTPReply(550, EnhancedStatusCode(5, 1, 1), lines: ["No such", "user"])
        #expect(reply.formatted == Array("550-5.1.1 No such\r\n550 5.1.1 user\r\n".utf8))
        #expect(reply.description == "550 5.1.1 No such user")
        #expect(SMTPReply(250, lines: []).formatted == Array("250\r\n".utf8))
    }

    @Test func textCannotForgeASecondReply() {
        let reply = SMTPReply(550, nil, "no\r\n250 Ok\u{0}")
        #expect(reply.formatted == Array("550 no  250 Ok \r\n".utf8))
    }

    @Test(arguments: [
        ("5.1.1 no", "5.1.1"), ("4.7.999", "4.7.999"), ("2.0.0\tok", "2.0.0"), ("3.1.1", nil),
        ("5.1", nil), ("5.1.1.1", nil), ("5.1.1234", nil), ("5..1", nil), ("", nil), ("5.a.1", nil),
        ("no 5.1.1", nil),
    ])
    func readsEnhancedCodes(text: String, code: String?) {
        #expect(EnhancedStatusCode(prefixOf: text)?.description == code)
    }
}

@Suite struct ASCIITests {
    @Test func classesOfBytesAreThoseOfTheStandards() {
        for byte in UInt8.min...UInt8.max {
            let character = Character(Unicode.Scalar(byte))
            let isLetter = ("a"..."z").contains(character) || ("A"..."Z").contains(character)
            #expect(byte.isLetter == isLetter)
            #expect(byte.isDigit == ("0"..."9").contains(character))
            #expect(byte.isHexDigit == (byte < 0x80 && character.isHexDigit))
            #expect(byte.asciiLowercased == (isLetter ? byte | 0x20 : byte))
            #expect(byte.asciiUppercased == (isLetter ? byte & 0xDF : byte))
        }
    }

    @Test func trimsFoldingWhitespace() {
        #expect(
            Array(" \r\n\ta b\t\r\n".utf8)[...].trimmingFoldingWhitespace == Array("a b".utf8)[...])
        #expect(Array(" \t ".utf8)[...].trimmingFoldingWhitespace.isEmpty)
        #expect(ArraySlice<UInt8>().trimmingFoldingWhitespace.isEmpty)
    }

    @Test func comparesWithoutRegardToCase() {
        #expect("MiXeD".equalsIgnoringCase("mixed"))
        #expect(!"mixed".equalsIgnoringCase("mixed "))
        #expect(Array("MIME".utf8)[...].equalsIgnoringCase("mime"))
        #expect("ÄB".asciiLowercased == "Äb")
    }

    @Test func comparesSecrets() {
        #expect(equalInConstantTime([1, 2], [1, 2]))
        #expect(!equalInConstantTime([1, 2], [1, 3]))
        #expect(!equalInConstantTime([1, 2], [1, 2, 3]))
    }
}

@Suite struct ByteCursorTests {
    @Test func readsAndLooksAhead() {
        var cursor = ByteCursor(Array("xxabc def".utf8)[2...])
        #expect(cursor.peek(at: 2) == UInt8(ascii: "c"))
        #expect(cursor.peek(at: 7) == nil)
        let taken = (cursor.take(ignoringCase: "ABC"), cursor.take(ignoringCase: " defg"))
        #expect(taken == (true, false))
        #expect(cursor.offset == 5)
        cursor.skipSpaces()
        let tooMany = cursor.take(4)
        #expect(tooMany == nil)
        let rest = cursor.take(3)
        #expect(rest == Array("def".utf8)[...])
        let behind = cursor.next()
        #expect(cursor.isAtEnd && behind == nil)
        #expect(cursor.slice(from: 6) == Array("def".utf8)[...])
        #expect(cursor.slice(from: -3).count == 7 && cursor.slice(from: 100).isEmpty)
        cursor.move(to: 0)
        #expect(cursor.offset == 2)
    }
}
