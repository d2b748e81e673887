/// The family of protocols that a record belongs to (RFC 1035 §3.2.4): the Internet, in practice.
public struct DNSClass: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let internet = DNSClass(rawValue: 1)
    public static let chaos = DNSClass(rawValue: 3)
    /// In updates: "no such record" (RFC 2136 §2.4).
    public static let none = DNSClass(rawValue: 254)
    public static let any = DNSClass(rawValue: 255)
}

extension DNSClass: CustomStringConvertible {
    /// `IN`, or `CLASS17` for one without a name here (RFC 3597 §5).
    public var description: String {
        switch self {
        case .internet: "IN"
        case .chaos: "CH"
        case .none: "NONE"
        case .any: "ANY"
        default: "CLASS\(rawValue)"
        }
    }
}
