public import MailTypes

/// One field of a header section, exactly as it was written.
///
///     Subject: a value\r\n that is folded\r\n
///     └─name─┘└─────── rawValue ───────┘
///
/// A line that is no field (`From ` of a mailbox file, a colon without a name before it) is kept too,
/// with an empty name, so that a message can be written back byte for byte.
public struct Field: Equatable, Sendable {
    /// All bytes with the line end, as slices of the message that they were read from.
    public let bytes: ArraySlice<UInt8>
    private let nameLength: Int
    private let valueOffset: Int
    private let valueLength: Int

    /// Takes the bytes of one field whose end has been found.
    init(bytes: ArraySlice<UInt8>) {
        self.init(bytes: bytes, firstLineEnd: bytes.endIndex)
    }

    /// - Parameter firstLineEnd: Where its first line ends; a name can stand nowhere else.
    init(bytes: ArraySlice<UInt8>, firstLineEnd: Int) {
        self.bytes = bytes
        let end = bytes.line(bytes.startIndex, bytes.endIndex).endIndex
        var index = bytes.startIndex
        while index < end, bytes[index].isFieldName { index += 1 }
        nameLength = index - bytes.startIndex
        // obs-optional: white space before the colon (RFC 5322 §4.5.8)
        while index < end, bytes[index].isSpaceOrTab { index += 1 }
        if nameLength > 0, index < end, bytes[index] == UInt8(ascii: ":") {
            valueOffset = index + 1 - bytes.startIndex
            valueLength = end - index - 1
            isWellFormed = true
        } else {
            valueOffset = 0
            valueLength = end - bytes.startIndex
            isWellFormed = false
        }
    }

    /// Whether the line has a name and a colon.
    public let isWellFormed: Bool

    /// Whether a line that is no field is kept among the fields: it has a colon behind something
    /// without spaces, which no text has by chance.
    var resemblesField: Bool {
        let name = bytes.prefix { $0 != UInt8(ascii: ":") && $0 != 0x0A }
        guard name.endIndex < bytes.endIndex, bytes[name.endIndex] != 0x0A else { return false }
        guard let last = name.lastIndex(where: { !$0.isSpaceOrTab }) else { return true }
        return !name[...last].contains(where: \.isSpaceOrTab)
    }

    /// Whether a line that is no field is let pass in front of the first one.
    var mayPrecedeFields: Bool {
        bytes.starts(with: "From ".utf8) || bytes.starts(with: ">From ".utf8)
            || bytes.first?.isSpaceOrTab == true
    }

    /// Reads one whole field, `Subject: text\r\n`; the line end may be missing and is then added.
    /// - Throws: ``SyntaxError`` when there is no name, or when the bytes hold a second line that
    ///   is not folded, or a bare CR, a bare LF or a NUL.
    public init(parsing bytes: [UInt8]) throws(SyntaxError) {
        var bytes = bytes
        if bytes.last != 0x0A { bytes += [0x0D, 0x0A] }
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0:
                throw SyntaxError(expected: .fieldText, offset: index)
            case 0x0D where index + 1 >= bytes.count || bytes[index + 1] != 0x0A:
                throw SyntaxError(expected: .fieldText, offset: index)
            case 0x0A where index == 0 || bytes[index - 1] != 0x0D:
                throw SyntaxError(expected: .fieldText, offset: index)
            case 0x0A where index + 1 < bytes.count && !bytes[index + 1].isSpaceOrTab:
                throw SyntaxError(expected: .end, offset: index + 1)
            default: break
            }
        }
        self.init(bytes: bytes[...])
        guard isWellFormed else { throw SyntaxError(expected: .fieldName, offset: 0) }
    }

    /// The bytes before the colon; empty for a line that is no field.
    public var nameBytes: ArraySlice<UInt8> {
        isWellFormed ? bytes.prefix(nameLength) : bytes.prefix(0)
    }

    /// The name as written.
    public var name: String { String(decoding: nameBytes, as: UTF8.self) }

    /// Everything between the colon and the last line end, folding included.
    public var rawValue: ArraySlice<UInt8> {
        let start = bytes.startIndex + valueOffset
        return bytes[start..<start + valueLength]
    }

    /// Whether the name is `name`, letters of either case being equal.
    public func isNamed(_ name: String) -> Bool {
        nameBytes.count == name.utf8.count && nameHasPrefix(name)
    }

    /// Whether the name begins with `prefix`, letters of either case being equal.
    public func nameHasPrefix(_ prefix: String) -> Bool {
        guard isWellFormed, nameLength >= prefix.utf8.count else { return false }
        return zip(bytes, prefix.utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }

    /// The value without line ends, and without white space at either end (RFC 5322 §2.2.3).
    public var unfoldedValue: [UInt8] {
        rawValue.trimmingFoldingWhitespace.filter { $0 != 0x0D && $0 != 0x0A }
    }

    /// The items of a list with commas between, such as `Keywords` (RFC 5322 §3.6.5), as people
    /// read them; empty items are left out.
    public var commaSeparatedTexts: [String] {
        unfoldedValue.split(separator: UInt8(ascii: ",")).compactMap { item in
            let item = item.trimmingFoldingWhitespace
            return item.isEmpty ? nil : EncodedWord.decode(item)
        }
    }

    /// The value as people read it: unfolded, with its encoded words decoded.
    public var text: String { EncodedWord.decode(unfoldedValue[...]) }
}

extension UInt8 {
    /// `ftext`: printable ASCII without the colon (RFC 5322 §3.6.8).
    var isFieldName: Bool { isVisible && self != UInt8(ascii: ":") }
}

extension SyntaxError.Expectation {
    static let fieldName: Self = "a field name and a colon"
    static let fieldText: Self = "text, or a line end followed by white space"
}
