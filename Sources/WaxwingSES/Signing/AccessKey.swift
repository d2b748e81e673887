/// A key pair that signs requests, and whom it stands for.
public struct AccessKey: Equatable, Sendable {
    public var id: String
    public var secret: String
    /// Twelve digits.
    public var accountID: String
    /// `arn:aws:iam::123456789012:user/name`.
    public var callerARN: String

    public init(id: String, secret: String, accountID: String, callerARN: String) {
        self.id = id
        self.secret = secret
        self.accountID = accountID
        self.callerARN = callerARN
    }
}

/// Where access keys are kept.
public protocol AccessKeyStore: Sendable {
    /// The key with this id, unless there is none or it is switched off.
    func secret(for accessKeyID: String) async throws -> AccessKey?
}

/// Whoever sent a request, once that is known.
public struct Caller: Equatable, Sendable {
    public var accessKeyID: String
    public var accountID: String
    public var callerARN: String
    /// From the credential scope of the signature.
    public var region: String

    public init(accessKeyID: String, accountID: String, callerARN: String, region: String) {
        self.accessKeyID = accessKeyID
        self.accountID = accountID
        self.callerARN = callerARN
        self.region = region
    }
}
