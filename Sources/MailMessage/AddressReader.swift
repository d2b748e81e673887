import MailTypes

/// Reads address lists (RFC 5322 §3.4 and §4.4), in one pass from left to right.
struct AddressReader {
    private var cursor: ByteCursor
    /// The last comment of the item that is being read.
    private var comment: [UInt8]?
    /// What was wrong with addresses that were read all the same.
    private var irregularities: [SyntaxError] = []

    init(_ value: ArraySlice<UInt8>) { cursor = ByteCursor(value) }

    /// A word of a name or of a local-part.
    private struct Word {
        enum Kind { case atom, quoted, dot, encoded }
        let kind: Kind
        let bytes: [UInt8]
        let followsSpace: Bool
        let offset: Int
    }

    mutating func readList() -> (list: AddressList, errors: [SyntaxError]) {
        var list = AddressList()
        var errors: [SyntaxError] = []
        while true {
            do throws(SyntaxError) {
                comment = nil
                try skipCFWS()
                if cursor.isAtEnd { break }
                // Empty items are obsolete syntax; a semicolon between items is Outlook's comma.
                if cursor.take(UInt8(ascii: ",")) || cursor.take(UInt8(ascii: ";")) { continue }
                let item = try readItem()
                list.items.append(item)
                // The semicolon of a group parts it from the next item well enough.
                if case .address = item, let error = try readItemEnd(inGroup: false) {
                    errors.append(error)
                }
            } catch {
                errors.append(error)
                skipItem()
            }
        }
        return (list, errors + irregularities)
    }

    private mutating func skipCFWS() throws(SyntaxError) {
        if let text = try cursor.skipCFWS() { comment = text }
    }

    /// After an error: goes to the next comma outside quotes.
    private mutating func skipItem() {
        var isQuoted = false
        while let byte = cursor.next() {
            switch byte {
            case UInt8(ascii: "\\"): _ = cursor.next()
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: return
            default: break
            }
        }
    }

    /// Reads the comma behind an address. Where there is none but something that may be the next
    /// address (`<a@b.example> <c@d.example>`), reading goes on with that.
    private mutating func readItemEnd(inGroup: Bool) throws(SyntaxError) -> SyntaxError? {
        try skipCFWS()
        switch cursor.peek {
        case nil: return nil
        case UInt8(ascii: ","): _ = cursor.next()
        case UInt8(ascii: ";"): if !inGroup { _ = cursor.next() }
        default: return cursor.expected("a comma")
        }
        return nil
    }

    ///     address = mailbox / group     ; RFC 5322 §3.4
    private mutating func readItem() throws(SyntaxError) -> AddressList.Item {
        let words = try readWords()
        if !words.isEmpty, cursor.take(UInt8(ascii: ":")) {
            return .group(try readGroup(named: Self.text(of: words)))
        }
        return .address(try readAddress(words))
    }

    ///     group = display-name ":" [group-list] ";" [CFWS]     ; a missing ";" is forgiven
    private mutating func readGroup(named name: String) throws(SyntaxError) -> AddressList.Group {
        var group = AddressList.Group(name: name, members: [])
        while true {
            comment = nil
            try skipCFWS()
            if cursor.isAtEnd || cursor.take(UInt8(ascii: ";")) { return group }
            if cursor.take(UInt8(ascii: ",")) { continue }
            group.members.append(try readAddress(try readWords()))
            if let error = try readItemEnd(inGroup: true) { throw error }
        }
    }

    ///     mailbox = name-addr / addr-spec     ; RFC 5322 §3.4
    private mutating func readAddress(_ words: [Word]) throws(SyntaxError) -> Address {
        switch cursor.peek {
        case UInt8(ascii: "<"):
            let mailbox = try readAngleAddress()
            return Address(displayName: try displayName(words), mailbox: mailbox)
        case UInt8(ascii: "@"):
            let start = words.first?.offset ?? cursor.offset
            let mailbox = try readMailbox(localPart: words)
            try skipCFWS()
            guard cursor.peek == UInt8(ascii: "<") else {
                return Address(displayName: try displayName([]), mailbox: mailbox)
            }
            // `a@example.com <a@example.com>`: what stands in front is a name, whatever it says.
            let written = cursor.slice(from: start).trimmingFoldingWhitespace
            let name = String(decoding: written.filter { $0 >= 0x20 }, as: UTF8.self)
            return Address(displayName: name, mailbox: try readAngleAddress())
        default:
            throw cursor.expected(.byte("@"))
        }
    }

    /// The name in front, or else the comment behind.
    private mutating func displayName(_ words: [Word]) throws(SyntaxError) -> String? {
        try skipCFWS()
        if !words.isEmpty {
            let text = Self.text(of: words)
            return text.isEmpty ? nil : text
        }
        guard let comment else { return nil }
        let text = EncodedWord.decode(comment[...].trimmingFoldingWhitespace)
        return text.isEmpty ? nil : text
    }

    /// Reads words until something stands there that ends a name or a local-part.
    private mutating func readWords() throws(SyntaxError) -> [Word] {
        var words: [Word] = []
        while true {
            let before = cursor.offset
            try skipCFWS()
            let start = cursor.offset
            let followsSpace = start > before
            guard let byte = cursor.peek else { return words }
            let (kind, bytes): (Word.Kind, [UInt8])
            switch byte {
            case UInt8(ascii: "\""):
                (kind, bytes) = (.quoted, try cursor.readQuotedString())
            case UInt8(ascii: "."):
                _ = cursor.next()
                (kind, bytes) = (.dot, [byte])
            case UInt8(ascii: "=") where cursor.readEncodedWord() != nil:
                (kind, bytes) = (.encoded, Array(cursor.slice(from: start)))
            case _ where byte.isAtomText || byte == UInt8(ascii: "["):
                (kind, bytes) = (.atom, readAtom())
            default:
                return words
            }
            words.append(
                Word(kind: kind, bytes: bytes, followsSpace: followsSpace, offset: start))
        }
    }

    /// An atom; brackets, which only names can hold here, are taken along: `[list] <a@b.example>`.
    private mutating func readAtom() -> [UInt8] {
        Array(
            cursor.take {
                $0.isAtomText || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]")
            })
    }

    /// The text of a name: words with single spaces, encoded words decoded.
    private static func text(of words: [Word]) -> String {
        var bytes: [UInt8] = []
        for word in words {
            if word.followsSpace, !bytes.isEmpty { bytes.append(0x20) }
            bytes += word.bytes
        }
        // Quoted strings are decoded as well: no name is meant to read `=?utf-8?…?=`.
        return EncodedWord.decode(bytes[...].trimmingFoldingWhitespace)
    }

    ///     angle-addr = [CFWS] "<" [obs-route] addr-spec ">" [CFWS]     ; RFC 5322 §3.4, §4.4
    private mutating func readAngleAddress() throws(SyntaxError) -> Mailbox {
        _ = cursor.next()
        try skipCFWS()
        if cursor.peek == UInt8(ascii: "@") || cursor.peek == UInt8(ascii: ",") {
            _ = cursor.take { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ">") }
            guard cursor.take(UInt8(ascii: ":")) else { throw cursor.expected(.byte(":")) }
        }
        let words = try readWords()
        guard cursor.peek == UInt8(ascii: "@") else { throw cursor.expected(.byte("@")) }
        let mailbox = try readMailbox(localPart: words)
        try skipCFWS()
        guard cursor.take(UInt8(ascii: ">")) else { throw cursor.expected(.byte(">")) }
        return mailbox
    }

    /// Reads the `@` and the domain behind a local-part that has been read.
    private mutating func readMailbox(localPart words: [Word]) throws(SyntaxError) -> Mailbox {
        let localPart = try localPart(words, end: cursor.offset)
        _ = cursor.next()
        try skipCFWS()
        if cursor.take(UInt8(ascii: "[")) {
            return Mailbox(localPart: localPart, host: .literal(try readLiteral()))
        }
        return Mailbox(localPart: localPart, domain: try readDomain())
    }

    ///     obs-local-part = word *("." word)     ; RFC 5322 §4.4
    ///
    /// Dots in a row or at an end are read, and noted as errors: providers once gave such names
    /// away. Written out they are put in quotes.
    private mutating func localPart(_ words: [Word], end: Int) throws(SyntaxError) -> String {
        var bytes: [UInt8] = []
        var previous = Word.Kind.dot
        for word in words {
            guard word.kind == .dot || previous == .dot else {
                throw SyntaxError(expected: .localPart, offset: word.offset)
            }
            if word.kind == .dot, previous == .dot {
                irregularities.append(SyntaxError(expected: .localPart, offset: word.offset))
            }
            previous = word.kind
            let isValid = word.bytes.allSatisfy {
                word.kind == .quoted
                    ? $0 >= 0x20 && $0 != 0x7F
                    : $0.isAtomText || $0 == UInt8(ascii: ".")
            }
            guard isValid else { throw SyntaxError(expected: .localPart, offset: word.offset) }
            bytes += word.bytes
        }
        guard words.contains(where: { $0.kind != .dot }) else {
            throw SyntaxError(expected: .localPart, offset: end)
        }
        if previous == .dot {
            irregularities.append(SyntaxError(expected: .localPart, offset: end))
        }
        guard bytes.count <= Mailbox.localPartLengthLimit else {
            throw SyntaxError(expected: .shortLocalPart, offset: end)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SyntaxError(expected: "UTF-8", offset: end)
        }
        return text
    }

    ///     obs-domain = atom *("." atom)     ; RFC 5322 §4.4
    private mutating func readDomain() throws(SyntaxError) -> DomainName {
        let start = cursor.offset
        var name: [UInt8] = []
        repeat {
            if !name.isEmpty { name.append(UInt8(ascii: ".")) }
            try skipCFWS()
            let atom = cursor.take(while: \.isAtomText)
            guard !atom.isEmpty else { throw cursor.expected(.domain) }
            name += atom
            try skipCFWS()
        } while cursor.take(UInt8(ascii: "."))
        do {
            return try DomainName(parsing: name[...])
        } catch {
            throw SyntaxError(expected: error.expected, offset: start)
        }
    }

    ///     domain-literal = "[" *([FWS] dtext) [FWS] "]"     ; RFC 5322 §3.4.1
    private mutating func readLiteral() throws(SyntaxError) -> String {
        let start = cursor.offset
        let bytes = cursor.take { $0 != UInt8(ascii: "]") }
        guard cursor.take(UInt8(ascii: "]")) else { throw cursor.expected(.byte("]")) }
        let literal = bytes.filter { !$0.isFoldingWhitespace }
        guard !literal.isEmpty, literal.count <= DomainName.lengthLimit,
            literal.allSatisfy({
                $0.isVisible && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "\\")
            })
        else { throw SyntaxError(expected: "an address literal", offset: start) }
        return String(decoding: literal, as: UTF8.self)
    }
}
