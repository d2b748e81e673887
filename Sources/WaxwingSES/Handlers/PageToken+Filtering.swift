import WaxwingCore

extension SESHandlers {
    /// One page, by name, of those resources that `isWanted`, and the token for the next when there
    /// is one.
    ///
    /// A page may hold fewer than `size` with more to come; see
    /// ``ResourceTransaction/page(of:under:after:limit:where:)``.
    ///
    /// - Parameters:
    ///   - filter: what was filtered by; the token goes with that filter only.
    ///   - invalidToken: the refusal of a token that is none.
    func page<Kind: Resource>(
        of kind: Kind.Type, under parent: String = "", filter: String, token: String?, size: Int,
        in scope: Scope, invalidToken: (String) -> SESError,
        where isWanted: @escaping @Sendable (Kind) -> Bool
    ) async throws -> (resources: [Kind], nextToken: String?) {
        let list = "\(kind.kind)/\(parent)/\(filter)"
        var position: ResourcePosition?
        if let token {
            guard let read = PageToken(parsing: token, list: list, in: scope) else {
                throw invalidToken(token)
            }
            position = ResourcePosition(read.position)
        }
        let page = try await resources.look(in: scope) { [position] in
            try $0.page(of: kind, under: parent, after: position, limit: size, where: isWanted)
        }
        let next = page.next.map { PageToken(list: list, position: $0.text).formatted(in: scope) }
        return (page.resources, next)
    }
}
