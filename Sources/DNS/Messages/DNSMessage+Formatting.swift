extension DNSMessage {
    /// The message in wire form, names compressed, in at most `sizeLimit` bytes.
    ///
    /// When it is longer, the additional section goes first. If that is not enough, the message
    /// is sent without any record and with TC set: the client asks again over TCP, and who forged
    /// the query of somebody else made us send him no more than the question (RFC 2181 §9).
    public func formatted(sizeLimit: Int = DNSMessage.sizeLimit) -> [UInt8] {
        let limit = min(sizeLimit, Self.sizeLimit)
        let whole = wireBytes()
        guard whole.count > limit else { return whole }
        var shorter = self
        shorter.additionals = []
        let withoutAdditionals = shorter.wireBytes()
        guard withoutAdditionals.count > limit else { return withoutAdditionals }
        shorter.answers = []
        shorter.authorities = []
        shorter.isTruncated = true
        return shorter.wireBytes()
    }

    private func wireBytes() -> [UInt8] {
        var writer = WireWriter()
        writer.write(id)
        writer.write(flags)
        let additionalCount = additionals.count + (edns == nil ? 0 : 1)
        for count in [questions.count, answers.count, authorities.count, additionalCount] {
            // More than this makes the message too long, so that it is never sent.
            writer.write(UInt16(truncatingIfNeeded: count))
        }
        for question in questions {
            writer.write(question.name)
            writer.write(question.type.rawValue)
            writer.write(question.recordClass.rawValue)
        }
        for record in answers + authorities + additionals { writer.write(record) }
        if let edns { writer.write(edns, responseCode: responseCode) }
        return writer.bytes
    }

    private var flags: UInt16 {
        var flags = UInt16(opcode.rawValue) << 11 | responseCode.rawValue & 15
        if isResponse { flags |= 0x8000 }
        if isAuthoritative { flags |= 0x0400 }
        if isTruncated { flags |= 0x0200 }
        if isRecursionDesired { flags |= 0x0100 }
        if isRecursionAvailable { flags |= 0x0080 }
        if isAuthenticData { flags |= 0x0020 }
        if isCheckingDisabled { flags |= 0x0010 }
        return flags
    }
}

extension WireWriter {
    fileprivate mutating func write(_ record: DNSRecord) {
        write(record.name)
        write(record.type.rawValue)
        write(record.recordClass.rawValue)
        write(UInt32(min(max(record.ttl, .zero), DNSRecord.ttlLimit).components.seconds))
        writeWithLength { $0.write(record.data) }
    }

    fileprivate mutating func write(_ edns: EDNS, responseCode: DNSResponseCode) {
        write(DNSName.root)
        write(DNSRecordType.opt.rawValue)
        write(edns.payloadSizeLimit)
        write(UInt8(responseCode.rawValue >> 4))
        write(edns.version)
        write(UInt16(edns.isDNSSECOK ? 0x8000 : 0))
        writeWithLength { writer in
            for option in edns.options {
                writer.write(option.code)
                writer.writeWithLength { $0.write(option.data) }
            }
        }
    }
}
