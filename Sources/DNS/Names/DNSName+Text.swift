public import MailTypes

extension DNSName {
    /// Reads `mail.example.com`; the final dot may be there or not, and `.` is the root.
    ///
    /// A backslash takes the next byte as it is, or three digits as the byte of that value
    /// (RFC 1035 §5.1): `first\.last.example.com` has the label `first.last`.
    public init(parsing text: some StringProtocol) throws(SyntaxError) {
        try self.init(parsing: Array(text.utf8)[...])
    }

    public init(parsing text: ArraySlice<UInt8>) throws(SyntaxError) {
        self = try Self.read(text).name
    }

    /// Reads a name as a master file has it, where one without the final dot is below `origin`.
    init(parsing text: ArraySlice<UInt8>, origin: DNSName) throws(SyntaxError) {
        let (name, isAbsolute) = try Self.read(text)
        guard !isAbsolute else {
            self = name
            return
        }
        do {
            self = try name.appending(origin)
        } catch {
            throw SyntaxError(expected: .nameEnd, offset: text.startIndex)
        }
    }

    /// A name that the source code spells; traps when it is none.
    public init(_ literal: StaticString) {
        do {
            try self.init(parsing: literal.description)
        } catch {
            preconditionFailure("“\(literal)” in the source is no name: \(error)")
        }
    }

    private static func read(
        _ text: ArraySlice<UInt8>
    ) throws(SyntaxError) -> (name: DNSName, isAbsolute: Bool) {
        if text.count == 1, text.first == UInt8(ascii: ".") { return (.root, true) }
        var cursor = ByteCursor(text)
        var wire: [UInt8] = []
        var isAbsolute = false
        repeat {
            let start = cursor.offset
            let label = try cursor.readLabel()
            wire.append(UInt8(label.count))
            wire += label
            guard wire.count < lengthLimit else {
                throw SyntaxError(expected: .nameEnd, offset: start)
            }
            isAbsolute = cursor.take(UInt8(ascii: "."))
        } while !cursor.isAtEnd
        return (DNSName(checked: wire + [0]), isAbsolute)
    }
}

extension ByteCursor {
    /// Reads up to the next dot that is not escaped, or to the end.
    fileprivate mutating func readLabel() throws(SyntaxError) -> [UInt8] {
        var label: [UInt8] = []
        while let byte = peek, byte != UInt8(ascii: ".") {
            guard label.count < DNSName.labelLengthLimit else { throw expected(.labelEnd) }
            label.append(try readMasterFileByte())
        }
        guard !label.isEmpty else { throw expected(.dnsLabel) }
        return label
    }

    /// Reads one byte, `\X` or `\DDD` (RFC 1035 §5.1).
    mutating func readMasterFileByte() throws(SyntaxError) -> UInt8 {
        guard let byte = next() else { throw expected("a byte") }
        guard byte == UInt8(ascii: "\\") else { return byte }
        guard let escaped = next() else { throw expected("the byte that is escaped") }
        guard escaped.isDigit else { return escaped }
        var value = Int(escaped - 0x30)
        for _ in 0..<2 {
            guard let digit = peek, digit.isDigit else { throw expected("three digits") }
            value = value * 10 + Int(digit - 0x30)
            _ = next()
        }
        guard let value = UInt8(exactly: value) else { throw expected("at most 255") }
        return value
    }
}

extension DNSName: CustomStringConvertible {
    /// `mail.example.com`, without the final dot; `.` for the root. What is not plain is escaped,
    /// so that reading the text gives the name again.
    public var text: String {
        isRoot
            ? "."
            : labels.map { $0.map(Self.escaped).joined() }.joined(separator: ".")
    }

    /// `mail.example.com.`: with the final dot that master files need.
    public var absoluteText: String { isRoot ? "." : text + "." }

    public var description: String { text }

    private static func escaped(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: ";"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "@"), UInt8(ascii: "$"):
            "\\\(Unicode.Scalar(byte))"
        default:
            byte.isVisible ? String(Unicode.Scalar(byte)) : byte.decimalEscape
        }
    }
}

extension UInt8 {
    /// `\007`
    var decimalEscape: String {
        let digits = String(self)
        return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
}
