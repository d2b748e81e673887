import AccessPolicies

/// A sending authorization policy: whom an identity's owner lets send from it.
public struct IdentityPolicy: Resource, Equatable {
    public static let kind = "identity-policy"

    public let name: String
    /// The identity's name, which need not be one that exists.
    public let identity: String
    /// JSON without white space, in the order in which it was written.
    public var document: String

    public var parent: String { identity }

    public init(name: String, identity: String, document: String) {
        self.name = name
        self.identity = identity
        self.document = document
    }
}

/// The policies of identities, as their owners keep them.
public struct IdentityPolicies: Sendable {
    /// Policies of one identity at the most.
    public static let limit = SESIdentityPolicyRules.policyLimit

    private let resources: any ResourceStore

    public init(resources: any ResourceStore) { self.resources = resources }

    /// v1's `PutIdentityPolicy`: makes the policy, or puts it in the place of the one of its name.
    public func put(
        _ name: String, of identity: IdentityName, document: String, in scope: Scope
    ) async throws {
        let policy = try Self.checked(name, identity, document, scope)
        try await resources.change(in: scope) { transaction in
            if try transaction.replace(policy) { return }
            try Self.insert(policy, in: transaction)
        }
    }

    /// v2's `CreateEmailIdentityPolicy`.
    public func create(
        _ name: String, of identity: IdentityName, document: String, in scope: Scope
    ) async throws {
        let policy = try Self.checked(name, identity, document, scope)
        try await resources.change(in: scope) { transaction in
            guard try transaction.find(IdentityPolicy.self, name, under: policy.parent) == nil
            else { throw ServiceError.alreadyExists("Policy <\(name)> already exists.") }
            try Self.insert(policy, in: transaction)
        }
    }

    /// v2's `UpdateEmailIdentityPolicy`.
    public func update(
        _ name: String, of identity: IdentityName, document: String, in scope: Scope
    ) async throws {
        let policy = try Self.checked(name, identity, document, scope)
        guard try await resources.change(in: scope, { try $0.replace(policy) }) else {
            throw Self.unknown(name)
        }
    }

    /// - Returns: whether there was one.
    public func delete(
        _ name: String, of identity: IdentityName, in scope: Scope
    ) async throws -> Bool {
        try await resources.remove(
            IdentityPolicy.self, name, under: identity.description, in: scope)
    }

    /// Every policy of an identity, by name.
    public func all(of identity: IdentityName, in scope: Scope) async throws -> [IdentityPolicy] {
        try await resources.all(IdentityPolicy.self, under: identity.description, in: scope)
    }

    public static func unknown(_ name: String) -> ServiceError {
        .notFound("Policy <\(name)> does not exist")
    }

    private static func insert(
        _ policy: IdentityPolicy, in transaction: any ResourceTransaction
    ) throws {
        guard try transaction.count(IdentityPolicy.self, under: policy.parent) < limit else {
            throw ServiceError.limitExceeded(
                "An identity has \(limit) policies at the most: <\(policy.parent)>.")
        }
        _ = try transaction.insert(policy)
    }

    /// - Throws: ``ServiceError/refused(code:_:)`` with `InvalidPolicy`, in words that say where.
    private static func checked(
        _ name: String, _ identity: IdentityName, _ document: String, _ scope: Scope
    ) throws -> IdentityPolicy {
        guard SESIdentityPolicyRules.isName(name) else {
            throw ServiceError.invalidParameter(
                "Invalid policy name <\(name)>: 1 to 64 letters, digits, '-' and '_'.")
        }
        let rules = SESIdentityPolicyRules(
            identityARN: scope.arn("identity", identity.description))
        do throws(PolicyError) {
            let read = try rules.read(Array(document.utf8))
            return IdentityPolicy(
                name: name, identity: identity.description, document: read.formatted)
        } catch {
            throw ServiceError.refused(code: "InvalidPolicy", "Invalid policy: \(error)")
        }
    }
}
