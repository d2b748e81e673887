public import MailTypes

extension DNSRecordData {
    /// Reads the uncompressed data of a record, as resolver libraries hand it out.
    /// - Throws: ``SyntaxError`` when the bytes do not fit the type.
    public init(type: DNSRecordType, parsing bytes: ArraySlice<UInt8>) throws(SyntaxError) {
        var reader = WireReader(bytes)
        self = try reader.readData(of: type)
    }
}

extension WireReader {
    /// Reads the data of a record to the end of this reader.
    mutating func readData(of type: DNSRecordType) throws(SyntaxError) -> DNSRecordData {
        let data = try readFields(of: type)
        guard isAtEnd else { throw SyntaxError(expected: .end, offset: offset) }
        return data
    }

    private mutating func readFields(of type: DNSRecordType) throws(SyntaxError) -> DNSRecordData {
        switch type {
        case .a: .address(.v4(try readBytes(4)))
        case .aaaa: .address(.v6(try readBytes(16)))
        case .ns: .ns(try readName())
        case .cname: .cname(try readName())
        case .ptr: .ptr(try readName())
        case .soa: .soa(try readSOA())
        case .mx: .mx(MXRecord(preference: try readUInt16(), exchange: try readName()))
        case .txt: .txt(try readStrings())
        case .srv:
            .srv(
                SRVRecord(
                    priority: try readUInt16(), weight: try readUInt16(), port: try readUInt16(),
                    target: try readName()))
        case .tlsa:
            .tlsa(
                TLSARecord(
                    certificateUsage: try readUInt8(), selector: try readUInt8(),
                    matchingType: try readUInt8(), associationData: readRemaining()))
        case .caa:
            .caa(
                CAARecord(
                    flags: try readUInt8(), tag: try readCharacterString(),
                    value: readRemaining()))
        default: .unknown(type, readRemaining())
        }
    }

    private mutating func readSOA() throws(SyntaxError) -> SOARecord {
        SOARecord(
            primaryServer: try readName(), responsibleMailbox: try readName(),
            serial: try readUInt32(), refresh: try readUInt32(), retry: try readUInt32(),
            expire: try readUInt32(), negativeTTL: try readUInt32())
    }

    /// One or more strings (RFC 1035 §3.3.14).
    private mutating func readStrings() throws(SyntaxError) -> [[UInt8]] {
        var strings: [[UInt8]] = []
        repeat { strings.append(try readCharacterString()) } while !isAtEnd
        return strings
    }
}

extension WireWriter {
    /// Writes the data of a record. Names are compressed in the types of RFC 1035 only: others
    /// must be readable to who does not know the type (RFC 3597 §4).
    mutating func write(_ data: DNSRecordData) {
        switch data {
        case .address(let address):
            write(address.bytes)
        case .ns(let name), .cname(let name), .ptr(let name):
            write(name)
        case .soa(let soa):
            write(soa.primaryServer)
            write(soa.responsibleMailbox)
            for number in [soa.serial, soa.refresh, soa.retry, soa.expire, soa.negativeTTL] {
                write(number)
            }
        case .mx(let mx):
            write(mx.preference)
            write(mx.exchange)
        case .txt(let strings):
            let cut = strings.flatMap(DNSRecordData.strings)
            for string in cut.isEmpty ? [[]] : cut { writeCharacterString(string) }
        case .srv(let srv):
            for number in [srv.priority, srv.weight, srv.port] { write(number) }
            write(srv.target.wireBytes)
        case .tlsa(let tlsa):
            write([tlsa.certificateUsage, tlsa.selector, tlsa.matchingType])
            write(tlsa.associationData)
        case .caa(let caa):
            write(caa.flags)
            writeCharacterString(caa.tag)
            write(caa.value)
        case .unknown(_, let bytes):
            write(bytes)
        }
    }
}
