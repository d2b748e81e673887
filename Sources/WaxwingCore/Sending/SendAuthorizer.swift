public import MailMessage
public import MailTypes

/// Decides whether somebody may send as they ask to. It is asked once for each request, when
/// everything that a policy can speak of is known and before anything is queued.
public protocol SendAuthorizer: Sendable {
    /// - Throws: ``ServiceError/accessDenied(_:)``
    func authorize(_ send: SendAuthorization) async throws
}

/// What is to be allowed.
public struct SendAuthorization: Sendable {
    public let context: SendContext
    /// `SendEmail`, `SendRawEmail`, `SendTemplatedEmail`, `SendBulkTemplatedEmail` or `SendBounce`.
    public let operation: String
    /// The account and region whose identities are sent from.
    public let owner: Scope
    /// The most specific identity that covers the author.
    public let identity: IdentityName
    /// Everybody whom a recipient takes for the sender, the author first.
    public let senders: [Address]
    public let feedback: Mailbox?
    /// The whole envelope; of a bulk send all of them.
    public let recipients: [Mailbox]
    public let arns: SendingARNs
    public let configurationSet: String?
    public let templateName: String?

    /// `arn:aws:ses:…:identity/example.com`
    public var identityARN: String { owner.arn("identity", identity.description) }

    /// The refusal, in the words of SES.
    public var denied: ServiceError {
        .accessDenied(
            "User '\(context.caller.arn)' is not authorized to perform 'ses:\(operation)' on "
                + "resource '\(identityARN)'")
    }
}

/// Identities of one's own account, and no others: what holds where no policies are kept.
public struct OwnIdentitiesOnly: SendAuthorizer {
    public init() {}

    public func authorize(_ send: SendAuthorization) async throws {
        guard send.owner.account == send.context.scope.account else { throw send.denied }
    }
}

extension SendingARNs {
    /// The account and region of the identity that is sent from: the caller's own unless an ARN
    /// says otherwise.
    /// - Throws: ``ServiceError/invalidParameter(_:)`` for what is no ARN of an identity.
    func owner(for scope: Scope) throws(ServiceError) -> Scope {
        for arn in [returnPath, from].compactMap(\.self) {
            _ = try Self.scope(of: arn, in: scope.region)
        }
        guard let arn = source ?? from else { return scope }
        return try Self.scope(of: arn, in: scope.region)
    }

    /// `arn:aws:ses:us-east-1:123456789012:identity/example.com`
    static func scope(
        of arn: String, in region: Region
    ) throws(ServiceError) -> Scope {
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", parts[2] == "ses",
            parts[3] == region.description,
            let account = AccountID(parts[4]), parts[5].hasPrefix("identity/")
        else { throw .invalidParameter("Invalid ARN <\(arn)>.") }
        return Scope(account: account, region: region)
    }
}
