import WaxwingCore

/// A kind of resource that can have tags, by the word that its ARNs have for it.
struct TaggableKind: Sendable {
    typealias Change = @Sendable (inout [ResourceTag]) throws -> Void

    /// `configuration-set`
    let word: String
    /// Whether a text may stand behind the word and the slash.
    let isName: @Sendable (Substring) -> Bool
    /// The refusal when there is none of that name.
    let missing: @Sendable (String) -> ServiceError
    /// Nil when there is none of that name.
    let tags: @Sendable (SESHandlers, String, Scope) async throws -> [ResourceTag]?
    /// - Returns: whether there was one of that name.
    let update: @Sendable (SESHandlers, String, Scope, @escaping Change) async throws -> Bool

    /// Every kind that there is, one line each.
    static let all: [TaggableKind] = [
        identity, tenant,
        of(ConfigurationSet.self, "configuration-set", shape: "ConfigurationSet"),
        of(ContactList.self, "contact-list", shape: "ContactList"),
        of(DedicatedIPPool.self, "dedicated-ip-pool", shape: "DedicatedIpPool"),
        of(EmailTemplate.self, "template", shape: "Template"),
        of(MultiRegionEndpoint.self, "multi-region-endpoint", shape: "MultiRegionEndpoint"),
        of(
            VerificationTemplate.self, "custom-verification-email-template",
            shape: "CustomVerificationEmailTemplate"),
    ]

    /// - Parameter shape: SES's own word in the refusal.
    private static func of<Kind: Tagged>(
        _ kind: Kind.Type, _ word: String, shape: String
    ) -> TaggableKind {
        TaggableKind(
            word: word, isName: isPlainName,
            missing: { .notFound("No \(shape) present with name: \($0)") },
            tags: { try await $0.resources.find(kind, $1, in: $2)?.tags },
            update: { handlers, name, scope, change in
                try await handlers.resources.update(kind, name, in: scope) { resource in
                    try change(&resource.tags)
                    try kind.checkOwn(resource.tags)
                } != nil
            })
    }

    private static let identity = TaggableKind(
        word: "identity", isName: isPlainName,
        missing: { .notFound("No EmailIdentity present with name: \($0)") },
        tags: { handlers, text, scope in
            guard let name = try? IdentityName(parsing: text) else { return nil }
            return try await handlers.identities.identity(named: name, in: scope)?.tags
        },
        update: { handlers, text, scope, change in
            guard let name = try? IdentityName(parsing: text) else { return false }
            return try await handlers.identities.updateTags(of: name, in: scope, change) != nil
        })

    /// The ARN has the tenant's id behind its name, and so names that one and no later one.
    private static let tenant = TaggableKind(
        word: "tenant", isName: { !$0.isEmpty },
        missing: { text in
            let (name, id) = tenantParts(text)
            // SES leaves the space out.
            return .notFound("No Tenant present with name: \(name)with tenantId: \(id)")
        },
        tags: { handlers, text, scope in
            let (name, id) = tenantParts(text)
            let tenant = try await handlers.resources.find(Tenant.self, name, in: scope)
            guard let tenant, tenant.id == id else { return nil }
            return tenant.tags.sorted { $0.key < $1.key }
        },
        update: { handlers, text, scope, change in
            let (name, id) = tenantParts(text)
            let changed = try await handlers.resources.update(Tenant.self, name, in: scope) {
                if $0.id == id { try change(&$0.tags) }
            }
            return changed?.id == id
        })

    private static func tenantParts(_ text: String) -> (name: String, id: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : ("null", text)
    }

    private static func isPlainName(_ text: Substring) -> Bool {
        !text.isEmpty && text != " " && !text.utf8.contains { $0 == 0x2F || $0 == 0x3A }
    }
}
