import MailTypes

extension FieldWriter {
    /// Writes `; name=value`, in quotes where needed; values outside ASCII or too long for a line
    /// in the notation of RFC 2231, cut into sections that fit.
    mutating func appendParameter(_ name: String, _ value: String) throws(CompositionError) {
        try check(value)
        try appendClosely(";")
        let bytes = Array(value.utf8)
        guard bytes.allSatisfy({ $0.isVisible || $0 == 0x20 }), bytes.count <= 60 else {
            return try appendExtended(name, bytes)
        }
        if !bytes.isEmpty, bytes.allSatisfy(\.isMIMEToken) {
            return try append("\(name)=\(value)".utf8)
        }
        var quoted = Array("\(name)=\"".utf8)
        for byte in bytes {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                quoted.append(UInt8(ascii: "\\"))
            }
            quoted.append(byte)
        }
        try append(quoted + [UInt8(ascii: "\"")])
    }

    /// `name*=utf-8''…`, or `name*0*=utf-8''…; name*1*=…` (RFC 2231 §4.1).
    private mutating func appendExtended(
        _ name: String, _ value: [UInt8]
    ) throws(CompositionError) {
        var sections: [[UInt8]] = [Array("utf-8''".utf8)]
        for byte in value {
            var encoded = [byte]
            if !byte.isAttributeCharacter {
                encoded = [
                    UInt8(ascii: "%"), QuotedPrintable.upperHexDigit(byte >> 4),
                    QuotedPrintable.upperHexDigit(byte & 15),
                ]
            }
            if sections[sections.count - 1].count + encoded.count > 58 { sections.append([]) }
            sections[sections.count - 1] += encoded
        }
        if sections.count == 1 { return try append("\(name)*=".utf8 + sections[0]) }
        for (number, section) in sections.enumerated() {
            try append("\(name)*\(number)*=".utf8 + section)
            if number < sections.count - 1 { try appendClosely(";") }
        }
    }

    /// Writes `; name="=?UTF-8?…?="` for programs that do not read RFC 2231. The standards do not
    /// have it; everybody reads it.
    mutating func appendEncodedWordParameter(
        _ name: String, _ value: String
    ) throws(CompositionError) {
        try check(value)
        try appendClosely(";")
        let words = EncodedWord.encode(value, in: .phrase, firstLengthLimit: 60)
        for (index, word) in words.enumerated() {
            let start = index == 0 ? "\(name)=\"" : ""
            let end = index == words.count - 1 ? "\"" : ""
            try append(start.utf8 + word + end.utf8)
        }
    }
}

extension UInt8 {
    /// `attribute-char`: what a value of RFC 2231 §7 may hold without encoding.
    fileprivate var isAttributeCharacter: Bool {
        isMIMEToken && !"*'%".utf8.contains(self)
    }
}
