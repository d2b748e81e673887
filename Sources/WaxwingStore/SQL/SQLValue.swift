public import MailTypes

/// A value as SQL knows it: bound to a statement, or read from a column.
public enum SQLValue: Equatable, Sendable {
    case null
    case integer(Int64)
    case double(Double)
    /// Text without NUL, where the engine would end it.
    case text(String)
    case blob([UInt8])
}

extension SQLValue {
    public static func integer(_ number: Int) -> SQLValue { .integer(Int64(number)) }

    /// Times are kept in milliseconds.
    public static func time(_ time: UnixTime) -> SQLValue { .integer(time.milliseconds) }

    public static func time(_ time: UnixTime?) -> SQLValue {
        time.map { .integer($0.milliseconds) } ?? .null
    }

    public static func text(_ text: String?) -> SQLValue {
        guard let text else { return .null }
        return SQLValue.text(text)
    }
}
