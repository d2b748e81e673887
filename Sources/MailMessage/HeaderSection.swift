public import MailTypes

/// The fields of a message or a part, in their order, and the empty line that ends them.
///
/// Changes leave the bytes of every other field alone: what was signed stays as it was signed.
///
///     var message = try Message(parsing: bytes)
///     message.headerSection.removeAll { $0.nameHasPrefix("X-SES-") || $0.isNamed("Bcc") }
///     message.headerSection.replace("Date", with: date)
///     let rewritten = message.formatted
public struct HeaderSection: Equatable, Sendable {
    /// Most fields that a header section may have.
    public static let fieldCountLimit = 10_000

    public private(set) var fields: [Field]
    /// The empty line behind the fields as written; empty where the message ends before it.
    public private(set) var separator: ArraySlice<UInt8>

    public init(_ fields: [Field] = []) {
        self.fields = fields
        separator = [0x0D, 0x0A]
    }

    /// Reads the fields at the start of `bytes`, up to the empty line or the end.
    ///
    /// Lines may end with CRLF or with a bare LF.
    /// - Throws: ``SyntaxError`` when there are more than ``fieldCountLimit`` fields.
    public init(parsing bytes: ArraySlice<UInt8>) throws(SyntaxError) {
        let reading = Self.read(bytes)
        guard !reading.isTruncated else {
            throw SyntaxError(expected: .fewerFields, offset: reading.section.endIndex)
        }
        self = reading.section
    }

    /// Reads as many fields as the limit allows; those behind are passed over.
    ///
    /// The section ends at the empty line, or in front of the first line that is no field: Postfix
    /// and others take the body to begin there, and text that a reader sees must not be lost among
    /// the fields (RFC 7103 §7.2 has both readings). Kept among the fields, without a name, are lines
    /// in front of the first one (`From ` of a mailbox file, a continuation of nothing), and
    /// those that were to be fields and have a bad name.
    static func read(
        _ bytes: ArraySlice<UInt8>, until isEnd: (_ lineStart: Int) -> Bool = { _ in false }
    ) -> (section: HeaderSection, end: Int, isTruncated: Bool) {
        var section = HeaderSection()
        section.separator = bytes[bytes.endIndex...]
        var isTruncated = false
        var start = bytes.startIndex
        while start < bytes.endIndex {
            if let separator = separatorEnd(bytes, start) {
                section.separator = bytes[start..<separator]
                return (section, separator, isTruncated)
            }
            if isEnd(start) {
                section.separator = bytes[start..<start]
                break
            }
            var end = bytes.lineEnd(from: start)
            let firstEnd = end
            while end < bytes.endIndex, bytes[end].isSpaceOrTab { end = bytes.lineEnd(from: end) }
            let field = Field(bytes: bytes[start..<end], firstLineEnd: firstEnd)
            if !field.isWellFormed, !field.resemblesField,
                !(section.fields.isEmpty && field.mayPrecedeFields)
            {
                section.separator = bytes[start..<start]
                break
            }
            if section.fields.count < fieldCountLimit {
                section.fields.append(field)
            } else {
                isTruncated = true
            }
            start = end
        }
        return (section, start, isTruncated)
    }

    private static func separatorEnd(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
        if bytes[start] == 0x0A { return start + 1 }
        if bytes[start] == 0x0D, start + 1 < bytes.endIndex, bytes[start + 1] == 0x0A {
            return start + 2
        }
        return nil
    }

    /// Where the section begins.
    var startIndex: Int { fields.first?.bytes.startIndex ?? separator.startIndex }

    /// Where the fields end.
    var endIndex: Int { fields.last?.bytes.endIndex ?? separator.startIndex }

    /// The first field of that name, letters of either case being equal.
    public func first(_ name: String) -> Field? { fields.first { $0.isNamed(name) } }

    /// All fields of that name, from the top.
    public func all(_ name: String) -> [Field] { fields.filter { $0.isNamed(name) } }

    public func contains(_ name: String) -> Bool { fields.contains { $0.isNamed(name) } }

    /// The first field of that name as people read it: unfolded, encoded words decoded.
    public subscript(name: String) -> String? { first(name)?.text }

    public mutating func removeAll(_ name: String) { removeAll { $0.isNamed(name) } }

    public mutating func removeAll(where isRemoved: (Field) -> Bool) {
        fields.removeAll(where: isRemoved)
    }

    /// Removes what stands in front of the first field and is none: `From ` of a mailbox file, a
    /// continuation of nothing. A field put on top would take it for its own.
    public mutating func removeLinesBeforeFields() {
        fields.removeFirst(fields.prefix { !$0.isWellFormed && $0.mayPrecedeFields }.count)
    }

    /// Puts fields on top, in the order given.
    public mutating func prepend(_ new: Field...) { prepend(contentsOf: new) }

    public mutating func prepend(contentsOf new: [Field]) { fields.insert(contentsOf: new, at: 0) }

    /// Puts a field behind all others.
    public mutating func append(_ field: Field) {
        if let last = fields.last, last.bytes.last != 0x0A {
            fields[fields.count - 1] = Field(bytes: last.bytes + [0x0D, 0x0A])
        }
        fields.append(field)
    }

    /// Writes `field` in the place of the first field of that name, or on top where there is none,
    /// and removes all others of that name.
    public mutating func replace(_ name: String, with field: Field) {
        guard let index = fields.firstIndex(where: { $0.isNamed(name) }) else {
            return prepend(field)
        }
        fields[index] = field
        var seen = 0
        fields.removeAll { other in
            guard other.isNamed(name) else { return false }
            seen += 1
            return seen > 1
        }
    }

    /// Length of ``formatted``, in bytes.
    public var sizeInBytes: Int { fields.reduce(separator.count) { $0 + $1.bytes.count } }

    /// The bytes of all fields and of the empty line.
    public var formatted: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(sizeInBytes)
        append(to: &bytes)
        return bytes
    }

    func append(to bytes: inout [UInt8]) {
        for field in fields { bytes += field.bytes }
        bytes += separator
    }
}

extension SyntaxError.Expectation {
    public static let fewerFields: Self = "at most 10000 header fields"
}
