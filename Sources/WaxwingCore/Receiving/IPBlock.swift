public import MailTypes

/// Addresses that begin with the same bits: `192.0.2.0/24`. A single address is a block of its own.
public struct IPBlock: Equatable, Sendable {
    public let address: IPAddress
    /// How many bits count.
    public let length: Int

    /// Nil for anything but an address, with or without a length that it has.
    public init?(parsing text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(parsing: first), parts.count <= 2
        else { return nil }
        let most = address.bytes.count * 8
        guard parts.count == 2 else {
            self.address = address
            length = most
            return
        }
        guard (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy(\.isDigit),
            let length = Int(parts[1]), length <= most
        else { return nil }
        self.address = address
        self.length = length
    }

    public func contains(_ other: IPAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        let whole = length / 8
        guard address.bytes.prefix(whole) == other.bytes.prefix(whole) else { return false }
        let rest = length % 8
        return rest == 0
            || (address.bytes[whole] ^ other.bytes[whole]) & ~(0xFF >> UInt8(rest)) == 0
    }
}
