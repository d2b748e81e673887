public import MailTypes

/// Why nothing is sent to an address any more.
public enum SuppressionReason: String, Sendable, Codable, CaseIterable {
    case bounce = "BOUNCE"
    case complaint = "COMPLAINT"
}

/// Whose suppression list counts.
public enum SuppressionScope: String, Sendable, Codable {
    case account = "ACCOUNT"
    case tenant = "TENANT"
}

/// An address on an account's suppression list.
public struct SuppressedDestination: Resource, Equatable {
    public static let kind = "suppressed-destination"

    /// The address, its domain in lower case, its local-part as it was given.
    public let address: String
    public var reason: SuppressionReason
    public var lastUpdatedAt: UnixTime
    /// What brought it here; nil when it was put here by hand.
    public var messageID: String?
    public var feedbackID: String?
    /// The tenant whose list this is; empty for the account's own.
    public let tenant: String

    public var name: String { address }
    public var parent: String { tenant }

    public init(
        address: String, reason: SuppressionReason, lastUpdatedAt: UnixTime, tenant: String = ""
    ) {
        self.address = address
        self.reason = reason
        self.lastUpdatedAt = lastUpdatedAt
        self.tenant = tenant
    }

    /// The form that addresses are kept and looked up in.
    public static func listed(_ address: String) -> String {
        guard let at = address.lastIndex(of: "@") else { return address }
        return address[..<at] + address[at...].lowercased()
    }
}
