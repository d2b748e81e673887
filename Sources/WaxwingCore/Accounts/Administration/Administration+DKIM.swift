// Easy DKIM's keys, which an operator can have changed before it is time.
extension Administration {
    /// How the keys of an identity stand.
    public struct DKIMKeys: Equatable, Sendable {
        public let name: IdentityName
        public let scope: Scope
        public let keys: EasyDKIM
        /// What signs next; nil where nothing does.
        public let next: EasyDKIM.Succession?
    }

    /// Asks for another key to sign as soon as that can be.
    public func rotateDKIM(of name: IdentityName, in scope: Scope) async throws -> DKIMKeys {
        let rotator = try rotator
        return try state(
            try await rotator.rotate(name, in: scope), name, scope, rotator.rotation)
    }

    public func dkimKeys(of name: IdentityName, in scope: Scope) async throws -> DKIMKeys {
        let rotator = try rotator
        return try state(
            try await rotator.identity(named: name, in: scope), name, scope, rotator.rotation)
    }

    private func state(
        _ identity: Identity?, _ name: IdentityName, _ scope: Scope,
        _ schedule: DKIMRotationSchedule
    ) throws -> DKIMKeys {
        guard let identity else {
            throw ServiceError.notFound(
                "There is no identity \(name) in account \(scope.account), region "
                    + "\(scope.region).")
        }
        guard let keys = identity.dkim?.easy, keys.signingKey != nil else {
            throw ServiceError.invalidParameter("Identity \(name) has no keys of Easy DKIM.")
        }
        return DKIMKeys(
            name: name, scope: scope, keys: keys,
            next: keys.succession(at: clock.now(), schedule))
    }

    private var rotator: any DKIMRotator {
        get throws {
            guard let dkim else {
                throw ServiceError.unavailable("This process changes no keys of DKIM.")
            }
            return dkim
        }
    }
}
