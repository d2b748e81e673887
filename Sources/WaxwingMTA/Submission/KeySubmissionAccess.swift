public import SMTP
public import WaxwingCore

/// Where the secrets of access keys are found.
public protocol AccessKeySecrets: Sendable {
    /// The secret, and the account that the key belongs to; nil for a key that is none.
    func secret(for accessKeyID: String) async -> (secret: String, account: AccountID)?
}

/// Submission with the credentials of SES: an access key id, and the password derived from its
/// secret for the region of this endpoint.
public struct KeySubmissionAccess: SubmissionAccess {
    private let keys: any AccessKeySecrets
    private let region: Region

    public init(keys: any AccessKeySecrets, region: Region) {
        self.keys = keys
        self.region = region
    }

    public func scope(for credentials: SMTPCredentials) async -> Scope? {
        let found = await keys.secret(for: credentials.username)
        // An unknown key costs as much time as a known one, so that nobody can tell them apart.
        let password = SMTPPassword(secret: found?.secret ?? "", region: region)
        guard password.matches(credentials.password), let found else { return nil }
        return Scope(account: found.account, region: region)
    }

    public var scopeWithoutCredentials: Scope? { nil }
}
