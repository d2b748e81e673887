import MailTypes

/// Writes one field, and folds it where lines grow long (RFC 5322 §2.2.3).
///
/// Text arrives as words. A line break is only ever put in front of a word, so that no line holds
/// nothing but white space.
struct FieldWriter {
    /// Longest line that is written where the words allow it, without its CRLF.
    static let preferredLineLength = 78
    /// Longest line at all (RFC 5322 §2.1.1).
    static let lineLengthLimit = 998
    /// Longest field name.
    static let nameLengthLimit = 76

    private let name: String
    private(set) var bytes: [UInt8]
    private(set) var column: Int
    private var isLineEmpty = true

    init(_ name: String) throws(CompositionError) {
        guard !name.isEmpty, name.utf8.count <= Self.nameLengthLimit,
            name.utf8.allSatisfy(\.isFieldName)
        else { throw .invalidFieldName(name) }
        self.name = name
        bytes = Array("\(name):".utf8)
        column = bytes.count
    }

    /// Refuses text that could break out of its field.
    func check(_ text: String) throws(CompositionError) {
        guard text.utf8.allSatisfy({ $0 != 0x0D && $0 != 0x0A && $0 != 0 }) else {
            throw .lineBreakInField(name)
        }
    }

    /// Writes a word behind `space`, or on a new line if it does not fit; the space then begins
    /// the new line.
    mutating func append(
        _ word: some Collection<UInt8>, after space: some Collection<UInt8> = [0x20]
    ) throws(CompositionError) {
        let end = column + space.count + word.count
        if end > (isLineEmpty ? Self.lineLengthLimit : Self.preferredLineLength) {
            bytes += [0x0D, 0x0A]
            column = 0
        }
        bytes += space
        bytes += word
        column += space.count + word.count
        isLineEmpty = false
        guard column <= Self.lineLengthLimit else { throw .lineTooLong(name) }
    }

    /// Writes a comma or the like, which must stay with the word before it.
    mutating func appendClosely(_ text: String) throws(CompositionError) {
        bytes += text.utf8
        column += text.utf8.count
        guard column <= Self.lineLengthLimit else { throw .lineTooLong(name) }
    }

    /// Room left on the line for a word behind a space.
    var room: Int { Self.preferredLineLength - column - 1 }

    /// The finished field.
    func finished() -> Field { Field(bytes: (bytes + [0x0D, 0x0A])[...]) }
}

extension FieldWriter {
    /// A word of unstructured text and the white space in front of it.
    private struct Word {
        let space: ArraySlice<UInt8>
        let text: ArraySlice<UInt8>

        /// Whether it cannot be written as it is: it is not printable ASCII, looks like an encoded
        /// word, or does not fit into a line.
        var needsEncoding: Bool {
            let text = text
            return space.count > 60
                || space.count + text.count > FieldWriter.lineLengthLimit
                || !text.allSatisfy(\.isVisible)
                || zip(text, text.dropFirst()).contains {
                    $0 == (UInt8(ascii: "="), UInt8(ascii: "?"))
                }
        }
    }

    /// The words of `text`; white space at either end is dropped.
    private static func words(of text: ArraySlice<UInt8>) -> [Word] {
        var cursor = ByteCursor(text)
        var words: [Word] = []
        while !cursor.isAtEnd {
            let space = cursor.take(while: \.isSpaceOrTab)
            let word = cursor.take { !$0.isSpaceOrTab }
            if word.isEmpty { break }
            words.append(Word(space: words.isEmpty ? [0x20] : space, text: word))
        }
        return words
    }

    /// Writes unstructured text; what is not printable ASCII becomes encoded words.
    ///
    /// From the first word to the last that needs it everything is encoded; the words around stay
    /// readable. White space at either end of the text is dropped.
    mutating func appendText(_ text: String) throws(CompositionError) {
        try check(text)
        let words = Self.words(of: Array(text.utf8)[...])
        guard let first = words.firstIndex(where: \.needsEncoding),
            let last = words.lastIndex(where: \.needsEncoding)
        else {
            for word in words { try append(word.text, after: word.space) }
            return
        }
        for word in words[..<first] { try append(word.text, after: word.space) }
        var encoded = Array(words[first].space.dropFirst()) + words[first].text
        for word in words[first...last].dropFirst() { encoded += word.space + word.text }
        try appendEncoded(
            String(decoding: encoded, as: UTF8.self), in: .text,
            after: words[first].space.prefix(1))
        for word in words[(last + 1)...] { try append(word.text, after: word.space) }
    }

    mutating func appendEncoded(
        _ text: String, in place: EncodedWord.Place, after space: ArraySlice<UInt8> = [0x20]
    ) throws(CompositionError) {
        // A line that is nearly full already is left as it is.
        let firstLengthLimit = room >= 40 ? room : EncodedWord.lengthLimit
        let words = EncodedWord.encode(text, in: place, firstLengthLimit: firstLengthLimit)
        for (index, word) in words.enumerated() {
            try append(word, after: index == 0 ? space : [0x20])
        }
    }
}
