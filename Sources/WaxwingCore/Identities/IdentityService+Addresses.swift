public import MailTypes

// Addresses, and the links that prove them.
extension IdentityService {
    /// Makes an address an identity that waits for its link, without mailing it: for mail that the
    /// caller writes. One that is verified already stays so.
    /// - Returns: the link.
    public func startVerification(
        of mailbox: Mailbox, redirects: VerificationRedirects, in scope: Scope
    ) async throws -> String {
        let name = IdentityName.address(mailbox)
        try Self.refuseReturnPath(name)
        let token = keys.verificationToken()
        let now = clock.now()
        var identity = Identity(name: name, createdAt: now, verificationToken: token)
        identity.redirects = redirects
        identity.nextCheckAt = now + IdentityChecker.addressLifetime
        if try await store.insert(identity, in: scope) {
            directory.forget(name, in: scope)
        } else {
            _ = try await update(name, in: scope) { identity in
                identity.verificationToken = token
                identity.verificationStartedAt = now
                identity.redirects = redirects
                guard !identity.isVerified else { return }
                identity.verification = .pending
                identity.nextCheckAt = now + IdentityChecker.addressLifetime
            }
        }
        return mailer.verificationLink(for: token)
    }

    /// Takes the mailed link at its word.
    public func confirmAddress(token: String) async throws -> AddressConfirmation {
        guard
            let (scope, found) = try await store.identity(withVerificationToken: token),
            equalInConstantTime(found.verificationToken.utf8, token.utf8)
        else { return .unknown }
        let now = clock.now()
        let identity = try await update(found.name, in: scope) { identity in
            guard now - identity.verificationStartedAt < IdentityChecker.addressLifetime else {
                return
            }
            identity.verification = .success
            identity.lastSuccessAt = now
            identity.nextCheckAt = nil
        }
        guard let identity else { return .unknown }
        return identity.isVerified
            ? .verified(redirect: identity.redirects?.success)
            : .expired(redirect: identity.redirects?.failure)
    }

    /// Whether mail may be sent from an address: it, its domain or a parent of that is verified.
    public func isVerified(_ mailbox: Mailbox, in scope: Scope) async throws -> Bool {
        try await directory.identities(covering: mailbox, in: scope).contains(where: \.isVerified)
    }
}
