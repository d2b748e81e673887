public import MailTypes

/// A domain of the customer's own for return paths, so that SPF aligns with From.
public struct MailFromSettings: Equatable, Sendable, Codable {
    /// What becomes of a message while the MX record is not in place.
    public enum OnMXFailure: String, Sendable, Codable {
        /// It is sent with the service's own return path.
        case useDefaultValue = "USE_DEFAULT_VALUE"
        case rejectMessage = "REJECT_MESSAGE"
    }

    /// Nil when only the behaviour was set.
    public var domain: DomainName?
    public var onMXFailure: OnMXFailure
    public var status: VerificationStatus
    /// When the present search for the MX record began; it is given up after 72 hours.
    public var startedAt: UnixTime

    public init(
        domain: DomainName?, onMXFailure: OnMXFailure, status: VerificationStatus,
        startedAt: UnixTime
    ) {
        self.domain = domain
        self.onMXFailure = onMXFailure
        self.status = status
        self.startedAt = startedAt
    }
}
