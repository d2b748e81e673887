import WaxwingCore

/// Which identity is meant, as far as the command line says so. What it leaves open is taken from
/// the resource that a policy names, then from the caller.
struct IdentityPlace: Equatable, Sendable {
    var name: IdentityName?
    var account: AccountID?
    var region: Region?

    /// - Throws: ``InputError`` for what is no name of that kind.
    init(
        identity: String? = nil, owner: String? = nil, region: String? = nil
    ) throws(InputError) {
        if let identity {
            guard let name = try? IdentityName(parsing: identity) else {
                throw InputError("--identity: '\(identity)' is no domain and no address")
            }
            self.name = name
        }
        if let owner {
            guard let account = AccountID(owner) else {
                throw InputError("--owner: an account's id has twelve digits")
            }
            self.account = account
        }
        if let region {
            guard let known = Region(region) else {
                throw InputError("--region: '\(region)' is no name of a region")
            }
            self.region = known
        }
    }

    /// Where the identity is.
    func scope(or policyARN: String?, caller: String = "") -> Scope {
        let arn = policyARN.flatMap { ARN($0) }
        return Scope(
            account: account ?? arn.flatMap { AccountID($0.account) } ?? AccountID(caller)
                ?? .development,
            region: region ?? arn.flatMap { Region($0.region) } ?? .standard)
    }

    /// The identity's ARN; where no identity is named, that of the policy.
    func arn(or policyARN: String?) -> String {
        guard let name else { return policyARN ?? "" }
        return scope(or: policyARN).arn("identity", name.description)
    }
}
