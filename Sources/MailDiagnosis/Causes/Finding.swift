/// One thing that was found, why it is believed, and what mends it.
public struct Finding: Equatable, Sendable {
    public enum Weight: String, Equatable, Sendable, Comparable {
        /// It keeps the message from passing.
        case cause
        /// It has not broken anything here, and will elsewhere.
        case risk
        /// Worth knowing.
        case note

        private var rank: Int {
            switch self {
            case .cause: 0
            case .risk: 1
            case .note: 2
            }
        }

        public static func < (first: Weight, second: Weight) -> Bool { first.rank < second.rank }
    }

    public var cause: Cause
    public var weight: Weight
    /// What it is here, in a sentence or two, with the domains and addresses concerned.
    public var explanation: String
    /// What mends it, the best way first.
    public var remedies: [Remedy]

    public init(
        _ cause: Cause, _ weight: Weight = .cause, _ explanation: String, remedies: [Remedy] = []
    ) {
        self.cause = cause
        self.weight = weight
        self.explanation = explanation
        self.remedies = remedies
    }
}

/// Something to do about a finding.
public enum Remedy: Equatable, Sendable {
    /// A DNS record to publish, to change or to remove.
    case record(RecordChange)
    /// A setting of the sending service: what to call or click.
    case setting(SettingChange)
    /// What no record or setting does: ask the list to rewrite From, wait, send the right way.
    case advice(String)
}

/// The records of one name and type, before and after.
public struct RecordChange: Equatable, Sendable {
    /// `_dmarc.example.com`
    public var name: String
    /// `TXT`
    public var type: String
    /// What is published now and has to go. A text is written without quotation marks.
    public var removed: [String]
    public var added: [String]
    /// Where a value stands that only the reader knows; empty when the change is complete.
    public var note: String

    public init(
        name: String, type: String, removed: [String] = [], added: [String], note: String = ""
    ) {
        self.name = name
        self.type = type
        self.removed = removed
        self.added = added
        self.note = note
    }
}

/// A setting of the sending service, before and after.
public struct SettingChange: Equatable, Sendable {
    /// What is set, and where: `MAIL FROM domain of the identity example.com (Amazon SES)`.
    public var setting: String
    /// Nil when it is not known.
    public var before: String?
    public var after: String
    /// The command that does it, when there is one.
    public var command: String?

    public init(_ setting: String, before: String? = nil, after: String, command: String? = nil) {
        self.setting = setting
        self.before = before
        self.after = after
        self.command = command
    }
}
