public import MailTypes

/// One call, as policies look at it. It is made once and can be judged by any number of policies.
public struct AccessRequest: Sendable {
    public let principal: AccessPrincipal
    /// `ses:SendEmail`
    public let action: String
    /// The ARN of what is acted on; `*` where the action has no resource.
    public let resource: String
    /// All keys: the given ones, and those that follow from the principal and the time.
    public let context: RequestContext

    // The same in the form in which it is compared.
    let actionBytes: [UInt8]
    let resourceBytes: [UInt8]
    let principalBytes: [UInt8]
    let roleBytes: [UInt8]
    let accountBytes: [UInt8]
    /// Whether the caller's own account owns the resource. What nobody owns is everybody's own.
    let isWithinAccount: Bool

    /// - Parameters:
    ///   - context: what the principal and the time do not tell; a key that they do tell keeps the
    ///     value given here.
    ///   - time: when the request came.
    public init(
        principal: AccessPrincipal, action: String, resource: String,
        context: RequestContext = RequestContext(), time: UnixTime
    ) {
        self.principal = principal
        self.action = action
        self.resource = resource
        var complete = context
        for (key, values) in principal.contextValues + Self.contextValues(of: time)
        where complete.indices(of: key) == nil {
            complete[key] = values
        }
        self.context = complete
        actionBytes = Array(action.utf8)
        resourceBytes = Array(resource.utf8)
        principalBytes = Array(principal.arn.utf8)
        roleBytes = Array((principal.roleARN ?? "").utf8)
        accountBytes = Array(principal.account.utf8)
        isWithinAccount = Self.account(of: resource).map { $0 == principal.account } ?? true
    }

    private static func contextValues(of time: UnixTime) -> [(ContextKey, [String])] {
        [(.currentTime, [time.iso8601]), (.epochTime, [String(time.seconds)])]
    }

    /// The account that owns the resource, from its ARN; nil where the ARN names none, as for `*`.
    public var resourceAccount: String? { Self.account(of: resource).map(String.init) }

    private static func account(of resource: String) -> Substring? {
        let parts = resource.split(
            separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        return parts.count == 6 && !parts[4].isEmpty ? parts[4] : nil
    }

    /// What SES says when it refuses the request, with code `AccessDenied`.
    public var refusal: String {
        "User '\(principal.arn)' is not authorized to perform '\(action)' on resource '\(resource)'"
    }
}
