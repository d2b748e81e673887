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
    /// From the credential scope of the signature; of one that is good in several regions, the
    /// first that is served.
    public var region: String
    /// Where else the signature is good; nil for nowhere.
    public var regionSet: RegionSet?
    /// Where the credentials are good; everywhere when there are none.
    public var credentialRegions: [Region] = []

    /// Whether the request may be carried out in a region, which need not be its own.
    /// - Parameter signedForAnother: whether the region that it is signed for stands for this one.
    func isGood(in region: Region, signedForAnother: Bool) -> Bool {
        guard credentialRegions.isEmpty || credentialRegions.contains(region) else { return false }
        return signedForAnother || self.region == region.description
            || regionSet?.covers(region) ?? false
    }

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
