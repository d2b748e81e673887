import MailTypes

/// What SES wants of a policy of one of its identities, beyond the language itself
/// (Amazon SES Developer Guide, “Amazon SES policy anatomy”).
public struct SESIdentityPolicyRules: Equatable, Sendable {
    /// Longest document, in bytes.
    public static let documentSizeLimit = 4096
    /// Most policies of one identity.
    public static let policyLimit = 20
    /// Longest name of a policy; it has letters, digits, dashes and underscores.
    public static let nameLengthLimit = 64

    /// What a delegate may be allowed: the documented sending actions, and those of the calls that
    /// take an identity's ARN beside them (`SendBulkEmail`, and `SendBounce` with `BounceSenderArn`).
    public static let sendingActions = [
        "ses:SendEmail", "ses:SendRawEmail", "ses:SendTemplatedEmail",
        "ses:SendBulkTemplatedEmail", "ses:SendBulkEmail", "ses:SendBounce",
    ]

    /// What principals of the identity's own account may be allowed beside sending.
    public static let managementActions = [
        "ses:BatchGetMetricData", "ses:CreateDeliverabilityTestReport",
        "ses:CreateEmailIdentityPolicy", "ses:DeleteEmailIdentity",
        "ses:DeleteEmailIdentityPolicy", "ses:GetDomainStatisticsReport", "ses:GetEmailIdentity",
        "ses:GetEmailIdentityPolicies", "ses:ListRecommendations",
        "ses:PutEmailIdentityConfigurationSetAttributes", "ses:PutEmailIdentityDkimAttributes",
        "ses:PutEmailIdentityDkimSigningAttributes", "ses:PutEmailIdentityFeedbackAttributes",
        "ses:PutEmailIdentityMailFromAttributes", "ses:TagResource", "ses:UntagResource",
        "ses:UpdateEmailIdentityPolicy",
    ]

    /// The keys of SES that a condition may ask for, beside all that begin with `aws:`.
    public static let conditionKeys: [ContextKey] = [
        .apiVersion, .feedbackAddress, .fromAddress, .fromDisplayName, .recipients,
        "ses:ExportSourceType", "ses:ReplicaRegion",
    ]

    /// The ARN of the identity that the policy belongs to.
    public let identityARN: String

    public init(identityARN: String) { self.identityARN = identityARN }

    /// Whether a text can name a policy.
    public static func isName(_ name: String) -> Bool {
        (1...nameLengthLimit).contains(name.utf8.count)
            && name.utf8.allSatisfy { $0.isAlphanumeric || "-_".utf8.contains($0) }
    }

    /// Reads a document and checks it.
    /// - Throws: ``PolicyError`` with the first rule that it breaks.
    public func read(_ bytes: [UInt8]) throws(PolicyError) -> PolicyDocument {
        var limits = PolicyLimits()
        limits.documentSizeLimit = Self.documentSizeLimit
        let document = try PolicyDocument(parsing: bytes, as: .resourceBased, limits: limits)
        try check(document)
        return document
    }

    /// Checks a document that has been read as a policy of a resource.
    public func check(_ document: PolicyDocument) throws(PolicyError) {
        for (index, statement) in document.statements.enumerated() {
            try checkPrincipals(statement, index)
            try checkActions(statement, index)
            try checkResources(statement, index)
            try checkConditions(statement, index)
        }
    }

    private func checkPrincipals(
        _ statement: PolicyStatement, _ index: Int
    ) throws(PolicyError) {
        guard let (scope, _) = statement.principals, scope == .only else {
            throw .missing("Principal", at: .init(statement: index))
        }
    }

    /// Each action, with its wildcards, has to cover one that SES knows.
    private func checkActions(_ statement: PolicyStatement, _ index: Int) throws(PolicyError) {
        guard statement.actionElement.scope == .only else {
            throw .missing("Action", at: .init(statement: index))
        }
        for (action, pattern) in zip(
            statement.actionElement.sources, statement.actionElement.patterns)
        where !Self.knownActions.contains(where: {
            WildcardPattern.matches(pattern.bytes.span, $0.span)
        }) {
            throw PolicyError(
                "Action \(action) is not valid for an identity's policy",
                at: .init(statement: index, member: "Action"),
                expected: "an action that SES checks for identities, such as ses:SendEmail")
        }
    }

    private static let knownActions: [[UInt8]] = (sendingActions + managementActions).map {
        $0.utf8.map(\.asciiLowercased)
    }

    private func checkResources(_ statement: PolicyStatement, _ index: Int) throws(PolicyError) {
        let (scope, resources) = statement.resources
        guard scope == .only else { throw .missing("Resource", at: .init(statement: index)) }
        guard resources == [identityARN] else {
            throw PolicyError(
                "Policy resource does not match the identity",
                at: .init(statement: index, member: "Resource"), expected: identityARN)
        }
    }

    /// A key that no request has would make a Deny void without a word.
    private func checkConditions(_ statement: PolicyStatement, _ index: Int) throws(PolicyError) {
        for condition in statement.conditions
        where !condition.key.isGlobal && !Self.conditionKeys.contains(condition.key) {
            throw PolicyError(
                "Unknown or unapplicable condition field '\(condition.key.name)'.",
                at: .init(statement: index, member: "Condition.\(condition.operatorName)"))
        }
    }
}

extension ContextKey {
    /// Whether the key is one of all services, `aws:…`.
    fileprivate var isGlobal: Bool { name.prefix(4).equalsIgnoringCase("aws:") }
}
