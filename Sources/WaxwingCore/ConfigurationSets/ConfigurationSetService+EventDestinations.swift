extension ConfigurationSetService {
    public func create(_ destination: EventDestination, in scope: Scope) async throws {
        let set = destination.configurationSet
        try ConfigurationSet.check(name: set)
        try destination.check(in: scope)
        try await resources.change(in: scope) { transaction in
            guard try transaction.find(ConfigurationSet.self, set) != nil else {
                throw ConfigurationSet.unknown(set)
            }
            let others = try transaction.all(EventDestination.self, under: set)
            guard !others.contains(where: { $0.name == destination.name }) else {
                throw ServiceError.refused(
                    code: "EventDestinationAlreadyExists",
                    "An event destination with name <\(destination.name)> already exists for "
                        + "configuration set <\(set)>.")
            }
            guard others.count < EventDestination.countLimit else {
                throw ServiceError.limitExceeded(
                    "Configuration set <\(set)> cannot have more than "
                        + "\(EventDestination.countLimit) event destinations.")
            }
            _ = try transaction.insert(destination)
        }
    }

    /// Puts a destination in the place of the one with its name.
    public func update(_ destination: EventDestination, in scope: Scope) async throws {
        let set = destination.configurationSet
        try ConfigurationSet.check(name: set)
        try destination.check(in: scope)
        try await resources.change(in: scope) { transaction in
            guard try transaction.find(ConfigurationSet.self, set) != nil else {
                throw ConfigurationSet.unknown(set)
            }
            guard try transaction.replace(destination) else {
                throw Self.unknownDestination(destination.name, set)
            }
        }
    }

    public func deleteDestination(
        _ name: String, of set: String, in scope: Scope
    ) async throws {
        try ConfigurationSet.check(name: set)
        try EventDestination.check(name: name)
        try await resources.change(in: scope) { transaction in
            guard try transaction.find(ConfigurationSet.self, set) != nil else {
                throw ConfigurationSet.unknown(set)
            }
            guard try transaction.remove(EventDestination.self, name, under: set) else {
                throw Self.unknownDestination(name, set)
            }
        }
    }

    /// The set's destinations by name.
    public func destinations(of name: String, in scope: Scope) async throws -> [EventDestination] {
        _ = try await set(named: name, in: scope)
        return try await resources.all(EventDestination.self, under: name, in: scope)
    }

    private static func unknownDestination(_ name: String, _ set: String) -> ServiceError {
        .refused(
            code: "EventDestinationDoesNotExist",
            "An event destination with name <\(name)> does not exist for configuration set "
                + "<\(set)>.")
    }
}
