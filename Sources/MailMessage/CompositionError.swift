/// Why a message or a field cannot be written.
public enum CompositionError: Error, Equatable, Sendable {
    /// A field name that is empty, too long, or holds something else than printable ASCII.
    case invalidFieldName(String)
    /// A value of the field of that name holds CR, LF or NUL: written out it could begin a field
    /// of its own, or end the header section.
    case lineBreakInField(String)
    /// A value of the field of that name that must be printable ASCII, and is not.
    case notASCII(String)
    /// A value of the field of that name has a word too long for a line (RFC 5322 §2.1.1).
    case lineTooLong(String)
    /// An additional field that the composer writes from its own properties.
    case reservedField(String)
    /// A content type that is none.
    case invalidContentType(String)
}

extension CompositionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .invalidFieldName(let name):
            "“\(name.debugDescription)” is no name of a header field"
        case .lineBreakInField(let name):
            "the value of \(name) holds a line break or a NUL"
        case .notASCII(let name):
            "the value of \(name) is not printable ASCII"
        case .lineTooLong(let name):
            "the value of \(name) has a word that is too long for a line"
        case .reservedField(let name):
            "\(name) is written from the message's own properties"
        case .invalidContentType(let type):
            "“\(type.debugDescription)” is no content type"
        }
    }
}
