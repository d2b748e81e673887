import MailTypes
public import WaxwingCore

/// Where the credentials that sign requests are found.
public protocol AccessKeyStore: Sendable {
    /// The access key with this id, unless there is none or it is switched off.
    func accessKey(_ id: String) async throws -> ActiveCredential?

    /// To be told of each key that signed a request.
    func noteUse(of key: ActiveCredential) async throws
}

extension AccessKeyStore {
    public func noteUse(of key: ActiveCredential) async throws {}
}

extension CredentialDirectory: AccessKeyStore {
    public func accessKey(_ id: String) async throws -> ActiveCredential? {
        try await credential(id, .accessKey)
    }
}

/// Whoever sent a request, once that is known.
public struct Caller: Equatable, Sendable {
    public var accessKeyID: String
    public var principal: Principal
    /// The caller's identity-based policies; nil for the account itself, who may do everything.
    public var policies: [String]?
    /// From the credential scope of the signature.
    public var region: String

    public init(
        accessKeyID: String, principal: Principal, policies: [String]? = nil, region: String
    ) {
        self.accessKeyID = accessKeyID
        self.principal = principal
        self.policies = policies
        self.region = region
    }

    /// Twelve digits.
    public var accountID: String { principal.account.description }
    /// `arn:aws:iam::123456789012:user/name`
    public var callerARN: String { principal.arn }
}
