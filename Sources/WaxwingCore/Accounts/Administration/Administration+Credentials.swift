import MailTypes

// Access keys, and user names and passwords for SMTP.
extension Administration {
    /// An access key with its secret, which is never shown again.
    public struct NewAccessKey: Sendable {
        public let credential: Credential
        public let secret: SecretText
    }

    /// What a mail program signs in with; the password is never shown again.
    public struct NewSMTPCredential: Sendable {
        public let credential: Credential
        public let password: SecretText
        /// Where the password is good; nil for every region.
        public let region: Region?
        /// The access key that it was derived from.
        public let accessKey: NewAccessKey?

        public var userName: String { credential.id }
    }

    // MARK: Access keys

    /// - Parameter owner: nil for the account itself, whose key may do everything.
    public func createAccessKey(
        of owner: MemberName?, in account: AccountID
    ) async throws -> NewAccessKey {
        let key = Credential(
            id: CredentialMaker.accessKeyID(), kind: .accessKey, account: account, owner: owner,
            createdAt: clock.now())
        let secret = CredentialMaker.secretKey()
        try await insert(key, secret, limit: Self.accessKeyLimit)
        return NewAccessKey(credential: key, secret: secret)
    }

    /// Takes over a key that clients have already: its secret is given.
    public func importAccessKey(
        _ id: String, secret: SecretText, of owner: MemberName?, in account: AccountID
    ) async throws -> NewAccessKey {
        try AdministrationRules.checkAccessKey(id, secret)
        let key = Credential(
            id: id, kind: .accessKey, account: account, owner: owner, createdAt: clock.now())
        try await insert(key, secret, limit: Self.accessKeyLimit)
        return NewAccessKey(credential: key, secret: secret)
    }

    public func credentials(
        _ kind: Credential.Kind, in account: AccountID
    ) async throws -> [Credential] {
        _ = try await self.account(account)
        return try await store.credentials(kind, in: account)
    }

    /// Switches a credential on or off.
    @discardableResult
    public func setCredential(
        _ id: String, in account: AccountID, isActive: Bool
    ) async throws -> Credential {
        let wasThere = try await store.setCredential(id, in: account, isActive: isActive)
        directory.forgetAll()
        guard wasThere, let changed = try await store.signIn(id)?.credential else {
            throw try await noCredential(id, account)
        }
        return changed
    }

    public func deleteCredential(_ id: String, in account: AccountID) async throws {
        let wasThere = try await store.removeCredential(id, in: account)
        directory.forgetAll()
        guard wasThere else { throw try await noCredential(id, account) }
    }

    // MARK: SMTP

    /// The SMTP password of an access key in a region.
    public func deriveSMTPCredential(
        from accessKeyID: String, in region: Region, account: AccountID
    ) async throws -> NewSMTPCredential {
        guard let found = try await store.signIn(accessKeyID),
            found.credential.account == account, found.credential.kind == .accessKey
        else { throw try await noCredential(accessKeyID, account) }
        let password = SMTPPassword(secret: found.secret.revealed, region: region).text
        return NewSMTPCredential(
            credential: found.credential, password: SecretText(password), region: region,
            accessKey: nil)
    }

    /// A new access key and its SMTP password in a region.
    public func createSMTPCredential(
        of owner: MemberName?, in region: Region, account: AccountID
    ) async throws -> NewSMTPCredential {
        let key = try await createAccessKey(of: owner, in: account)
        let password = SMTPPassword(secret: key.secret.revealed, region: region).text
        return NewSMTPCredential(
            credential: key.credential, password: SecretText(password), region: region,
            accessKey: key)
    }

    /// A user name and a password that are good in every region, and for SMTP alone. SES has none
    /// such.
    public func createSMTPCredentialForAllRegions(
        of owner: MemberName?, account: AccountID
    ) async throws -> NewSMTPCredential {
        let credential = Credential(
            id: CredentialMaker.smtpUserName(), kind: .smtp, account: account, owner: owner,
            createdAt: clock.now())
        let password = CredentialMaker.smtpPassword()
        let verifier = SecretText(PasswordVerifier(of: password).text)
        try await insert(credential, verifier, limit: Self.smtpCredentialLimit)
        return NewSMTPCredential(
            credential: credential, password: password, region: nil, accessKey: nil)
    }

    // MARK: Parts

    private func insert(
        _ credential: Credential, _ secret: SecretText, limit: Int
    ) async throws {
        let outcome = try await store.insert(credential, secret: secret, limit: limit)
        directory.forgetAll()
        switch outcome {
        case .inserted: return
        case .present:
            throw ServiceError.alreadyExists("The credential \(credential.id) already exists.")
        case .full:
            throw ServiceError.limitExceeded(
                "The \(credential.owner?.description ?? "account") has \(limit) credentials of that "
                    + "kind, and may have no more. Delete one first.")
        case .noOwner:
            _ = try await account(credential.account)
            if let owner = credential.owner { throw Self.noMember(owner) }
            throw Self.noAccount(credential.account)
        }
    }

    private func noCredential(_ id: String, _ account: AccountID) async throws -> ServiceError {
        _ = try await self.account(account)
        return .notFound("The account \(account) has no credential \(id.prefix(128)).")
    }
}
