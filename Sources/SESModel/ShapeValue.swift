public import JSONText
public import MailTypes

/// Whatever may stand in a member of a shape.
public protocol ShapeValue: Equatable, Sendable {
    /// Reads the value, or reports to `decoder` why it cannot and gives a placeholder.
    static func decode(
        _ document: Document, _ constraint: Constraint?, _ decoder: inout ShapeDecoder
    ) -> Self

    /// Fills a member that a refused request lacks; no handler ever sees it.
    static var placeholder: Self { get }

    var document: Document { get }
}

/// A shape with members.
public protocol Structure: ShapeValue {
    init(from decoder: inout ShapeDecoder)
    func encode(to encoder: inout ShapeEncoder)
}

/// A shape whose values are a few words.
public protocol Enumeration: ShapeValue, CaseIterable, RawRepresentable<String> {}

/// Bytes that JSON and the Query protocol carry as Base64.
public struct Blob: ShapeValue, ExpressibleByArrayLiteral {
    public var bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }
    public init(arrayLiteral elements: UInt8...) { bytes = elements }
}

extension Structure {
    public static func decode(
        _ document: Document, _ constraint: Constraint?, _ decoder: inout ShapeDecoder
    ) -> Self {
        decoder.structure(document)
    }

    public static var placeholder: Self {
        var decoder = ShapeDecoder.placeholders
        return Self(from: &decoder)
    }

    public var document: Document {
        var encoder = ShapeEncoder()
        encode(to: &encoder)
        return .object(encoder.fields)
    }
}

extension Enumeration {
    public static func decode(
        _ document: Document, _ constraint: Constraint?, _ decoder: inout ShapeDecoder
    ) -> Self {
        if let value = Self(rawValue: decoder.text(document)) { return value }
        let names = allCases.map(\.rawValue).joined(separator: ", ")
        decoder.report("Member must satisfy enum value set: [\(names)]")
        return placeholder
    }

    public static var placeholder: Self {
        guard let first = allCases.first else {
            preconditionFailure("the generator writes no enumeration without a case")
        }
        return first
    }

    public var document: Document { .string(rawValue) }
}

extension String: ShapeValue {
    public static func decode(
        _ document: Document, _ constraint: Constraint?, _ decoder: inout ShapeDecoder
    ) -> String {
        let text = decoder.text(document)
        if let constraint { decoder.check(text, constraint) }
        return text
    }

    public static var placeholder: String { "" }
    public var document: Document { .string(self) }
}

extension Bool: ShapeValue {
    public static func decode(
        _ document: Document, _ constraint: Constraint?, _ decoder: inout ShapeDecoder
    ) -> Bool {
        decoder.flag(document)
    }

    public static var placeholder: Bool { false }
    public var document: Document { .bool(self) }
}

extension Int: ShapeValue {
    public static func decode(
        _ document: Document, _ constraint: Constraint?, _ decoder: inout ShapeDecoder
    ) -> Int {
        let number = decoder.integer(document)
        if let constraint { decoder.check(number, constraint) }
        return number
    }

    public static var placeholder: Int { 0 }
    public var document: Document { .integer(Int64(self)) }
}

extension Double: ShapeValue {
    public static func decode(
        _ document: Document, _ constraint: Constraint?, _ decoder: inout ShapeDecoder
    ) -> Double {
        decoder.double(document)
    }

    public static var placeholder: Double { 0 }
    public var document: Document { .double(self) }
}

extension UnixTime: ShapeValue {
    public static func decode(
        _ document: Document, _ constraint: Constraint?, _ decoder: inout ShapeDecoder
    ) -> UnixTime {
        decoder.timestamp(document)
    }

    public static var placeholder: UnixTime { UnixTime(milliseconds: 0) }
    public var document: Document { .timestamp(self) }
}

extension Blob {
    public static func decode(
        _ document: Document, _ constraint: Constraint?, _ decoder: inout ShapeDecoder
    ) -> Blob {
        Blob(decoder.blob(document))
    }

    public static var placeholder: Blob { Blob([]) }
    public var document: Document { .blob(bytes) }
}

extension Array: ShapeValue where Element: ShapeValue {
    public static func decode(
        _ document: Document, _ constraint: Constraint?, _ decoder: inout ShapeDecoder
    ) -> [Element] {
        decoder.list(document, constraint)
    }

    public static var placeholder: [Element] { [] }
    public var document: Document { .array(map(\.document)) }
}

extension Dictionary: ShapeValue where Key == String, Value: ShapeValue {
    public static func decode(
        _ document: Document, _ constraint: Constraint?, _ decoder: inout ShapeDecoder
    ) -> [String: Value] {
        decoder.map(document, constraint)
    }

    public static var placeholder: [String: Value] { [:] }

    /// The entries ordered by name, so that equal values are written equally.
    public var document: Document {
        .map(sorted { $0.key < $1.key }.map { Document.Field($0.key, $0.value.document) })
    }
}
