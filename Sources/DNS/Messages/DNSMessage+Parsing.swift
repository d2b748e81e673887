public import MailTypes

extension DNSMessage {
    /// Reads a message, which must take up all of `bytes`.
    ///
    /// The time it takes is linear in the number of bytes: counts in the header allocate nothing,
    /// and one name costs at most 255 octets and 127 pointers.
    /// - Throws: ``SyntaxError`` at the first octet that breaks a rule.
    public init(parsing bytes: ArraySlice<UInt8>) throws(SyntaxError) {
        guard bytes.count <= Self.sizeLimit else {
            throw SyntaxError(expected: .end, offset: bytes.startIndex + Self.sizeLimit)
        }
        var reader = WireReader(bytes)
        self.init(id: try reader.readUInt16())
        setFlags(try reader.readUInt16())
        let counts = [
            try reader.readUInt16(), try reader.readUInt16(), try reader.readUInt16(),
            try reader.readUInt16(),
        ]
        for _ in 0..<counts[0] { questions.append(try reader.readQuestion()) }
        for _ in 0..<counts[1] { answers.append(try reader.readRecord()) }
        for _ in 0..<counts[2] { authorities.append(try reader.readRecord()) }
        for _ in 0..<counts[3] { try readAdditional(from: &reader) }
        guard reader.isAtEnd else { throw SyntaxError(expected: .end, offset: reader.offset) }
    }

    /// The response to a query that cannot be read; nil when not even the header is there, or
    /// when it is a response, which must never be answered.
    public static func formatError(replyingTo bytes: ArraySlice<UInt8>) -> DNSMessage? {
        var reader = WireReader(bytes)
        guard bytes.count >= WireReader.headerLength, let id = try? reader.readUInt16(),
            let flags = try? reader.readUInt16()
        else { return nil }
        var query = DNSMessage(id: id)
        query.setFlags(flags)
        return query.isResponse ? nil : query.response(.formatError)
    }

    private mutating func setFlags(_ flags: UInt16) {
        isResponse = flags & 0x8000 != 0
        opcode = Opcode(rawValue: UInt8(flags >> 11 & 15))
        isAuthoritative = flags & 0x0400 != 0
        isTruncated = flags & 0x0200 != 0
        isRecursionDesired = flags & 0x0100 != 0
        isRecursionAvailable = flags & 0x0080 != 0
        isAuthenticData = flags & 0x0020 != 0
        isCheckingDisabled = flags & 0x0010 != 0
        responseCode = DNSResponseCode(rawValue: flags & 15)
    }

    private mutating func readAdditional(from reader: inout WireReader) throws(SyntaxError) {
        let start = reader.offset
        let name = try reader.readName()
        let type = DNSRecordType(rawValue: try reader.readUInt16())
        guard type == .opt else {
            additionals.append(try reader.readRecord(of: type, name: name))
            return
        }
        // At most one, with the root as its name (RFC 6891 §6.1.1).
        guard edns == nil, name.isRoot else {
            throw SyntaxError(expected: "no second OPT record", offset: start)
        }
        let size = try reader.readUInt16()
        let extendedCode = try reader.readUInt8()
        let version = try reader.readUInt8()
        let flags = try reader.readUInt16()
        responseCode = DNSResponseCode(
            rawValue: UInt16(extendedCode) << 4 | responseCode.rawValue)
        var options: [EDNS.Option] = []
        var data = try reader.readPart(Int(try reader.readUInt16()))
        while !data.isAtEnd {
            let code = try data.readUInt16()
            options.append(
                EDNS.Option(code: code, data: try data.readBytes(Int(try data.readUInt16()))))
        }
        edns = EDNS(
            payloadSizeLimit: size, version: version, isDNSSECOK: flags & 0x8000 != 0,
            options: options)
    }
}

extension WireReader {
    fileprivate mutating func readQuestion() throws(SyntaxError) -> DNSQuestion {
        DNSQuestion(
            try readName(), DNSRecordType(rawValue: try readUInt16()),
            recordClass: DNSClass(rawValue: try readUInt16()))
    }

    fileprivate mutating func readRecord() throws(SyntaxError) -> DNSRecord {
        let name = try readName()
        return try readRecord(of: DNSRecordType(rawValue: try readUInt16()), name: name)
    }

    /// Reads what follows the type.
    fileprivate mutating func readRecord(
        of type: DNSRecordType, name: DNSName
    ) throws(SyntaxError) -> DNSRecord {
        let recordClass = DNSClass(rawValue: try readUInt16())
        let seconds = try readUInt32()
        var part = try readPart(Int(try readUInt16()))
        // Other classes, those of updates among them, have data of other shapes.
        let data: DNSRecordData =
            recordClass == .internet
            ? try part.readData(of: type) : .unknown(type, part.readRemaining())
        // A time with the highest bit set counts as zero (RFC 2181 §8).
        let ttl = seconds > UInt32(Int32.max) ? 0 : seconds
        return DNSRecord(name, ttl: .seconds(Int64(ttl)), data, recordClass: recordClass)
    }
}
