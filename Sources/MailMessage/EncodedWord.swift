import MailTypes

/// Text outside ASCII in header fields: `=?utf-8?Q?caf=C3=A9?=` (RFC 2047).
public enum EncodedWord {
    /// Longest encoded word (RFC 2047 §2).
    public static let lengthLimit = 75

    /// Text with its encoded words decoded, and everything else read as UTF-8.
    ///
    /// White space between two encoded words is dropped (RFC 2047 §6.2). Neighbours of one charset
    /// are decoded together, because many senders cut a character in two. Reads forgivingly:
    /// words may be longer than 75 characters, hold spaces, and touch other text.
    public static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.index(of: UInt8(ascii: "="), from: bytes.startIndex) < bytes.endIndex else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var output = Output()
        var cursor = ByteCursor(bytes)
        var plainStart = bytes.startIndex
        while cursor.peek != nil {
            let start = cursor.offset
            guard let word = cursor.readEncodedWord() else {
                _ = cursor.next()
                _ = cursor.take { $0 != UInt8(ascii: "=") }
                continue
            }
            output.append(plain: bytes[plainStart..<start], isBetweenWords: true)
            output.append(word)
            plainStart = cursor.offset
        }
        output.append(plain: bytes[plainStart...], isBetweenWords: false)
        output.close()
        return output.text
    }

    struct Word {
        let charset: Charset
        let bytes: [UInt8]
    }

    /// Text so far, and the bytes of encoded words whose last character may still be open.
    private struct Output {
        var text = ""
        var open: [UInt8] = []
        var charset: Charset?

        mutating func append(plain: ArraySlice<UInt8>, isBetweenWords: Bool) {
            if plain.isEmpty { return }
            if isBetweenWords, charset != nil, plain.allSatisfy(\.isFoldingWhitespace) { return }
            close()
            text += String(decoding: plain, as: UTF8.self)
        }

        mutating func append(_ word: Word) {
            if charset != word.charset { close() }
            charset = word.charset
            open += word.bytes
        }

        mutating func close() {
            if let charset { text += charset.decode(open[...]).text }
            charset = nil
            open = []
        }
    }
}

extension ByteCursor {
    /// Reads an encoded word if one comes next; otherwise the cursor stays where it is.
    ///
    ///     encoded-word = "=?" charset "?" encoding "?" encoded-text "?="     ; RFC 2047 §2
    ///
    /// The charset may carry a language (`utf-8*en`, RFC 2231 §5).
    mutating func readEncodedWord() -> EncodedWord.Word? {
        guard peek == UInt8(ascii: "="), peek(at: 1) == UInt8(ascii: "?") else { return nil }
        let start = offset
        if let word = readEncodedWordParts() { return word }
        move(to: start)
        return nil
    }

    private mutating func readEncodedWordParts() -> EncodedWord.Word? {
        _ = take(2)
        let label = take { $0.isAlphanumeric || "-_.:*+()".utf8.contains($0) }
        guard !label.isEmpty, take(UInt8(ascii: "?")) else { return nil }
        guard let encoding = next()?.asciiLowercased, take(UInt8(ascii: "?")) else { return nil }
        let text = take { $0 != UInt8(ascii: "?") }
        guard take(UInt8(ascii: "?")), take(UInt8(ascii: "=")) else { return nil }
        let name = label.prefix { $0 != UInt8(ascii: "*") }
        let charset = Charset(label: String(decoding: name, as: UTF8.self))
        switch encoding {
        case UInt8(ascii: "b"):
            guard let bytes = Base64.decode(text, .lenient) else { return nil }
            return EncodedWord.Word(charset: charset, bytes: bytes)
        case UInt8(ascii: "q"):
            return EncodedWord.Word(charset: charset, bytes: decodeQ(text))
        default:
            return nil
        }
    }

    /// The `Q` encoding: like quoted-printable, with `_` for a space (RFC 2047 §4.2).
    private func decodeQ(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == UInt8(ascii: "="), index + 2 < text.endIndex,
                let high = text[index + 1].hexValue, let low = text[index + 2].hexValue
            {
                bytes.append(high << 4 | low)
                index += 2
            } else if byte == UInt8(ascii: "_") {
                bytes.append(0x20)
            } else if byte != 0x0D, byte != 0x0A {
                bytes.append(byte)
            }
            index += 1
        }
        return bytes
    }
}
