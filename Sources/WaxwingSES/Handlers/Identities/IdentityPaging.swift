import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    /// One page of identities, and the token for the next when there is one.
    func page(
        of kind: IdentityKind?, token: String?, size: Int, in scope: Scope
    ) async throws -> (identities: [Identity], nextToken: String?) {
        let list = "identities"
        let after = try token.map { text in
            guard let token = PageToken(parsing: text, list: list, in: scope) else {
                throw SESError(.invalidNextToken, "Invalid NextToken <\(text)>.")
            }
            return token.position
        }
        var found = try await identities.identities(
            in: scope, after: after, limit: size + 1, kind: kind)
        guard found.count > size, let last = found.dropLast().last else { return (found, nil) }
        found.removeLast()
        let next = PageToken(list: list, position: last.name.description)
        return (found, next.formatted(in: scope))
    }

    /// - Parameter parameter: `PageSize` of v2, `MaxItems` of v1.
    func pageSize(_ size: Int?, default standard: Int, parameter: String) throws(SESError) -> Int {
        guard let size else { return standard }
        guard (1...1000).contains(size) else {
            throw SESError(
                .invalidParameterValue,
                "Value \(size) for parameter \(parameter) is invalid. "
                    + "\(parameter) must be between 1 and 1000.")
        }
        return size
    }
}
