import MailTypes

/// Reads the fields of a message in network order (RFC 1035 §4.1).
struct WireReader {
    /// Most pointers followed for one name; each should lead to a label more, and no name has more
    /// labels than this.
    static let pointerLimit = 127
    /// A message begins with a header, which holds no name.
    static let headerLength = 12

    private let message: ArraySlice<UInt8>
    private(set) var offset: Int

    init(_ message: ArraySlice<UInt8>) {
        self.message = message
        offset = message.startIndex
    }

    var isAtEnd: Bool { offset == message.endIndex }

    /// A reader of the next `count` bytes, which this one passes over. Pointers in it may lead to
    /// all that came before.
    mutating func readPart(_ count: Int) throws(SyntaxError) -> WireReader {
        guard count <= message.endIndex - offset else {
            throw SyntaxError(expected: .init("\(count) octets"), offset: offset)
        }
        var part = WireReader(message[..<(offset + count)])
        part.offset = offset
        offset += count
        return part
    }

    mutating func readUInt8() throws(SyntaxError) -> UInt8 {
        guard offset < message.endIndex else {
            throw SyntaxError(expected: "an octet", offset: offset)
        }
        defer { offset += 1 }
        return message[offset]
    }

    mutating func readUInt16() throws(SyntaxError) -> UInt16 {
        let high = try readUInt8()
        return UInt16(high) << 8 | UInt16(try readUInt8())
    }

    mutating func readUInt32() throws(SyntaxError) -> UInt32 {
        let high = try readUInt16()
        return UInt32(high) << 16 | UInt32(try readUInt16())
    }

    mutating func readBytes(_ count: Int) throws(SyntaxError) -> [UInt8] {
        guard count <= message.endIndex - offset else {
            throw SyntaxError(expected: .init("\(count) octets"), offset: offset)
        }
        defer { offset += count }
        return Array(message[offset..<offset + count])
    }

    mutating func readRemaining() -> [UInt8] {
        defer { offset = message.endIndex }
        return Array(message[offset...])
    }

    /// Reads a length octet and as many bytes (RFC 1035 §3.3).
    mutating func readCharacterString() throws(SyntaxError) -> [UInt8] {
        try readBytes(Int(try readUInt8()))
    }

    /// Reads a name, following pointers (RFC 1035 §4.1.4).
    ///
    /// A pointer must lead in front of the run of labels that it ends, so that no chain of them
    /// comes back to where it was; a name longer than 255 octets is refused whatever its parts.
    mutating func readName() throws(SyntaxError) -> DNSName {
        var wire: [UInt8] = []
        var run = offset  // where the labels that are being read began
        var position = offset
        var end: Int?  // where reading goes on, once a pointer was followed
        var pointers = 0
        while true {
            guard position < message.endIndex else {
                throw SyntaxError(expected: .dnsLabel, offset: position)
            }
            let length = Int(message[position])
            switch length & 0xC0 {
            case 0x00 where length == 0:
                offset = end ?? position + 1
                return DNSName(checked: wire + [0])
            case 0x00:
                guard length < message.endIndex - position else {
                    throw SyntaxError(expected: .labelEnd, offset: position)
                }
                guard wire.count + length + 2 <= DNSName.lengthLimit else {
                    throw SyntaxError(expected: .nameEnd, offset: position)
                }
                wire += message[position...position + length]
                position += length + 1
            case 0xC0:
                let target = try pointer(at: position)
                pointers += 1
                guard target < run, pointers <= Self.pointerLimit else {
                    throw SyntaxError(expected: "a pointer to a name before", offset: position)
                }
                end = end ?? position + 2
                run = target
                position = target
            default:  // 01 and 10 are not in use (RFC 6891 §5)
                throw SyntaxError(expected: .dnsLabel, offset: position)
            }
        }
    }

    private func pointer(at position: Int) throws(SyntaxError) -> Int {
        guard position + 1 < message.endIndex else {
            throw SyntaxError(expected: "an octet", offset: position + 1)
        }
        let target = Int(message[position] & 0x3F) << 8 | Int(message[position + 1])
        guard target >= Self.headerLength else {
            throw SyntaxError(expected: "a pointer behind the header", offset: position)
        }
        return message.startIndex + target
    }
}
