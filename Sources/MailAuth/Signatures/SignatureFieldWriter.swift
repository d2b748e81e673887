import MailTypes

/// Writes the tags of a field that signs, and folds where a line would grow too long.
///
/// A line is longer only where one tag alone is, since a domain cannot be folded.
struct SignatureFieldWriter {
    /// Without CRLF (RFC 5322 §2.1.1).
    private let lineLengthLimit: Int

    private(set) var bytes: [UInt8]
    private var lineLength: Int

    /// - Parameter name: the field's, `DKIM-Signature`.
    init(_ name: String, lineLengthLimit: Int = 78) {
        self.lineLengthLimit = min(max(lineLengthLimit, 40), 998)
        bytes = Array("\(name):".utf8)
        lineLength = bytes.count
    }

    /// Appends a tag and its semicolon, which the last one goes without.
    mutating func append(_ tag: String, isLast: Bool = false) {
        startTag(length: tag.utf8.count + 1)
        write(isLast ? tag : "\(tag);")
    }

    /// Appends a word of free text behind a space or a fold.
    mutating func append(word: some Collection<UInt8>) {
        startTag(length: word.count)
        bytes += word
        lineLength += word.count
    }

    /// Appends a tag whose value is words with colons between; folds behind a colon (§3.5).
    mutating func append(_ name: String, words: [String]) {
        startTag(length: name.utf8.count + 2 + (words.first?.utf8.count ?? 0))
        write("\(name)=")
        if words.isEmpty { write(";") }
        for (index, word) in words.enumerated() {
            if lineLength + word.utf8.count + 1 > lineLengthLimit { fold() }
            write(word)
            write(index == words.count - 1 ? ";" : ":")
        }
    }

    /// Starts `b=` on a line of its own.
    mutating func startSignature() {
        fold()
        write("b=")
    }

    /// Ends a tag that was written in pieces. What follows starts on a line of its own, so that it
    /// is folded in the same way whatever the signature's length.
    mutating func end() {
        write(";")
        lineLength = lineLengthLimit
    }

    /// Appends bytes as base64, which may be folded anywhere.
    mutating func appendFolded(base64 content: [UInt8]) {
        var rest = Base64.encodedBytes(content)[...]
        while !rest.isEmpty {
            let part = rest.prefix(lineLengthLimit - lineLength)
            bytes += part
            lineLength += part.count
            rest = rest[part.endIndex...]
            if !rest.isEmpty { fold() }
        }
    }

    private mutating func startTag(length: Int) {
        if lineLength + 1 + length > lineLengthLimit { fold() } else { write(" ") }
    }

    private mutating func fold() {
        bytes += [0x0D, 0x0A, 0x09]
        lineLength = 1
    }

    private mutating func write(_ text: String) {
        bytes += text.utf8
        lineLength += text.utf8.count
    }
}
