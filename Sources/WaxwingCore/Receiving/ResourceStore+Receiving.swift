public import MailTypes

// Rule sets
extension ResourceStore {
    public func receiptRuleSet(
        named name: String, in scope: Scope
    ) async throws -> ReceiptRuleSet {
        try await look(in: scope) { try $0.receiptRuleSet(named: name) }
    }

    /// Makes an empty rule set or, with `original`, one with the rules of that one.
    public func createReceiptRuleSet(
        named name: String, cloning original: String? = nil, at now: UnixTime, in scope: Scope
    ) async throws {
        try await change(in: scope) { transaction in
            let source = try original.map { try transaction.receiptRuleSet(named: $0) }
            let made = ReceiptRuleSet(name: name, createdAt: now)
            guard try transaction.find(ReceiptRuleSet.self, name) == nil else {
                throw ServiceError.alreadyExists("Rule set already exists: \(name)")
            }
            guard try transaction.count(ReceiptRuleSet.self) < ReceiptRuleSet.countLimit else {
                throw ServiceError.limitExceeded("Too many rule sets")
            }
            _ = try transaction.insert(source?.cloned(as: name, at: now) ?? made)
        }
    }

    /// Removes a rule set with its rules; one that is not there counts as removed.
    public func deleteReceiptRuleSet(named name: String, in scope: Scope) async throws {
        try await change(in: scope) { transaction in
            guard try transaction.activeRuleSetName() != name else {
                throw ServiceError.refused(
                    code: "CannotDelete", "Cannot delete active rule set: \(name)")
            }
            _ = try transaction.remove(ReceiptRuleSet.self, name)
        }
    }

    /// Changes the rules of a set.
    public func updateReceiptRuleSet(
        named name: String, in scope: Scope,
        _ change: @escaping @Sendable (inout ReceiptRuleSet) throws -> Void
    ) async throws {
        guard try await update(ReceiptRuleSet.self, name, in: scope, change) != nil else {
            throw ReceiptRuleSet.unknown(name)
        }
    }

    /// The set that received mail goes through; nil when no mail is received.
    public func activeReceiptRuleSet(in scope: Scope) async throws -> ReceiptRuleSet? {
        try await look(in: scope) { transaction in
            guard let name = try transaction.activeRuleSetName() else { return nil }
            return try transaction.find(ReceiptRuleSet.self, name)
        }
    }

    /// - Parameter name: nil for no active set.
    public func setActiveReceiptRuleSet(_ name: String?, in scope: Scope) async throws {
        try await change(in: scope) { transaction in
            guard let name else {
                _ = try transaction.remove(ActiveReceiptRuleSet.self, "active")
                return
            }
            _ = try transaction.receiptRuleSet(named: name)
            try transaction.put(ActiveReceiptRuleSet(ruleSet: name))
        }
    }
}

// Filters
extension ResourceStore {
    public func create(_ filter: ReceiptFilter, in scope: Scope) async throws {
        guard IPBlock(parsing: filter.cidr) != nil else {
            throw ServiceError.invalidParameter("Invalid CIDR block: \(filter.cidr)")
        }
        try await change(in: scope) { transaction in
            guard try transaction.find(ReceiptFilter.self, filter.name) == nil else {
                throw ServiceError.alreadyExists("Filter already exists: \(filter.name)")
            }
            guard try transaction.count(ReceiptFilter.self) < ReceiptFilter.countLimit else {
                throw ServiceError.limitExceeded("Too many filters")
            }
            _ = try transaction.insert(filter)
        }
    }
}

extension ReceiptRuleSet {
    static func unknown(_ name: String) -> ServiceError {
        .refused(code: "RuleSetDoesNotExist", "Rule set does not exist: \(name)")
    }
}

extension ResourceTransaction {
    func receiptRuleSet(named name: String) throws -> ReceiptRuleSet {
        guard let found = try find(ReceiptRuleSet.self, name) else {
            throw ReceiptRuleSet.unknown(name)
        }
        return found
    }

    func activeRuleSetName() throws -> String? {
        try find(ActiveReceiptRuleSet.self, "active")?.ruleSet
    }
}
