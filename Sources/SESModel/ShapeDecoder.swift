public import JSONText
import MailTypes

/// Reads shapes from a document and collects all that is wrong with it.
///
/// Reading goes on after a mistake, so that the caller hears of all of them at once, as from SES;
/// members that could not be read hold placeholders, and ``decode(_:from:as:)`` never hands out a
/// value that has any.
public struct ShapeDecoder {
    /// What the document was read from, which decides how numbers, flags and lists look in it.
    public enum Format: Equatable, Sendable {
        case json
        /// All scalars are text; lists are `member.1`, `member.2` and so on, maps `entry.1.key`
        /// and `entry.1.value`.
        case query
    }

    /// Why a document is no value of a shape.
    public enum Failure: Error, Equatable, Sendable {
        /// A value of the wrong type; the text is for the caller.
        case malformed(String)
        /// Values that their constraints forbid, at most ``violationLimit`` of them.
        case invalid([ConstraintViolation])
    }

    /// Deepest nesting of structures, lists and maps.
    static let depthLimit = 64
    /// Most violations that are told; more would only repeat themselves.
    static let violationLimit = 50

    private enum Step {
        case member(String)
        case index(Int)
    }

    private let format: Format
    var isQuery: Bool { format == .query }
    /// Set while placeholders are made, which break constraints that nobody needs to hear of.
    private let isMuted: Bool
    private var fields: [Document.Field] = []
    private var path: [Step] = []
    private var violations: [ConstraintViolation] = []
    private var malformation: String?

    private init(format: Format, isMuted: Bool = false) {
        self.format = format
        self.isMuted = isMuted
    }

    static var placeholders: ShapeDecoder { ShapeDecoder(format: .json, isMuted: true) }

    /// Reads a whole document; `.null` counts as an object without members.
    public static func decode<Shape: Structure>(
        _ shape: Shape.Type = Shape.self, from document: Document, as format: Format
    ) throws(Failure) -> Shape {
        var decoder = ShapeDecoder(format: format)
        let value: Shape = decoder.structure(document == .null ? .object([]) : document)
        if let malformation = decoder.malformation { throw .malformed(malformation) }
        if !decoder.violations.isEmpty { throw .invalid(decoder.violations) }
        return value
    }

    // MARK: Members

    /// Reads a member that may be absent; `null` means absent.
    public mutating func optional<Value: ShapeValue>(
        _ name: String, _ constraint: Constraint? = nil
    ) -> Value? {
        guard let value = fields.last(where: { $0.name == name })?.value, value != .null else {
            return nil
        }
        path.append(.member(name))
        defer { path.removeLast() }
        return Value.decode(value, constraint, &self)
    }

    /// Reads a member that must be there.
    public mutating func required<Value: ShapeValue>(
        _ name: String, _ constraint: Constraint? = nil
    ) -> Value {
        if let value: Value = optional(name, constraint) { return value }
        path.append(.member(name))
        report("Member must not be null")
        path.removeLast()
        return .placeholder
    }

    mutating func structure<Shape: Structure>(_ document: Document) -> Shape {
        guard path.count <= Self.depthLimit else {
            return malformed("Request is nested too deeply")
        }
        guard case .object(let inner) = document else {
            if format == .query, document == .string("") { return .placeholder }
            return malformed("Expected structure or null")
        }
        let outer = fields
        fields = inner
        defer { fields = outer }
        return Shape(from: &self)
    }

    mutating func list<Element: ShapeValue>(
        _ document: Document, _ constraint: Constraint?
    ) -> [Element] {
        guard path.count <= Self.depthLimit, let items = items(of: document) else {
            return malformed("Expected list or null")
        }
        if let constraint { checkCount(items.count, constraint) }
        var values: [Element] = []
        values.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            path.append(.index(index + 1))
            if item == .null {
                report("Member must not be null")
            } else {
                values.append(Element.decode(item, constraint?.element, &self))
            }
            path.removeLast()
        }
        return values
    }

    mutating func map<Value: ShapeValue>(
        _ document: Document, _ constraint: Constraint?
    ) -> [String: Value] {
        guard path.count <= Self.depthLimit, let entries = entries(of: document) else {
            return malformed("Expected map or null")
        }
        if let constraint { checkCount(entries.count, constraint) }
        var values: [String: Value] = [:]
        for entry in entries where entry.value != .null {
            path.append(.member(entry.name))
            values[entry.name] = Value.decode(entry.value, constraint?.element, &self)
            path.removeLast()
        }
        return values
    }

    // MARK: Mistakes

    /// Notes that the value being read breaks a constraint.
    mutating func report(_ requirement: String) {
        guard !isMuted, violations.count < Self.violationLimit else { return }
        violations.append(ConstraintViolation(path: pathText, requirement: requirement))
    }

    /// Notes that the value being read has the wrong type; the first such note counts.
    mutating func malformed<Value: ShapeValue>(_ message: String) -> Value {
        if !isMuted, malformation == nil { malformation = message }
        return .placeholder
    }

    /// `rule.actions.1.member.sNSAction`: every name begins with a small letter.
    private var pathText: String {
        path.map { step in
            switch step {
            case .member(let name): name.prefix(1).asciiLowercased + name.dropFirst()
            case .index(let index): "\(index).member"
            }
        }
        .joined(separator: ".")
    }

    // MARK: Lists and maps of the Query protocol

    private func items(of document: Document) -> [Document]? {
        switch (format, document) {
        case (_, .array(let items)): return items
        case (.query, .string("")): return []  // how an SDK writes an empty list
        case (.query, .object): return document["member"].flatMap(numbered)
        default: return nil
        }
    }

    private func entries(of document: Document) -> [Document.Field]? {
        switch (format, document) {
        case (.json, .object(let fields)): return fields
        case (.query, .string("")): return []
        case (.query, .object):
            return document["entry"].flatMap(numbered)?.compactMap { entry in
                guard case .string(let key)? = entry["key"] else { return nil }
                return entry["value"].map { Document.Field(key, $0) }
            }
        default: return nil
        }
    }

    /// The values of an object whose names are numbers, in the order of those.
    private func numbered(_ document: Document) -> [Document]? {
        guard case .object(let fields) = document else { return nil }
        var values: [(number: Int, value: Document)] = []
        for field in fields {
            guard let number = Int(field.name) else { return nil }
            values.append((number, field.value))
        }
        return values.sorted { $0.number < $1.number }.map(\.value)
    }
}
