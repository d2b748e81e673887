extension ResourceTransaction {
    /// The tenant that a message is sent for, once it may be sent with what it is sent with.
    ///
    /// - Parameter resourceARNs: of the identity, the configuration set and the template.
    /// - Throws: when there is no such tenant, it must not send, or a resource is none of its.
    public func tenant(
        named name: String, sendingWith resourceARNs: [String], in scope: Scope
    ) throws -> Tenant {
        guard let tenant = try find(Tenant.self, name) else {
            throw ServiceError.notFound(
                "Tenant \(name) for AwsAccountId \(scope.account) not found.")
        }
        let missing = try resourceARNs.filter {
            try find(TenantAssociation.self, $0, under: name) == nil
        }
        guard missing.isEmpty else {
            throw ServiceError.accessDenied(
                "Tenant not associated with resources [\(missing.joined(separator: ", "))].")
        }
        guard tenant.sendingStatus != .disabled else {
            throw ServiceError.refused(
                code: "AccountSendingPausedException", "Sending paused for tenant <\(name)>.")
        }
        return tenant
    }
}
