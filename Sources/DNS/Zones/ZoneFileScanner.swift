import MailTypes

/// One word of a master file, its escapes not yet undone.
struct ZoneFileToken {
    var bytes: ArraySlice<UInt8>
    /// Whether it stood between quotation marks, which are not part of `bytes`.
    var isQuoted: Bool

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var offset: Int { bytes.startIndex }
}

/// One entry of a master file: a line, or several that parentheses hold together.
struct ZoneFileEntry {
    var tokens: [ZoneFileToken]
    /// A line that begins with a blank is about the owner of the entry before.
    var startsWithBlank: Bool
}

/// Cuts a master file into entries and words (RFC 1035 §5.1).
struct ZoneFileScanner {
    private var cursor: ByteCursor

    init(_ bytes: ArraySlice<UInt8>) { cursor = ByteCursor(bytes) }

    /// The next entry with at least one word; nil at the end.
    mutating func nextEntry() throws(SyntaxError) -> ZoneFileEntry? {
        while !cursor.isAtEnd {
            let startsWithBlank = cursor.peek?.isSpaceOrTab == true
            let tokens = try readTokens()
            guard tokens.isEmpty else {
                return ZoneFileEntry(tokens: tokens, startsWithBlank: startsWithBlank)
            }
        }
        return nil
    }

    /// Reads to the end of a line that no parenthesis holds open.
    private mutating func readTokens() throws(SyntaxError) -> [ZoneFileToken] {
        var tokens: [ZoneFileToken] = []
        var opened: Int?
        while let byte = cursor.peek {
            switch byte {
            case 0x20, 0x09, 0x0D:
                _ = cursor.next()
            case 0x0A:
                _ = cursor.next()
                if opened == nil { return tokens }
            case UInt8(ascii: ";"):
                _ = cursor.take { $0 != 0x0A }
            case UInt8(ascii: "("):
                guard opened == nil else { throw cursor.expected("no second “(”") }
                opened = cursor.offset
                _ = cursor.next()
            case UInt8(ascii: ")"):
                guard opened != nil else { throw cursor.expected("a “(” before") }
                opened = nil
                _ = cursor.next()
            case UInt8(ascii: "\""):
                tokens.append(try readQuoted())
            default:
                tokens.append(readWord())
            }
        }
        if let opened { throw SyntaxError(expected: "a “)” for this", offset: opened) }
        return tokens
    }

    private mutating func readQuoted() throws(SyntaxError) -> ZoneFileToken {
        let opening = cursor.offset
        _ = cursor.next()
        let start = cursor.remaining
        while let byte = cursor.next() {
            if byte == UInt8(ascii: "\\") { _ = cursor.next() }
            if byte == UInt8(ascii: "\"") {
                return ZoneFileToken(bytes: start[..<(cursor.offset - 1)], isQuoted: true)
            }
        }
        throw SyntaxError(expected: "a closing quotation mark for this", offset: opening)
    }

    private mutating func readWord() -> ZoneFileToken {
        let start = cursor.remaining
        while let byte = cursor.peek, !Self.endsWord(byte) {
            _ = cursor.next()
            if byte == UInt8(ascii: "\\") { _ = cursor.next() }
        }
        return ZoneFileToken(bytes: start[..<cursor.offset], isQuoted: false)
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "\""):
            true
        default:
            false
        }
    }
}
