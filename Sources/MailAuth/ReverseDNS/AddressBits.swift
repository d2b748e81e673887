import DNS
import MailTypes

/// An address as two numbers, which are compared faster than bytes.
struct AddressBits: Equatable, Sendable {
    let isIPv4: Bool
    /// The first 64 bits; those of an IPv4 address are the uppermost.
    let high: UInt64
    let low: UInt64

    /// A mapped address (`::ffff:192.0.2.1`) counts as IPv4: that is how the client connected
    /// (RFC 7208 §5).
    init(_ address: IPAddress) {
        switch address {
        case .v4(let bytes):
            self.init(isIPv4: true, high: Self.number(bytes[...], count: 4) << 32, low: 0)
        case .v6(let bytes):
            let high = Self.number(bytes.prefix(8), count: 8)
            let low = Self.number(bytes.dropFirst(8), count: 8)
            if high == 0, low >> 32 == 0xFFFF {
                self.init(isIPv4: true, high: low << 32, low: 0)
            } else {
                self.init(isIPv4: false, high: high, low: low)
            }
        }
    }

    init(isIPv4: Bool, high: UInt64, low: UInt64) {
        self.isIPv4 = isIPv4
        self.high = high
        self.low = low
    }

    private static func number(_ bytes: ArraySlice<UInt8>, count: Int) -> UInt64 {
        bytes.prefix(count).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Whether both are of one family and have the same first bits.
    func matches(_ other: AddressBits, prefixLength: Int) -> Bool {
        guard isIPv4 == other.isIPv4 else { return false }
        // Shifting by 64 or more leaves nothing, and by less than 0 would shift the other way.
        let highMask = ~UInt64(0) << UInt64(max(0, 64 - prefixLength))
        let lowMask = ~UInt64(0) << UInt64(max(0, 128 - max(prefixLength, 64)))
        return (high ^ other.high) & highMask == 0 && (low ^ other.low) & lowMask == 0
    }
}

extension IPAddress {
    /// The address itself, as IPv4 where it is a mapped one.
    var unmapped: IPAddress {
        guard case .v6(let bytes) = self, AddressBits(self).isIPv4 else { return self }
        return .v4(Array(bytes.suffix(4)))
    }
}

extension DNSRecordData {
    /// Whether it is that very address.
    func isAddress(_ bits: AddressBits) -> Bool {
        guard case .address(let address) = self else { return false }
        return AddressBits(address) == bits
    }
}

extension IPAddress {
    /// The type of the records that hold addresses of the same family.
    var recordType: DNSRecordType {
        switch self {
        case .v4: .a
        case .v6: .aaaa
        }
    }
}
