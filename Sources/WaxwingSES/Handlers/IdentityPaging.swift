import MailTypes
import WaxwingCore

/// The `NextToken` of identity lists: where the page before ended, for one account and region.
///
/// v1 and v2 list the same identities, so a token of one continues in the other.
struct IdentityPageToken {
    private static let prefix = "identities"

    let lastName: String

    init(lastName: String) { self.lastName = lastName }

    init(parsing text: String, in scope: Scope) throws(SESError) {
        let fields = Base64.decode(text).flatMap { String(validating: $0, as: UTF8.self) }?
            .split(separator: "\n", omittingEmptySubsequences: false)
        guard let fields, fields.count == 4, fields[0] == Self.prefix,
            fields[1] == scope.account.description, fields[2] == scope.region.description
        else { throw SESError(.invalidNextToken, "Invalid NextToken <\(text)>.") }
        lastName = String(fields[3])
    }

    func formatted(in scope: Scope) -> String {
        Base64.encode("\(Self.prefix)\n\(scope.account)\n\(scope.region)\n\(lastName)".utf8)
    }
}

extension SESHandlers {
    /// One page of identities, and the token for the next when there is one.
    func page(
        of kind: IdentityKind?, token: String?, size: Int, in scope: Scope
    ) async throws -> (identities: [Identity], nextToken: String?) {
        let after = try token.map { try IdentityPageToken(parsing: $0, in: scope).lastName }
        var found = try await identities.identities(
            in: scope, after: after, limit: size + 1, kind: kind)
        guard found.count > size, let last = found.dropLast().last else { return (found, nil) }
        found.removeLast()
        let next = IdentityPageToken(lastName: last.name.description)
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
