import MailTypes

/// Takes a `Received` field apart into words and comments, in one pass.
///
///     stamp = From-domain By-domain Opt-info [CFWS] ";" FWS date-time     ; RFC 5321 §4.4
struct ReceivedReader {
    enum Token: Equatable {
        case word([UInt8])
        /// The text without the outer parentheses.
        case comment([UInt8])
    }

    static let keywords: Set<String> = ["from", "by", "via", "with", "id", "for"]
    static let greetings: [StaticString] = ["HELO", "EHLO", "LHLO"]
    /// Most words and comments that are looked at; those behind are passed over.
    static let tokenLimit = 500

    private var cursor: ByteCursor
    /// The date behind the last semicolon that one follows.
    let date: UnixTime?

    init(_ value: ArraySlice<UInt8>) {
        let (end, date) = Self.findDate(value)
        cursor = ByteCursor(value[..<end])
        self.date = date
    }

    /// The last semicolon outside comments parts the date from the rest. Some programs put a
    /// clause behind the date, which is then read with the others.
    private static func findDate(_ value: ArraySlice<UInt8>) -> (end: Int, date: UnixTime?) {
        var depth = 0
        var semicolon: Int?
        var index = value.startIndex
        while index < value.endIndex {
            switch value[index] {
            case UInt8(ascii: "\\") where depth > 0: index += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth = max(0, depth - 1)
            case UInt8(ascii: ";") where depth == 0: semicolon = index
            default: break
            }
            index += 1
        }
        guard let semicolon else { return (value.endIndex, nil) }
        var cursor = ByteCursor(value[(semicolon + 1)...])
        // `;_ Tue, …`
        _ = cursor.take { !$0.isAlphanumeric && $0 != UInt8(ascii: "(") }
        let start = cursor.offset
        if let date = try? cursor.readMessageDate() { return (semicolon, date) }
        cursor.move(to: start)
        if let date = try? cursor.readMessageDate(allowsRest: true) {
            return (value.endIndex, date)
        }
        return (semicolon, nil)
    }

    mutating func readTokens() -> [Token] {
        var tokens: [Token] = []
        while tokens.count < Self.tokenLimit {
            _ = cursor.take { $0.isFoldingWhitespace || $0 == UInt8(ascii: ",") || $0 == 0x29 }
            guard let byte = cursor.peek else { break }
            if byte == UInt8(ascii: "(") {
                tokens.append(.comment(readComment()))
            } else if byte == UInt8(ascii: "\""), let text = try? cursor.readQuotedString() {
                tokens.append(.word(text))
            } else {
                let start = cursor.offset
                _ = cursor.next()
                _ = cursor.take { !$0.isFoldingWhitespace && $0 != 0x28 && $0 != 0x29 }
                let word = cursor.slice(from: start)
                let end = word.lastIndex { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: ";") }
                if let end { tokens.append(.word(Array(word[...end]))) }
            }
        }
        return tokens
    }

    /// A comment; one that never ends goes to the end of the field.
    private mutating func readComment() -> [UInt8] {
        var text: [UInt8] = []
        var depth = 0
        while let byte = cursor.next() {
            switch byte {
            case UInt8(ascii: "("):
                depth += 1
                if depth > 1 { text.append(byte) }
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return text }
                text.append(byte)
            case UInt8(ascii: "\\"):
                if let escaped = cursor.next() { text.append(escaped) }
            default: text.append(byte)
            }
        }
        return text
    }

    static func pieces(
        of text: ArraySlice<UInt8>, isSeparator: (UInt8) -> Bool
    ) -> [ArraySlice<UInt8>] {
        text.split(whereSeparator: isSeparator)
    }

    /// The text of a word without the brackets around it; nil for brackets around nothing that an
    /// address literal could be.
    static func unbracketed(_ word: [UInt8]) -> String? {
        var bytes = word[...]
        if bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">") {
            bytes = bytes.dropFirst().dropLast()
        } else if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") {
            bytes = bytes.dropFirst().dropLast()
            guard address(bytes) != nil else { return nil }
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// `192.0.2.1`, `192.0.2.1:4711`, `IPv6:2001:db8::1`, `fe80::1%6`.
    static func address(_ piece: ArraySlice<UInt8>) -> IPAddress? {
        guard piece.count <= 80, piece.contains(where: \.isHexDigit) else { return nil }
        var bytes = piece
        if bytes.prefix(5).equalsIgnoringCase("IPv6:") { bytes = bytes.dropFirst(5) }
        if let zone = bytes.firstIndex(of: UInt8(ascii: "%")) { bytes = bytes[..<zone] }
        if bytes.contains(UInt8(ascii: ".")), !bytes.starts(with: "::".utf8),
            let port = bytes.firstIndex(of: UInt8(ascii: ":"))
        {
            bytes = bytes[..<port]
        }
        return IPAddress(parsing: String(decoding: bytes, as: UTF8.self))
    }

    /// The piece, where it has the look of a host's full name.
    static func reverseName(_ piece: ArraySlice<UInt8>) -> String? {
        let name = piece.last == UInt8(ascii: ".") ? piece.dropLast() : piece
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")),
            name[dot...].contains(where: \.isLetter),
            (try? DomainName(parsing: name)) != nil
        else { return nil }
        return String(decoding: piece, as: UTF8.self)
    }

    /// `using TLSv1.3 with cipher X`, `version=TLS1_2, cipher=X`, `TLS: TLSv1/SSLv3, 168bits,X`,
    /// `Cipher TLSv1:X:168`, `TLS1.3:X:256`.
    static func tls(in comment: [UInt8]) -> ReceivedField.TLS? {
        let words = pieces(of: comment[...]) {
            $0.isFoldingWhitespace || ",;:=()/".utf8.contains($0)
        }
        var version: String?
        var cipher: String?
        var isNext = false
        for word in words {
            if let found = tlsVersion(word) {
                if version == nil { version = found }
            } else if word.equalsIgnoringCase("cipher") {
                isNext = true
            } else if cipher == nil, isNext || (version != nil && isCipher(word)) {
                cipher = String(decoding: word, as: UTF8.self)
            }
        }
        // Gmail calls a cipher that it has no name for `OTHER`.
        if cipher == "OTHER" { cipher = nil }
        return version == nil ? nil : ReceivedField.TLS(version: version, cipher: cipher)
    }

    private static func isCipher(_ word: ArraySlice<UInt8>) -> Bool {
        word.count >= 7 && word.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
            && word.allSatisfy {
                $0.isDigit || $0 == $0.asciiUppercased && $0.isLetter || $0 == 0x2D || $0 == 0x5F
            }
    }

    /// `TLSv1.2` for `TLS1_2`, `TLS-1.2` and the like; `TLSv1.0` for `TLSv1`.
    private static func tlsVersion(_ word: ArraySlice<UInt8>) -> String? {
        guard word.count <= 9, word.count >= 4 else { return nil }
        let name = String(decoding: word.prefix(3).map(\.asciiUppercased), as: UTF8.self)
        guard name == "TLS" || name == "SSL" else { return nil }
        let rest = word.dropFirst(3).drop { $0 == 0x2D || $0.asciiLowercased == 0x76 }
        guard !rest.isEmpty, rest.allSatisfy({ $0.isDigit || $0 == 0x2E || $0 == 0x5F }) else {
            return nil
        }
        let numbers = pieces(of: rest) { !$0.isDigit }.map { String(decoding: $0, as: UTF8.self) }
        guard let major = numbers.first else { return nil }
        if numbers.count == 1, name == "SSL" { return "SSLv\(major)" }
        return "\(name)v\(major).\(numbers.count > 1 ? numbers[1] : "0")"
    }
}
