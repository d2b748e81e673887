/// What the value of a shape must fulfil besides having the right type.
///
/// `minimum` and `maximum` count UTF-16 units of text, items of lists and entries of maps, and
/// bound the value of numbers. `element` holds for every item or entry.
public final class Constraint: Sendable {
    public let minimum: Int?
    public let maximum: Int?
    public let pattern: Pattern?
    public let element: Constraint?

    public init(
        minimum: Int? = nil, maximum: Int? = nil, pattern: Pattern? = nil,
        element: Constraint? = nil
    ) {
        self.minimum = minimum
        self.maximum = maximum
        self.pattern = pattern
        self.element = element
    }
}

/// One value of a request that its shape does not allow.
public struct ConstraintViolation: Equatable, Sendable {
    /// The way to the value, as in `tags.1.member.name`; lists count from 1.
    public let path: String
    /// What the value had to be, as in `Member must not be null`.
    public let requirement: String

    public init(path: String, requirement: String) {
        self.path = path
        self.requirement = requirement
    }

    /// All violations of one request in one text, in the words of SES.
    public static func message(for violations: [ConstraintViolation]) -> String {
        let count =
            violations.count == 1 ? "1 validation error" : "\(violations.count) validation errors"
        let list = violations.map {
            "Value at '\($0.path)' failed to satisfy constraint: \($0.requirement)"
        }
        return "\(count) detected: \(list.joined(separator: "; "))"
    }
}
