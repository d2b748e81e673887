public import MailTypes

/// That a tenant may send with an identity, a configuration set or a template.
public struct TenantAssociation: Resource, Equatable {
    public static let kind = "tenant-association"

    public let tenant: String
    public let resourceARN: String
    public let associatedAt: UnixTime

    public var name: String { resourceARN }
    public var parent: String { tenant }

    public init(tenant: String, resourceARN: String, associatedAt: UnixTime) {
        self.tenant = tenant
        self.resourceARN = resourceARN
        self.associatedAt = associatedAt
    }

    /// The same, to be found by the resource.
    var ofResource: ResourceTenancy {
        ResourceTenancy(tenant: tenant, resourceARN: resourceARN, associatedAt: associatedAt)
    }
}

/// A ``TenantAssociation`` seen from the resource; the one is made and removed with the other.
public struct ResourceTenancy: Resource, Equatable {
    public static let kind = "resource-tenancy"

    public let tenant: String
    public let resourceARN: String
    public let associatedAt: UnixTime

    /// By time, so that a list of a resource's tenants begins with the oldest.
    public var name: String {
        let time = "\(max(0, associatedAt.milliseconds))"
        return String(repeating: "0", count: max(0, 15 - time.utf8.count)) + time + " " + tenant
    }
    public var parent: String { resourceARN }
}

extension ResourceTransaction {
    /// Whoever removes an identity, a configuration set or a template calls this before.
    /// - Throws: while a tenant, or a certificate of an identity, is associated with the resource.
    public func refuseIfAssociated(_ resourceARN: String) throws {
        guard try count(ResourceTenancy.self, under: resourceARN) == 0 else {
            throw ServiceError.invalidParameter(
                "Cannot delete <\(resourceARN)> because it has tenant associations. Remove all "
                    + "tenant associations and try again.")
        }
        guard let arn = ARN(resourceARN), arn.resourceType == "identity",
            let identity = arn.resourceName
        else { return }
        guard try count(IdentityCertificate.self, under: String(identity)) == 0 else {
            throw ServiceError.invalidParameter(
                "Cannot delete <\(resourceARN)> because it has certificates associated with it. "
                    + "Disassociate all certificates and try again.")
        }
    }
}

extension ResourceStore {
    /// For what is no resource of the store, such as an identity.
    /// - Throws: while a tenant is associated with the resource.
    public func refuseIfAssociated(_ resourceARN: String, in scope: Scope) async throws {
        try await look(in: scope) { try $0.refuseIfAssociated(resourceARN) }
    }
}
