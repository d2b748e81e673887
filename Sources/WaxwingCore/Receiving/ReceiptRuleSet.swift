public import MailTypes

/// What is done with received mail: rules, in the order in which they are asked.
///
/// A set is read and written whole. One of an account's sets is active; see
/// ``ResourceStore/activeReceiptRuleSet(in:)``.
public struct ReceiptRuleSet: Resource, Equatable {
    public static let kind = "receipt-rule-set"

    /// Sets of one account and region.
    public static let countLimit = 40
    public static let ruleLimit = 200

    public let name: String
    public let createdAt: UnixTime
    public private(set) var rules: [ReceiptRule] = []

    public init(name: String, createdAt: UnixTime) {
        self.name = name
        self.createdAt = createdAt
    }

    /// The same rules under another name.
    public func cloned(as name: String, at now: UnixTime) -> ReceiptRuleSet {
        var clone = ReceiptRuleSet(name: name, createdAt: now)
        clone.rules = rules
        return clone
    }

    public func rule(named name: String) throws(ServiceError) -> ReceiptRule {
        rules[try index(of: name)]
    }

    /// Adds a rule behind the one named `other`, or (with nil) before all.
    public mutating func insert(
        _ rule: ReceiptRule, after other: String?
    ) throws(ServiceError) {
        guard !rules.contains(where: { $0.name == rule.name }) else {
            throw .alreadyExists("Rule already exists: \(rule.name)")
        }
        guard rules.count < Self.ruleLimit else { throw .limitExceeded("Too many rules") }
        rules.insert(rule, at: try position(after: other))
    }

    /// Puts a rule in the place of the one with its name.
    public mutating func replace(_ rule: ReceiptRule) throws(ServiceError) {
        rules[try index(of: rule.name)] = rule
    }

    /// Removes a rule; one that is not there counts as removed.
    public mutating func remove(_ name: String) {
        rules.removeAll { $0.name == name }
    }

    /// Moves a rule behind the one named `other`, or (with nil) before all.
    public mutating func move(_ name: String, after other: String?) throws(ServiceError) {
        let rule = rules[try index(of: name)]
        if name == other { return }
        if let other { _ = try index(of: other) }
        remove(name)
        rules.insert(rule, at: try position(after: other))
    }

    /// Puts all rules into the order of `names`, which names each of them once.
    public mutating func reorder(_ names: [String]) throws(ServiceError) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            throw .invalidParameter("Multiple positions found for rule: \(name)")
        }
        let missing = rules.map(\.name).filter { !seen.contains($0) }
        guard missing.isEmpty else {
            throw .invalidParameter(
                "Positions for rules not found: \(missing.joined(separator: ", "))")
        }
        var ordered: [ReceiptRule] = []
        for name in names { ordered.append(try rule(named: name)) }
        rules = ordered
    }

    private func position(after other: String?) throws(ServiceError) -> Int {
        guard let other else { return 0 }
        return try index(of: other) + 1
    }

    private func index(of name: String) throws(ServiceError) -> Int {
        guard let index = rules.firstIndex(where: { $0.name == name }) else {
            throw .refused(code: "RuleDoesNotExist", "Rule does not exist: \(name)")
        }
        return index
    }
}

/// Which rule set of an account and region is active; there is one of these, or none.
struct ActiveReceiptRuleSet: Resource {
    static let kind = "active-receipt-rule-set"

    var name: String { "active" }
    let ruleSet: String
}
