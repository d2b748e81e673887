import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    /// One page of identities, and the token for the next when there is one.
    func page(
        filter: IdentityFilter, token: String?, size: Int, in scope: Scope
    ) async throws -> (identities: [Identity], nextToken: String?) {
        let list = "identities\(filter.text)"
        var after = try token.map { text in
            guard let token = PageToken(parsing: text, list: list, in: scope) else {
                // SES repeats the token in a list without a filter only.
                throw SESError(
                    .invalidParameterValue,
                    filter.text.isEmpty ? "Invalid NextToken <\(text)>." : "Invalid NextToken.")
            }
            return token.position
        }
        var found: [Identity] = []
        while found.count <= size {
            let wanted = filter.isSelective ? 500 : size + 1
            let batch = try await identities.identities(
                in: scope, after: after, limit: wanted, kind: filter.kind)
            found += batch.filter(filter.matches).prefix(size + 1 - found.count)
            guard batch.count == wanted, let last = batch.last else { break }
            after = last.name.description
        }
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

/// Which identities a list holds.
struct IdentityFilter: Sendable {
    var kind: IdentityKind?
    private var namePart: String?
    private var status: String?
    /// What v2 filters by; a token goes with that filter only. Empty for none, and in v1.
    private(set) var text = ""

    init(kind: IdentityKind?) { self.kind = kind }

    /// - Throws: ``SESError`` for a filter that there is not.
    init(_ filters: [String: String]) throws(SESError) {
        text = filters.sorted { $0.key < $1.key }.map { "/\($0.key)=\($0.value)" }.joined()
        for (key, value) in filters {
            switch key {
            case "IDENTITY_NAME_CONTAINS": namePart = value.lowercased()
            case "IDENTITY_TYPE" where value == "DOMAIN": kind = .domain
            case "IDENTITY_TYPE" where value == "EMAIL_ADDRESS": kind = .address
            case "VERIFICATION_STATUS"
            where WaxwingCore.VerificationStatus(rawValue: value) != nil:
                status = value
            case "IDENTITY_TYPE", "VERIFICATION_STATUS":
                throw SESError(
                    .invalidParameterValue, "Invalid value <\(value)> for filter <\(key)>.")
            default: throw SESError(.invalidParameterValue, "Invalid filter <\(key)>.")
            }
        }
    }

    /// Whether it leaves out some that the store does not.
    var isSelective: Bool { namePart != nil || status != nil }

    func matches(_ identity: Identity) -> Bool {
        if let status, identity.verification.rawValue != status { return false }
        guard let namePart else { return true }
        return identity.name.description.lowercased().contains(namePart)
    }
}
