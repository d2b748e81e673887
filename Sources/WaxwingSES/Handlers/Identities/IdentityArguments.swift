import MailTypes
import WaxwingCore

// What both APIs say about the identities that requests name.
extension SESHandlers {
    static func unknown(_ name: IdentityName) -> ServiceError {
        .notFound("Email identity \(name) does not exist.")
    }

    func identityName(_ text: String) throws(ServiceError) -> IdentityName {
        guard text.utf8.contains(UInt8(ascii: "@")) else {
            return .domain(try domain(text, "Invalid domain name \(text)."))
        }
        guard let name = try? IdentityName(parsing: text) else {
            throw .invalidParameter("Invalid email address<\(text)>.")
        }
        return name
    }

    func domain(_ text: String, _ problem: String) throws(ServiceError) -> DomainName {
        guard let domain = try? DomainName(parsing: text), domain.isASCII,
            domain.parent != nil
        else { throw .invalidParameter(problem) }
        return domain
    }

    func mailFromDomain(_ text: String?) throws(ServiceError) -> DomainName? {
        guard let text, !text.isEmpty else { return nil }
        return try domain(text, "Provided MAIL-FROM domain <\(text)> is not a valid domain name.")
    }

    func requireDomain(_ name: IdentityName) throws(ServiceError) {
        guard name.isDomain else {
            throw .invalidParameter("The EmailIdentity value must be a valid domain.")
        }
    }

    /// Removes an identity with its policies, unless tenants or certificates are associated with it:
    /// one that is made anew under its name must not have delegates that nobody thinks of any more.
    /// - Returns: whether there was one.
    func delete(_ name: IdentityName, in scope: Scope) async throws -> Bool {
        try await resources.refuseIfAssociated(
            scope.arn("identity", name.description), in: scope)
        let removed = try await identities.delete(name, in: scope)
        _ = try await resources.change(in: scope) {
            try $0.removeAll(IdentityPolicy.self, under: name.description)
        }
        return removed
    }

    /// An address below a known domain is taken without a change: it has no switch of its own.
    func setDKIMSigning(_ enabled: Bool, of name: IdentityName, in scope: Scope) async throws {
        let domain = IdentityName.domain(name.domain)
        guard let identity = try await identities.identity(named: domain, in: scope),
            identity.dkim != nil || !name.isDomain
        else {
            throw ServiceError.invalidParameter(
                "Domain \(name.domain) is not verified for DKIM signing.")
        }
        guard name.isDomain else { return }
        _ = try await identities.setDKIMSigning(enabled, of: name, in: scope)
    }
}
