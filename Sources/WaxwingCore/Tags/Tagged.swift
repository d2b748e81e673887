/// A resource that its owner can put tags on.
public protocol Tagged: Resource {
    var tags: [ResourceTag] { get set }

    /// - Throws: for tags that those of this type cannot have, though other resources can.
    static func checkOwn(_ tags: [ResourceTag]) throws(ServiceError)
}

extension Tagged {
    public static func checkOwn(_ tags: [ResourceTag]) throws(ServiceError) {}
}

extension ConfigurationSet: Tagged {
    public static func checkOwn(_ tags: [ResourceTag]) throws(ServiceError) {
        try checkExtensions(in: tags)
    }
}

extension EmailTemplate: Tagged {}
extension ContactList: Tagged {}
extension VerificationTemplate: Tagged {}
extension DedicatedIPPool: Tagged {}
extension MultiRegionEndpoint: Tagged {}
extension Tenant: Tagged {}
