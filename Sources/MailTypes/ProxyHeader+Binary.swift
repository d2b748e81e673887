extension ProxyHeader {
    static let signature: [UInt8] = [
        0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A,
    ]

    /// Signature, version and command, family and transport, and a length.
    private static let headLength = 16

    /// Version 2 (§2.2): a head, the addresses of its family, and fields that say more.
    static func readingBinary(
        _ bytes: ArraySlice<UInt8>
    ) throws(SyntaxError) -> Reading? {
        for (index, expected) in zip(bytes.indices, signature) where bytes[index] != expected {
            throw SyntaxError(expected: "a PROXY header", offset: index)
        }
        guard bytes.count >= headLength else { return nil }
        let start = bytes.startIndex
        let command = bytes[start + 12]
        guard command == 0x20 || command == 0x21 else {
            throw SyntaxError(expected: "version 2, LOCAL or PROXY", offset: start + 12)
        }
        let length = Int(bytes[start + 14]) << 8 | Int(bytes[start + 15])
        guard headLength + length <= lengthLimit else {
            throw SyntaxError(expected: "a header of 4096 bytes at the most", offset: start + 14)
        }
        guard bytes.count >= headLength + length else { return nil }
        let body = bytes[(start + headLength)..<(start + headLength + length)]
        let header =
            command == 0x20
            // Whatever addresses stand there, they are to be passed over.
            ? ProxyHeader(client: nil)
            : try readHeader(family: bytes[start + 13], at: start + 13, from: body)
        return Reading(header: header, length: headLength + length)
    }

    private static func readHeader(
        family: UInt8, at offset: Int, from body: ArraySlice<UInt8>
    ) throws(SyntaxError) -> ProxyHeader {
        // Two addresses, two ports; paths of sockets have 108 bytes each.
        let (addressLength, blockLength) =
            switch family {
            case 0x00: (0, 0)
            case 0x11: (4, 12)
            case 0x21: (16, 36)
            case 0x31: (0, 216)
            default: throw SyntaxError(expected: "a stream's family of addresses", offset: offset)
            }
        var cursor = ByteCursor(body)
        guard let block = cursor.take(blockLength) else {
            throw cursor.expected("addresses of the family")
        }
        let isSecure = try readFields(&cursor)
        guard addressLength > 0 else { return ProxyHeader(client: nil, isSecure: isSecure) }
        let port = block.startIndex + 2 * addressLength
        return ProxyHeader(
            client: Client(
                address: IPAddress(networkOrder: Array(block.prefix(addressLength))),
                port: Int(block[port]) << 8 | Int(block[port + 1])),
            isSecure: isSecure)
    }

    /// Whether a field says that the client spoke TLS; others are passed over.
    private static func readFields(_ cursor: inout ByteCursor) throws(SyntaxError) -> Bool {
        var isSecure = false
        while let type = cursor.next() {
            guard let high = cursor.next(), let low = cursor.next(),
                let value = cursor.take(Int(high) << 8 | Int(low))
            else { throw cursor.expected("a field of its length") }
            // PP2_TYPE_SSL: the first byte holds flags, of which PP2_CLIENT_SSL is 1.
            if type == 0x20, let flags = value.first { isSecure = flags & 1 == 1 }
        }
        return isSecure
    }
}
