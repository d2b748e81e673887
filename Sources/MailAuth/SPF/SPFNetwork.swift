public import MailTypes

/// The addresses that share their first bits: the operand of `ip4` and `ip6` (RFC 7208 §5.6).
public struct SPFNetwork: Equatable, Sendable {
    let bits: AddressBits
    /// How many bits count, from the first: at most 32 or 128.
    public let prefixLength: Int

    init(_ bits: AddressBits, prefixLength: Int) {
        self.bits = bits
        self.prefixLength = prefixLength
    }

    public func contains(_ address: IPAddress) -> Bool { contains(AddressBits(address)) }

    func contains(_ address: AddressBits) -> Bool {
        bits.matches(address, prefixLength: prefixLength)
    }
}

/// How many bits of an address count for `a` and `mx`, by the family of the client.
///
///     dual-cidr-length = [ ip4-cidr-length ] [ "/" ip6-cidr-length ]     ; RFC 7208 §5.6
public struct SPFPrefixLengths: Equatable, Sendable {
    public static let whole = SPFPrefixLengths(ipv4: 32, ipv6: 128)

    public var ipv4: Int
    public var ipv6: Int

    public init(ipv4: Int, ipv6: Int) {
        self.ipv4 = ipv4
        self.ipv6 = ipv6
    }
}
