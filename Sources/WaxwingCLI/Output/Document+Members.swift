import JSONText
import MailTypes

extension Document {
    /// An object with those members that have a value.
    static func members(_ members: KeyValuePairs<String, Document?>) -> Document {
        .object(members.compactMap { name, value in value.map { Field(name, $0) } })
    }

    /// The text of a value, where there is one.
    static func text(_ value: (some CustomStringConvertible)?) -> Document? {
        value.map { .string($0.description) }
    }

    static func number(_ value: Int?) -> Document? { value.map { .integer(Int64($0)) } }

    static func flag(_ value: Bool?) -> Document? { value.map { .bool($0) } }

    /// `2026-11-23T09:05:00.000Z`
    static func time(_ value: UnixTime?) -> Document? { value.map { .string($0.iso8601) } }

    static func texts(_ values: some Sequence<some CustomStringConvertible>) -> Document {
        .array(values.map { .string($0.description) })
    }
}
