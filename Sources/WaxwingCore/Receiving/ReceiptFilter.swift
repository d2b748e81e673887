public import MailTypes

/// Whether mail from an address or a network is taken.
public struct ReceiptFilter: Resource, Equatable {
    public static let kind = "receipt-filter"

    /// Filters of one account and region.
    public static let countLimit = 100

    public enum Policy: String, Sendable, Codable {
        case block = "Block"
        case allow = "Allow"
    }

    public let name: String
    public let policy: Policy
    /// As it was given: `192.0.2.1`, `192.0.2.0/24`, `2001:db8::/32`.
    public let cidr: String

    public init(name: String, policy: Policy, cidr: String) {
        self.name = name
        self.policy = policy
        self.cidr = cidr
    }

    /// Whether the filter says anything about mail from `address`.
    public func covers(_ address: IPAddress) -> Bool {
        IPBlock(parsing: cidr)?.contains(address) ?? false
    }
}

extension [ReceiptFilter] {
    /// Whether mail from `address` is taken: not from one that is blocked, unless it is allowed
    /// as well.
    public func permit(_ address: IPAddress) -> Bool {
        let covering = filter { $0.covers(address) }
        return covering.isEmpty || covering.contains { $0.policy == .allow }
    }
}
