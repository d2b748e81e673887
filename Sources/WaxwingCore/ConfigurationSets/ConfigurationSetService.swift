import MailTypes

/// Everything an account can do with its configuration sets; API v1 and v2 are two views of these
/// calls.
public struct ConfigurationSetService: Sendable {
    let resources: any ResourceStore
    let identities: IdentityService
    let clock: any WallClock

    public init(
        resources: any ResourceStore, identities: IdentityService, clock: any WallClock
    ) {
        self.resources = resources
        self.identities = identities
        self.clock = clock
    }

    // MARK: Making and finding

    /// Makes a configuration set; `setUp` gives it its options.
    public func create(
        _ name: String, in scope: Scope, _ setUp: (inout ConfigurationSet) throws -> Void = { _ in }
    ) async throws {
        try ConfigurationSet.check(name: name)
        var set = ConfigurationSet(name: name, createdAt: clock.now())
        try setUp(&set)
        try set.tags.check()
        try ConfigurationSet.checkExtensions(in: set.tags)
        try set.suppression?.reasons?.check()
        if let tracking = set.tracking { try await check(tracking, in: scope) }
        try await resources.change(in: scope) { [set] transaction in
            try set.delivery.check(in: transaction)
            guard try transaction.find(ConfigurationSet.self, name) == nil else {
                throw ServiceError.refused(
                    code: "ConfigurationSetAlreadyExists",
                    "Configuration set <\(name)> already exists.")
            }
            guard try transaction.count(ConfigurationSet.self) < ConfigurationSet.countLimit else {
                throw ServiceError.limitExceeded(
                    "Cannot have more than \(ConfigurationSet.countLimit) configuration sets.")
            }
            _ = try transaction.insert(set)
        }
    }

    /// - Throws: ``ServiceError/configurationSetDoesNotExist(_:)``
    public func set(named name: String, in scope: Scope) async throws -> ConfigurationSet {
        try ConfigurationSet.check(name: name)
        guard let set = try await resources.find(ConfigurationSet.self, name, in: scope) else {
            throw ConfigurationSet.unknown(name)
        }
        return set
    }

    /// Removes the set with its event destinations. Identities whose default it was keep its name,
    /// and what is sent from them is refused, as with SES.
    public func delete(_ name: String, in scope: Scope) async throws {
        try ConfigurationSet.check(name: name)
        try await resources.change(in: scope) { transaction in
            guard try transaction.find(ConfigurationSet.self, name) != nil else {
                throw ConfigurationSet.unknown(name)
            }
            try transaction.refuseIfAssociated(scope.arn("configuration-set", name))
            _ = try transaction.remove(ConfigurationSet.self, name)
            _ = try transaction.removeAll(EventDestination.self, under: name)
        }
    }

    // MARK: Options

    public func update(
        _ name: String, in scope: Scope,
        _ change: @escaping @Sendable (inout ConfigurationSet) throws -> Void
    ) async throws {
        try ConfigurationSet.check(name: name)
        let changed = try await resources.update(ConfigurationSet.self, name, in: scope, change)
        guard changed != nil else { throw ConfigurationSet.unknown(name) }
    }

    /// A set that is switched on again begins its reputation anew.
    public func setSending(_ isEnabled: Bool, of name: String, in scope: Scope) async throws {
        let now = clock.now()
        try await update(name, in: scope) { set in
            if isEnabled, !set.sendingEnabled { set.reputation.lastFreshStart = now }
            set.sendingEnabled = isEnabled
        }
    }

    public func setDelivery(
        of name: String, in scope: Scope,
        _ change: @escaping @Sendable (inout ConfigurationSet.DeliveryOptions) -> Void
    ) async throws {
        try ConfigurationSet.check(name: name)
        try await resources.change(in: scope) { transaction in
            guard var set = try transaction.find(ConfigurationSet.self, name) else {
                throw ConfigurationSet.unknown(name)
            }
            change(&set.delivery)
            try set.delivery.check(in: transaction)
            _ = try transaction.replace(set)
        }
    }

    /// - Throws: for a redirect domain that is not at or below a verified identity of the account.
    public func check(
        _ tracking: ConfigurationSet.TrackingOptions, in scope: Scope
    ) async throws {
        guard let text = tracking.customRedirectDomain else { return }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw ServiceError.invalidParameter("CustomRedirectDomain must be specified.")
        }
        var domain = try? DomainName(parsing: text)
        while let name = domain {
            let identity = try await identities.identity(named: .domain(name), in: scope)
            if identity?.isVerified == true { return }
            domain = name.parent
        }
        throw ServiceError.invalidParameter(
            "Domain <\(text)> is not verified under this account.")
    }
}
