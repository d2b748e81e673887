public import MailTypes
public import WaxwingCore

extension ServiceStore: IdentityStore {
    public func insert(_ identity: Identity, in scope: Scope) async throws -> Bool {
        try await database.write { [keys] transaction in
            let document = try IdentityDocuments(keys: keys, transaction: transaction)
                .encode(identity, in: scope)
            let values: [SQLValue] = [
                .text(identity.name.description), .text(identity.name.kind.rawValue),
                .time(identity.nextCheckAt), .text(identity.verificationToken), .text(document),
            ]
            return try transaction.execute(IdentityStatements.insert, scope.columns + values) > 0
        }
    }

    public func identity(named name: IdentityName, in scope: Scope) async throws -> Identity? {
        try await database.read { [keys] transaction in
            let documents = IdentityDocuments(keys: keys, transaction: transaction)
            return try transaction.row(IdentityStatements.named, scope.key(of: name))
                .map { try documents.decode($0.text(0), in: scope) }
        }
    }

    public func identities(
        in scope: Scope, after name: String?, limit: Int, kind: IdentityKind?
    ) async throws -> [Identity] {
        guard limit > 0 else { return [] }
        var values = scope.columns + [.text(name ?? "")]
        if let kind { values.append(.text(kind.rawValue)) }
        values.append(.integer(limit))
        let statement = kind == nil ? IdentityStatements.page : IdentityStatements.pageOfKind
        return try await database.read { [values, keys] transaction in
            let documents = IdentityDocuments(keys: keys, transaction: transaction)
            return try transaction.rows(statement, values)
                .map { try documents.decode($0.text(0), in: scope) }
        }
    }

    public func updateAndQueue(
        _ name: IdentityName, in scope: Scope,
        _ change: @escaping @Sendable (inout Identity) throws -> [NewMessage]
    ) async throws -> IdentityUpdate? {
        try await database.write { [keys] transaction in
            let documents = IdentityDocuments(keys: keys, transaction: transaction)
            let key = scope.key(of: name)
            guard let row = try transaction.row(IdentityStatements.namedForUpdate, key) else {
                return nil
            }
            var identity = try documents.decode(row.text(0), in: scope)
            let mail = try change(&identity)
            let values: [SQLValue] = [
                .time(identity.nextCheckAt), .text(identity.verificationToken),
                .text(try documents.encode(identity, in: scope)),
            ]
            try transaction.execute(IdentityStatements.update, values + key)
            for message in mail { try transaction.accept(message, lease: nil) }
            return IdentityUpdate(identity: identity, queued: mail)
        }
    }

    public func remove(_ name: IdentityName, in scope: Scope) async throws -> Bool {
        try await database.write { transaction in
            try transaction.execute(IdentityStatements.remove, scope.key(of: name)) > 0
        }
    }

    public func removeAllIdentities() async throws {
        _ = try await database.write { try $0.execute(IdentityStatements.removeAll) }
    }

    // MARK: Across scopes

    public func identities(
        named name: IdentityName, of account: AccountID
    ) async throws -> [(scope: Scope, identity: Identity)] {
        try await scopedIdentities(
            IdentityStatements.ofAccount, [.text(account.description), .text(name.description)])
    }

    public func identitiesToCheck(
        at now: UnixTime, limit: Int
    ) async throws -> [(scope: Scope, identity: Identity)] {
        guard limit > 0 else { return [] }
        return try await scopedIdentities(
            IdentityStatements.dueForCheck, [.time(now), .integer(limit)])
    }

    public func identity(
        withVerificationToken token: String
    ) async throws -> (scope: Scope, identity: Identity)? {
        try await scopedIdentities(IdentityStatements.addressWithToken, [.text(token)]).first
    }

    public func allIdentities() async throws -> [(scope: Scope, identity: Identity)] {
        try await scopedIdentities(IdentityStatements.all, [])
    }

    private func scopedIdentities(
        _ statement: SQLStatement, _ values: [SQLValue]
    ) async throws -> [(scope: Scope, identity: Identity)] {
        try await database.read { [keys] transaction in
            let documents = IdentityDocuments(keys: keys, transaction: transaction)
            return try transaction.rows(statement, values).map { row in
                let scope = try row.scope(0)
                return (scope, try documents.decode(row.text(2), in: scope))
            }
        }
    }
}

extension Scope {
    fileprivate func key(of name: IdentityName) -> [SQLValue] {
        columns + [.text(name.description)]
    }
}

extension IdentityName {
    fileprivate var kind: IdentityKind { isDomain ? .domain : .address }
}
