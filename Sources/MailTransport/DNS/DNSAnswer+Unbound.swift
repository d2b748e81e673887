import CUnbound
import DNS

extension DNSAnswer {
    /// What a result of libunbound says.
    ///
    /// Bogus comes first: such a result has code 0 and the forged data with it.
    init(_ result: ub_result, to question: DNSQuestion) {
        guard result.bogus == 0 else {
            let reason = result.why_bogus.map { String(cString: $0) } ?? "no reason given"
            self = question.failure("DNSSEC validation failed: \(reason)")
            return
        }
        let outcome: Outcome
        switch DNSResponseCode(rawValue: UInt16(truncatingIfNeeded: result.rcode)) {
        case .noError where result.havedata != 0:
            let records = Self.records(of: result, type: question.type)
            outcome = records.isEmpty ? .noData : .records(records)
        case .noError:
            outcome = .noData
        case .nameError:
            outcome = .nameNotFound
        case let code:
            self = question.failure("\(code)")
            return
        }
        let message = Self.message(of: result)
        let path = Self.path(of: message, type: result.qtype, from: question.name)
        var ttl = Duration.seconds(Int64(max(0, result.ttl)))
        // Without a SOA record there is no time for which nothing may be remembered, and
        // libunbound leaves it undefined (RFC 2308 §5).
        if case .records = outcome {
        } else if message?.authorities.contains(where: \.isSOA) != true {
            ttl = .zero
        }
        self.init(
            outcome, ttl: ttl, isSecure: result.secure != 0, aliases: path.aliases,
            canonicalName: path.canonicalName)
    }

    /// The response itself.
    private static func message(of result: ub_result) -> DNSMessage? {
        guard let packet = result.answer_packet, result.answer_len > 0 else { return nil }
        let bytes = UnsafeRawBufferPointer(start: packet, count: Int(result.answer_len))
        return try? DNSMessage(parsing: Array(bytes)[...])
    }

    /// The data, uncompressed and ended by a null pointer. What does not fit its type stays as
    /// the bytes it is.
    private static func records(of result: ub_result, type: DNSRecordType) -> [DNSRecordData] {
        guard let data = result.data, let lengths = result.len else { return [] }
        var records: [DNSRecordData] = []
        while let start = data[records.count] {
            let count = Int(max(0, lengths[records.count]))
            let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
            let read = try? DNSRecordData(type: type, parsing: bytes[...])
            records.append(read ?? .unknown(type, bytes))
        }
        return records
    }

    /// The aliases that were followed, as the response has them.
    private static func path(
        of message: DNSMessage?, type: Int32, from name: DNSName
    ) -> (aliases: [DNSName], canonicalName: DNSName) {
        guard let message, type != Int32(DNSRecordType.cname.rawValue) else { return ([], name) }
        var aliases: [DNSName] = []
        var end = name
        for record in message.answers {
            guard case .cname(let target) = record.data, record.name == end else { continue }
            aliases.append(end)
            end = target
        }
        return (aliases, end)
    }
}

extension DNSRecord {
    fileprivate var isSOA: Bool {
        if case .soa = data { true } else { false }
    }
}
