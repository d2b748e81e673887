public import MailTypes

/// A value as requests and responses carry it, before or after it has a shape.
///
/// JSON, the Query protocol and XML all read into or are written from this one tree.
public enum Document: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case double(Double)
    case string(String)
    case blob([UInt8])
    case timestamp(UnixTime)
    case array([Document])
    /// Named members, in the order in which they were written.
    case object([Field])
    /// Entries under names that no shape lists. JSON writes them as an object, XML as `entry`
    /// elements; readers never make this case.
    case map([Field])

    /// One member of an object or entry of a map.
    public struct Field: Equatable, Sendable {
        public var name: String {
            didSet { mark = NameMark(name) }
        }
        public var value: Document
        package private(set) var mark: NameMark

        public init(_ name: String, _ value: Document) {
            self.name = name
            self.value = value
            mark = NameMark(name)
        }

        public static func == (one: Field, other: Field) -> Bool {
            one.name == other.name && one.value == other.value
        }
    }

    /// The member `name` of an object or map, the last one if there are several; nil elsewhere.
    public subscript(name: String) -> Document? {
        switch self {
        case .object(let fields), .map(let fields): fields.last { $0.name == name }?.value
        default: nil
        }
    }
}
