import JSONText
import SESModel
import WaxwingCore

extension Call {
    /// An operation as policies name it, and what it is done to.
    init(_ operation: OperationDescriptor, _ document: Document, _ context: SESContext) {
        self.init(
            action: "ses:\(operation.name)", principal: context.caller.principal,
            policies: context.caller.policies, region: context.region,
            apiVersion: operation.version == .v1 ? 1 : 2, sourceIP: context.sourceIP,
            userAgent: context.userAgent, isSecure: context.isSecure, now: context.now)
        // Nobody asks what the account itself does it to.
        guard policies != nil, let scope = try? context.scope else { return }
        nameResources(in: document, scope)
    }

    /// The kinds of resources by the members that name one.
    private static let members: [(member: String, kind: String)] = [
        ("ConfigurationSetName", "configuration-set"), ("TemplateName", "template"),
        ("ContactListName", "contact-list"), ("PoolName", "dedicated-ip-pool"),
        ("TenantName", "tenant"),
    ]

    private mutating func nameResources(in document: Document, _ scope: Scope) {
        if let arn = document.text("ResourceArn") {
            resources = [[arn]]
        } else if let identity = document.text("EmailIdentity") ?? document.text("Identity") {
            let domain = identity.split(separator: "@").last.map(String.init) ?? identity
            resources = [
                domain == identity
                    ? [scope.arn("identity", domain)]
                    : [scope.arn("identity", domain), scope.arn("identity", identity)]
            ]
        } else {
            for (member, kind) in Self.members {
                guard let name = document.text(member) else { continue }
                resources = [[scope.arn(kind, name)]]
                return
            }
        }
    }
}

extension Document {
    fileprivate func text(_ name: String) -> String? {
        guard case .string(let text)? = self[name], !text.isEmpty else { return nil }
        return text
    }
}

extension OperationDescriptor {
    /// Whether it sends what the caller gives it, which policies may speak of.
    var isSend: Bool {
        switch name {
        case "SendEmail", "SendRawEmail", "SendTemplatedEmail", "SendBulkTemplatedEmail",
            "SendBulkEmail", "SendBounce":
            true
        default: false
        }
    }

    /// Whether it matters how often the operation is carried out: all but those that only read.
    var changesSomething: Bool {
        !["Get", "List", "Describe", "BatchGet", "TestRender"].contains { name.hasPrefix($0) }
    }
}
