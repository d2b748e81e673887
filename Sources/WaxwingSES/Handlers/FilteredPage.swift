import WaxwingCore

extension SESHandlers {
    /// One page of those resources that `matches` takes, by name, and the token for the next.
    ///
    /// - Parameter filter: what the list is filtered by; a token goes on in the same list only.
    func filteredPage<Kind: Resource>(
        of kind: Kind.Type, under parent: String = "", filter: String,
        token: String?, size: Int, in scope: Scope, invalidToken: (String) -> SESError,
        matches: @escaping @Sendable (Kind) -> Bool
    ) async throws -> (resources: [Kind], nextToken: String?) {
        let list = "\(kind.kind)/\(parent)?\(filter)"
        var position: ResourcePosition?
        if let token {
            guard let read = PageToken(parsing: token, list: list, in: scope) else {
                throw invalidToken(token)
            }
            position = ResourcePosition(read.position)
        }
        let start = position
        var found = try await resources.look(in: scope) { transaction in
            var found: [Kind] = []
            var position = start
            repeat {
                let page = try transaction.page(
                    of: kind, under: parent, order: .byName, after: position, limit: 500)
                found += page.resources.filter(matches)
                position = page.next
            } while position != nil && found.count <= size
            return found
        }
        guard found.count > size else { return (found, nil) }
        found.removeSubrange(size...)
        let next = PageToken(list: list, position: found.last?.name ?? "")
        return (found, next.formatted(in: scope))
    }
}
