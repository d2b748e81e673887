/// A host that takes the mail of a domain (RFC 1035 §3.3.9).
public struct MXRecord: Hashable, Sendable {
    /// Lower is tried first (RFC 5321 §5.1).
    public var preference: UInt16
    public var exchange: DNSName

    public init(preference: UInt16, exchange: DNSName) {
        self.preference = preference
        self.exchange = exchange
    }

    /// Whether it says that the domain takes no mail: `MX 0 .` (RFC 7505 §3).
    public var isNull: Bool { exchange.isRoot }
}
