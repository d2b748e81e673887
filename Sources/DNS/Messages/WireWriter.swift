/// Writes the fields of a message in network order, names compressed (RFC 1035 §4.1).
struct WireWriter {
    /// Pointers have 14 bits.
    private static let pointerRange = 0..<0x4000

    private(set) var bytes: [UInt8] = []
    /// Where a name was written, for later ones to point at.
    private var positions: [DNSName: Int] = [:]

    mutating func write(_ value: UInt8) { bytes.append(value) }

    mutating func write(_ value: UInt16) {
        bytes.append(UInt8(value >> 8))
        bytes.append(UInt8(value & 0xFF))
    }

    mutating func write(_ value: UInt32) {
        write(UInt16(value >> 16))
        write(UInt16(value & 0xFFFF))
    }

    mutating func write(_ values: [UInt8]) { bytes += values }

    /// Writes a length octet and the string, of which no more than 255 bytes fit.
    mutating func writeCharacterString(_ string: [UInt8]) {
        let string = string.prefix(DNSRecordData.stringLengthLimit)
        bytes.append(UInt8(string.count))
        bytes += string
    }

    /// Writes a name, as a pointer from the first label on that was written before.
    mutating func write(_ name: DNSName) {
        for suffix in name.selfAndAncestors {
            guard !suffix.isRoot else { break }
            if let position = positions[suffix] {
                write(UInt16(0xC000 | position))
                return
            }
            if Self.pointerRange.contains(bytes.count) { positions[suffix] = bytes.count }
            bytes += suffix.wireBytes.prefix(1 + Int(suffix.wireBytes[0]))
        }
        bytes.append(0)
    }

    /// Writes what `body` writes, behind its length in two octets. What is longer than they can
    /// say makes the message too long as well, and is never sent.
    mutating func writeWithLength(_ body: (inout WireWriter) -> Void) {
        let start = bytes.count
        write(UInt16(0))
        body(&self)
        let length = UInt16(truncatingIfNeeded: bytes.count - start - 2)
        bytes[start] = UInt8(length >> 8)
        bytes[start + 1] = UInt8(length & 0xFF)
    }
}
