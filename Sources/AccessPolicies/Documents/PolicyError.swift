/// Why a text is no policy document: where, and what should have stood there.
public struct PolicyError: Error, Equatable, Sendable {
    /// The place, from the outside in.
    public struct Place: Equatable, Sendable {
        /// Which statement, from 0; nil for the document itself.
        public var statement: Int?
        /// The member, with dots between the levels: `Condition.StringEquals.aws:username`.
        public var member: String?

        public init(statement: Int? = nil, member: String? = nil) {
            self.statement = statement
            self.member = member
        }
    }

    /// AWS's text, where one is known: `Syntax errors in policy.`
    public let message: String
    public let place: Place
    /// What the grammar calls for there; nil where the message says it.
    public let expected: String?

    public init(_ message: String, at place: Place = Place(), expected: String? = nil) {
        self.message = message
        self.place = place
        self.expected = expected
    }
}

extension PolicyError: CustomStringConvertible {
    /// `Syntax errors in policy. (Statement[0].Effect: expected Allow or Deny)`
    public var description: String {
        let details = [place.description, expected.map { "expected \($0)" } ?? ""]
            .filter { !$0.isEmpty }
        return details.isEmpty ? message : "\(message) (\(details.joined(separator: ": ")))"
    }
}

extension PolicyError.Place: CustomStringConvertible {
    public var description: String {
        [statement.map { "Statement[\($0)]" }, member].compactMap { $0 }.joined(separator: ".")
    }
}

/// The texts of IAM.
extension PolicyError {
    static func syntax(_ expected: String, at place: Place = Place()) -> PolicyError {
        PolicyError("Syntax errors in policy.", at: place, expected: expected)
    }

    static func missing(_ member: String, at place: Place) -> PolicyError {
        PolicyError("Missing required field \(member)", at: place)
    }

    static func tooMany(_ what: String, limit: Int, at place: Place) -> PolicyError {
        PolicyError("The policy has too many \(what).", at: place, expected: "\(limit) at the most")
    }
}
