import MailTypes

/// A block of IP addresses, `203.0.113.0/24` or `2001:db8::/32` (RFC 4632 §3.1, RFC 4291 §2.3).
struct AddressRange: Equatable, Sendable {
    private let address: [UInt8]
    private let prefixLength: Int

    /// An address alone is a block of one. Bits behind the prefix count as zero.
    init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let parsed = IPAddress(parsing: parts[0]) else { return nil }
        address = parsed.bytes
        let width = address.count * 8
        guard parts.count == 2 else {
            prefixLength = width
            return
        }
        guard (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy(\.isDigit),
            var length = Int(parts[1])
        else { return nil }
        // A block of mapped addresses is read as one of IPv4.
        if width == 32, parts[0].utf8.contains(UInt8(ascii: ":")) { length -= 96 }
        guard (0...width).contains(length) else { return nil }
        prefixLength = length
    }

    /// Blocks of one family hold no address of the other.
    func contains(_ other: IPAddress) -> Bool {
        let bytes = other.bytes
        guard bytes.count == address.count else { return false }
        let wholeBytes = prefixLength / 8
        for index in 0..<wholeBytes where bytes[index] != address[index] { return false }
        let rest = prefixLength % 8
        guard rest > 0 else { return true }
        return (bytes[wholeBytes] ^ address[wholeBytes]) >> UInt8(8 - rest) == 0
    }
}
