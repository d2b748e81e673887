import JSONText
import SESModel
import WaxwingCore

extension Call {
    /// An operation as policies name it, and what it is done to.
    init(_ operation: OperationDescriptor, _ document: Document, _ context: SESContext) {
        self.init(
            action: "ses:\(operation.name)", resources: Self.resources(in: document, context),
            principal: context.caller.principal, policies: context.caller.policies,
            region: context.region, apiVersion: operation.version == .v1 ? 1 : 2,
            sourceIP: context.sourceIP, userAgent: context.userAgent, isSecure: context.isSecure,
            now: context.now)
        let from = document["FromEmailAddress"] ?? document["Source"]
        if case .string(let address)? = from { fromAddress = Self.bareAddress(address) }
    }

    /// The kinds of resources by the members that name one.
    private static let members: [(member: String, kind: String)] = [
        ("EmailIdentity", "identity"), ("Identity", "identity"),
        ("FromEmailAddress", "identity"), ("Source", "identity"),
        ("ConfigurationSetName", "configuration-set"),
        ("TemplateName", "template"), ("ContactListName", "contact-list"),
        ("PoolName", "dedicated-ip-pool"), ("TenantName", "tenant"),
    ]

    /// ARNs of the resources that the input names; an identity by its address and by its domain.
    private static func resources(in document: Document, _ context: SESContext) -> [String] {
        guard let scope = try? context.scope else { return [] }
        if case .string(let arn)? = document["ResourceArn"] { return [arn] }
        for (member, kind) in members {
            guard case .string(let name)? = document[member], !name.isEmpty else { continue }
            guard kind == "identity" else { return [scope.arn(kind, name)] }
            let address = bareAddress(name)
            let domain = address.split(separator: "@").last.map(String.init) ?? address
            return address == domain
                ? [scope.arn(kind, domain)] : [scope.arn(kind, domain), scope.arn(kind, address)]
        }
        return []
    }

    /// `a@example.com` of `Anna <a@example.com>`.
    private static func bareAddress(_ text: String) -> String {
        guard let open = text.lastIndex(of: "<"), text.hasSuffix(">") else { return text }
        return String(text[text.index(after: open)...].dropLast())
    }
}

extension OperationDescriptor {
    /// Whether it matters how often the operation is carried out: all but those that only read.
    var changesSomething: Bool {
        !["Get", "List", "Describe", "BatchGet", "TestRender"].contains { name.hasPrefix($0) }
    }
}
