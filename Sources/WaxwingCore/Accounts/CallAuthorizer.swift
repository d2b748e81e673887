public import MailTypes

/// What somebody who has signed in wants to do.
public struct Call: Equatable, Sendable {
    /// `ses:SendEmail`
    public var action: String
    /// What it is done to, each thing by all ARNs that it goes by, as an address does by its own and
    /// by its domain's: one of them has to be allowed, and none denied. Empty when it is done to
    /// nothing in particular.
    public var resources: [[String]]
    public var principal: Principal
    /// The caller's identity-based policies; nil for the account itself.
    public var policies: [String]?
    public var region: String
    /// The address of the `From` field, for what is sent.
    public var fromAddress: String?
    /// `1` or `2`; SMTP counts as 2.
    public var apiVersion: Int
    public var sourceIP: String?
    public var userAgent: String?
    public var isSecure: Bool
    public var now: UnixTime

    public init(
        action: String, resources: [[String]] = [], principal: Principal, policies: [String]?,
        region: String, apiVersion: Int = 2, sourceIP: String? = nil, userAgent: String? = nil,
        isSecure: Bool = false, now: UnixTime
    ) {
        self.action = action
        self.resources = resources
        self.principal = principal
        self.policies = policies
        self.region = region
        self.apiVersion = apiVersion
        self.sourceIP = sourceIP
        self.userAgent = userAgent
        self.isSecure = isSecure
        self.now = now
    }

    /// What messages name: the first ARN.
    public var resource: String { resources.first?.first ?? "*" }

    /// `User: arn:aws:iam::123456789012:user/mailer is not authorized to perform:
    /// ses:GetAccount on resource: *`
    public var refusal: String {
        "User: \(principal.arn) is not authorized to perform: \(action) on resource: "
            + resource
    }
}

/// Says whether a caller's own policies let it do what it asks for. Both APIs and SMTP ask it
/// before anything else is looked at; policies of the resources come later and on top.
public protocol CallAuthorizer: Sendable {
    func allows(_ call: Call) -> Bool
}

/// Lets everybody do everything: `waxwing dev`.
public struct EverythingAllowed: CallAuthorizer {
    public init() {}

    public func allows(_ call: Call) -> Bool { true }
}
