import JSONText
import MailTypes
import SESModel
import WaxwingCore

extension Call {
    /// An operation as policies name it, and what it is done to.
    ///
    /// - Parameter input: what the operation will take, and nothing else: a member that it does not
    ///   know, or one that stands twice, must not name another resource than the one it acts on.
    init(_ operation: OperationDescriptor, _ input: Document, _ context: SESContext) {
        self.init(
            action: "ses:\(operation.name)", principal: context.caller.principal,
            policies: context.caller.policies, region: context.region,
            apiVersion: operation.version == .v1 ? 1 : 2, sourceIP: context.sourceIP,
            userAgent: context.userAgent, isSecure: context.isSecure, now: context.now)
        // Nobody asks what the account itself does it to.
        guard policies != nil, let scope = try? context.scope else { return }
        resources = Self.resources(of: operation, in: input, scope)
    }

    /// The kinds of resources by the members that name one.
    private static let members: [(path: [String], kind: String)] = [
        (["ConfigurationSetName"], "configuration-set"),
        (["ConfigurationSet", "Name"], "configuration-set"),
        (["TemplateName"], "template"), (["Template", "TemplateName"], "template"),
        (["ContactListName"], "contact-list"),
        (["PoolName"], "dedicated-ip-pool"), (["DestinationPoolName"], "dedicated-ip-pool"),
        (["TenantName"], "tenant"),
    ]

    /// v1's operations on addresses, whose member is one of other things elsewhere.
    private static let onAddresses: Set<String> = [
        "VerifyEmailIdentity", "VerifyEmailAddress", "DeleteVerifiedEmailAddress",
    ]

    private static func resources(
        of operation: OperationDescriptor, in input: Document, _ scope: Scope
    ) -> [[String]] {
        if let arn = input.text(["ResourceArn"]) { return [names(ofARN: arn, scope)] }
        let identity =
            input.text(["EmailIdentity"]) ?? input.text(["Identity"]) ?? input.text(["Domain"])
            ?? (onAddresses.contains(operation.name) ? input.text(["EmailAddress"]) : nil)
        if let identity { return [names(ofIdentity: identity, scope)] }
        // Each of several has to be allowed: a template by a set that is, is not.
        let isVerification = operation.name.contains("CustomVerificationEmail")
        return members.compactMap { path, kind in
            input.text(path).map { name in
                let isTemplate = isVerification && kind == "template"
                return [scope.arn(isTemplate ? "custom-verification-email-template" : kind, name)]
            }
        }
    }

    /// An identity as the service will spell it, whatever the case that it was asked for in, and
    /// the domain that an address is of.
    private static func names(ofIdentity text: String, _ scope: Scope) -> [String] {
        guard let name = try? IdentityName(parsing: text) else {
            return [scope.arn("identity", text)]
        }
        let own = scope.arn("identity", name.description)
        return name.isDomain ? [own] : [scope.arn("identity", name.domain.text), own]
    }

    /// The service looks at neither partition nor service of an ARN, so these are spelled out here.
    private static func names(ofARN text: String, _ scope: Scope) -> [String] {
        guard let arn = ARN(text), let name = arn.resourceName,
            arn.account == scope.account.description
        else { return [text] }
        guard arn.resourceType == "identity", arn.region == scope.region.description else {
            return [
                "arn:aws:ses:\(arn.region):\(arn.account):\(arn.resourceType)/\(name)"
            ]
        }
        return names(ofIdentity: String(name), scope)
    }
}

extension Document {
    fileprivate func text(_ path: [String]) -> String? {
        var found: Document? = self
        for name in path { found = found?[name] }
        guard case .string(let text)? = found, !text.isEmpty else { return nil }
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
