import MailTypes

/// The form of the records at `_mta-sts` and `_smtp._tls`: a version, then fields.
///
///     record      = version 1*(field-delim field) [field-delim]
///     field-delim = *WSP ";" *WSP                               ; RFC 8461 §3.1, RFC 8460 §3
///     extension   = ext-name "=" ext-value
///     ext-name    = (ALPHA / DIGIT) *31(ALPHA / DIGIT / "_" / "-" / ".")
///     ext-value   = 1*(%x21-3A / %x3C / %x3E-7E)
///
/// It is stricter than a tag list: no white space around `=`, and no value may be empty. White space
/// at the end of the record is forgiven, as it has one meaning.
struct FieldRecord: Sendable {
    /// Longest record that is read, in bytes.
    static let lengthLimit = 8192
    static let nameLengthLimit = 32

    struct Field: Sendable {
        let name: ArraySlice<UInt8>
        let value: ArraySlice<UInt8>
    }

    let fields: [Field]

    /// - Parameter list: the field whose value is a list with white space in it, and may hold `=`.
    init(
        parsing bytes: ArraySlice<UInt8>, version: StaticString, list: StaticString
    ) throws(SyntaxError) {
        guard bytes.count <= Self.lengthLimit else {
            throw SyntaxError(expected: .end, offset: bytes.startIndex + Self.lengthLimit)
        }
        var cursor = ByteCursor(bytes)
        for byte in version.description.utf8 {
            guard cursor.take(byte) else { throw cursor.expected(.init("“\(version)”")) }
        }
        var fields: [Field] = []
        while try cursor.takeFieldDelimiter() {
            if cursor.isAtEnd { break }
            fields.append(try cursor.readField(list: list))
        }
        self.fields = fields
    }

    /// The values of the fields called `name`, in their order.
    func values(_ name: StaticString) -> [ArraySlice<UInt8>] {
        fields.filter { $0.name.elementsEqual(name.description.utf8) }.map(\.value)
    }

    /// Whether a TXT record is one of this version at all, so that others beside it do not count.
    ///
    /// “Records that do not begin with `v=STSv1;` are discarded”: white space before the semicolon
    /// is let pass, because the grammar has it there.
    static func isVersion(_ version: StaticString, _ record: [UInt8]) -> Bool {
        guard record.starts(with: version.description.utf8) else { return false }
        let rest = record.dropFirst(version.utf8CodeUnitCount).drop(while: \.isSpaceOrTab)
        return rest.first == UInt8(ascii: ";")
    }
}

extension ByteCursor {
    /// False at the end of the record.
    fileprivate mutating func takeFieldDelimiter() throws(SyntaxError) -> Bool {
        skipSpaces()
        if isAtEnd { return false }
        guard take(UInt8(ascii: ";")) else { throw expected(.byte(";")) }
        skipSpaces()
        return true
    }

    fileprivate mutating func readField(
        list: StaticString
    ) throws(SyntaxError) -> FieldRecord.Field {
        let start = offset
        guard peek?.isAlphanumeric == true else { throw expected("a field name") }
        let name = take {
            $0.isAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: ".")
        }
        guard name.count <= FieldRecord.nameLengthLimit else {
            throw SyntaxError(
                expected: .byte("="), offset: start + FieldRecord.nameLengthLimit)
        }
        guard take(UInt8(ascii: "=")) else { throw expected(.byte("=")) }
        let value =
            name.elementsEqual(list.description.utf8)
            ? take { ($0.isVisible || $0.isSpaceOrTab) && $0 != UInt8(ascii: ";") }
                .trimmingFoldingWhitespace
            : take {
                $0.isVisible && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "=")
            }
        guard !value.isEmpty else { throw expected("a value") }
        return FieldRecord.Field(name: name, value: value)
    }
}
