extension DedicatedIPPool {
    public static func check(name: String) throws(ServiceError) {
        guard name.contains(where: { !$0.isWhitespace }) else {
            throw .invalidParameter("Pool name can't be blank.")
        }
        guard name.utf8.count <= 64, name.utf8.allSatisfy(\.isNameByte) else {
            throw .invalidParameter(
                "Invalid pool name <\(name)>: at most 64 alphanumeric ASCII characters, '_', and "
                    + "'-' are allowed.")
        }
    }

    public static func unknown(_ name: String) -> ServiceError {
        .notFound("The requested pool <\(name)> does not exist.")
    }
}

extension ResourceStore {
    public func create(_ pool: DedicatedIPPool, in scope: Scope) async throws {
        try DedicatedIPPool.check(name: pool.name)
        try pool.tags.check()
        try await change(in: scope) { transaction in
            guard
                try !DedicatedIPPool.reservedNames.contains(pool.name)
                    && transaction.find(DedicatedIPPool.self, pool.name) == nil
            else {
                throw ServiceError.alreadyExists("The pool <\(pool.name)> already exists.")
            }
            guard try transaction.count(DedicatedIPPool.self) < DedicatedIPPool.countLimit else {
                throw ServiceError.limitExceeded(
                    "Cannot have more than \(DedicatedIPPool.countLimit) pools.")
            }
            _ = try transaction.insert(pool)
        }
    }

    /// A managed pool stays one.
    public func setScaling(
        _ mode: DedicatedIPPool.ScalingMode, ofPool name: String, in scope: Scope
    ) async throws {
        try DedicatedIPPool.check(name: name)
        let changed = try await update(DedicatedIPPool.self, name, in: scope) { pool in
            guard pool.scalingMode != .managed || mode == .managed else {
                throw ServiceError.invalidParameter("The ScalingMode parameter is invalid.")
            }
            pool.scalingMode = mode
        }
        guard changed != nil else { throw DedicatedIPPool.unknown(name) }
    }
}
