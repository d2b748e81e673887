public import MailTypes

/// How far a check by DNS, or by a mailed link, has come; SES's own words.
public enum VerificationStatus: String, Sendable, Codable {
    case notStarted = "NOT_STARTED"
    case pending = "PENDING"
    case success = "SUCCESS"
    case failed = "FAILED"
    case temporaryFailure = "TEMPORARY_FAILURE"

    /// What was shown once still counts while it is being looked for again.
    public var isInForce: Bool { self == .success }
}

/// A domain or an address that an account may send from.
public struct Identity: Equatable, Sendable, Codable {
    public let name: IdentityName
    public let createdAt: UnixTime

    /// Whether mail may be sent from it.
    public var verification: VerificationStatus
    /// For a domain the value of the TXT record `_amazonses.<domain>`, for an address the secret
    /// of the mailed link.
    public var verificationToken: String
    /// When the present search for proof began; it is given up after 72 hours (an address: 24).
    public var verificationStartedAt: UnixTime
    public var lastCheckedAt: UnixTime?
    public var lastSuccessAt: UnixTime?
    /// Why the last look did not prove the domain; nil when it did.
    public var problem: VerificationProblem?
    /// The zone that the domain lies in, as it was last seen.
    public var authority: ZoneAuthority?
    /// When the verifier is to look next; nil when there is nothing to look for.
    public var nextCheckAt: UnixTime?

    /// Nil for an address, and for a domain that was never set up for DKIM.
    public var dkim: DKIMSettings?
    public var mailFrom: MailFromSettings?
    /// Whether bounces and complaints are mailed to the sender.
    public var feedbackForwarding = true
    /// Topics that are told of bounces, complaints and deliveries; nil until one is set.
    public var notifications: NotificationSettings?
    public var configurationSet: String?
    /// Where a browser goes from the mailed link; nil for the service's own page.
    public var redirects: VerificationRedirects?
    public var tags: [ResourceTag] = []

    public init(name: IdentityName, createdAt: UnixTime, verificationToken: String) {
        self.name = name
        self.createdAt = createdAt
        self.verificationToken = verificationToken
        verification = .pending
        verificationStartedAt = createdAt
        nextCheckAt = name.isDomain ? createdAt : nil
    }

    public var isVerified: Bool {
        verification == .success || verification == .temporaryFailure
    }

    /// DKIM settings when messages are to be signed with them now.
    public var activeDKIM: DKIMSettings? {
        guard let dkim, dkim.signingEnabled, dkim.status == .success else { return nil }
        return dkim
    }
}

/// A label that the owner put on a resource.
public struct ResourceTag: Equatable, Sendable, Codable {
    public let key: String
    public let value: String

    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}
