import MailTypes
import WaxwingCore

/// A `NextToken`: where the page before ended, in one list of one account and region.
///
/// v1 and v2 list the same resources, so a token of one continues in the other. Any other list, and
/// any other account or region, refuses it.
struct PageToken: Equatable {
    /// The list's own word, and what it is a list of: `contacts/news`.
    let list: String
    let position: String

    init(list: String, position: String) {
        self.list = list
        self.position = position
    }

    /// Nil for a text that is no token of that list.
    init?(parsing text: String, list: String, in scope: Scope) {
        let fields = Base64.decode(text).flatMap { String(validating: $0, as: UTF8.self) }?
            .split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
        guard let fields, fields.count == 4, fields[0] == list,
            fields[1] == scope.account.description, fields[2] == scope.region.description
        else { return nil }
        self.list = list
        position = String(fields[3])
    }

    func formatted(in scope: Scope) -> String {
        Base64.encode("\(list)\n\(scope.account)\n\(scope.region)\n\(position)".utf8)
    }
}

extension SESHandlers {
    /// One page of resources, and the token for the next when there is one.
    ///
    /// - Parameter invalidToken: the refusal of a token that is none; each list has its own words.
    func page<Kind: Resource>(
        of kind: Kind.Type, under parent: String = "", order: ResourceOrder = .byName,
        token: String?, size: Int, in scope: Scope, invalidToken: (String) -> SESError
    ) async throws -> (resources: [Kind], nextToken: String?) {
        let list = parent.isEmpty ? kind.kind : "\(kind.kind)/\(parent)"
        var position: ResourcePosition?
        if let token {
            guard let read = PageToken(parsing: token, list: list, in: scope) else {
                throw invalidToken(token)
            }
            position = ResourcePosition(read.position)
        }
        let page = try await resources.page(
            of: kind, under: parent, order: order, after: position, limit: size, in: scope)
        let next = page.next.map { PageToken(list: list, position: $0.text).formatted(in: scope) }
        return (page.resources, next)
    }
}
