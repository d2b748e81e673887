import DNS
import MailTypes

extension SPFRun {
    /// The domain that a term is about: its own, or the one whose record it stands in.
    mutating func target(
        _ spec: SPFDomainSpec?, at place: SPFPlace, _ trace: inout SPFTermTrace
    ) async throws(SPFInterruption) -> DNSName {
        guard let macros = spec?.macros else {
            trace.target = place.domain
            return place.domain
        }
        var values = SPFMacroValues(request: request, domain: place.domain)
        if !macros.isConstant {
            if macros.uses(.sender) || macros.uses(.localPart) {
                guard request.localPart.utf8.allSatisfy({ $0 < 0x80 }) else {
                    throw .outcome(.internationalLocalPart)
                }
            }
            if macros.uses(.validatedName) {
                // The queries for it are limited as those of `ptr` are (RFC 7208 §4.6.4); once
                // the names are known there are none.
                if reverseNames.names == nil { try countTerm(at: place) }
                values.validatedName = try await validatedName(for: place.domain, &trace)
            }
        }
        let text = macros.expandedDomain(with: values)
        // What a client says may have come in by a macro. The standard leaves open what a name
        // that the DNS cannot hold means (§4.8): here nothing is asked, and nothing matches.
        guard text.allSatisfy({ $0.isVisible || $0 == 0x20 }), let name = DNSName(dotted: text)
        else { throw .outcome(.illegalDomain(Array(text))) }
        trace.target = name
        return name
    }

    /// Whether the client has an address of `name`, as far as the prefix goes (RFC 7208 §5.3).
    mutating func hasAddress(
        _ name: DNSName, _ lengths: SPFPrefixLengths, at place: SPFPlace,
        _ trace: inout SPFTermTrace
    ) async throws(SPFInterruption) -> Bool {
        let length = address.isIPv4 ? lengths.ipv4 : lengths.ipv6
        for data in try await records(request.address.recordType, of: name, at: place, &trace) {
            guard case .address(let address) = data else { continue }
            if self.address.matches(AddressBits(address), prefixLength: length) { return true }
        }
        return false
    }

    /// Whether the client has an address of a mail host of `name` (RFC 7208 §5.4). A domain
    /// without MX records is not its own mail host here.
    mutating func hasExchange(
        _ name: DNSName, _ lengths: SPFPrefixLengths, at place: SPFPlace,
        _ trace: inout SPFTermTrace
    ) async throws(SPFInterruption) -> Bool {
        let records = try await records(.mx, of: name, at: place, &trace)
        // Before any is looked at: the result should not hang on the order of the answer.
        guard records.count <= limits.exchangeLimit else {
            throw .problem(
                .tooManyExchanges(
                    limit: limits.exchangeLimit, domain: name, count: records.count))
        }
        for data in records {
            guard case .mx(let record) = data, !record.isNull else { continue }
            if try await hasAddress(record.exchange, lengths, at: place, &trace) { return true }
        }
        return false
    }

    /// The records of a name; none where it has none, which is counted.
    mutating func records(
        _ type: DNSRecordType, of name: DNSName, at place: SPFPlace, _ trace: inout SPFTermTrace
    ) async throws(SPFInterruption) -> [DNSRecordData] {
        switch try await ask(type, of: name, &trace) {
        case .records(let records):
            return records
        case .noData, .nameNotFound:
            try countVoidLookUp(at: place, &trace)
            return []
        case .temporaryFailure(let reason):
            throw .problem(.lookUpFailed(name, type, reason: reason))
        }
    }

    /// Asks the DNS and notes the answer.
    func ask(
        _ type: DNSRecordType, of name: DNSName, _ trace: inout SPFTermTrace
    ) async throws(SPFInterruption) -> DNSAnswer.Outcome {
        guard !isOverdue() else { throw .problem(.overdue) }
        let outcome = await resolver.lookUp(name, type).outcome
        trace.lookUps.append(LookUpTrace(name: name, type: type, outcome: outcome))
        return outcome
    }
}

extension SPFFinding {
    /// Selects the record among the TXT records of a domain (RFC 7208 §4.5), and reads it whole
    /// before anything of it counts (§4.6).
    init(_ outcome: DNSAnswer.Outcome, cache: (any SPFRecordCache)? = nil) {
        switch outcome {
        case .temporaryFailure(let reason): self = .lookUpFailed(reason: reason)
        case .nameNotFound: self = .nameNotFound
        case .noData: self = .noRecord
        case .records(let records):
            let texts = records.compactMap(\.spfText)
            guard let text = texts.first else {
                self = .noRecord
                return
            }
            guard texts.count == 1 else {
                self = .severalRecords(texts.map { String(decoding: $0, as: UTF8.self) })
                return
            }
            if let record = cache?.record(for: text) {
                self = .record(record)
                return
            }
            do {
                let record = try SPFRecord(parsing: text[...])
                cache?.store(record, for: text)
                self = .record(record)
            } catch {
                self = .malformed(String(decoding: text, as: UTF8.self), error)
            }
        }
    }
}

extension DNSRecordData {
    /// The text of an SPF record; nil for everything else.
    fileprivate var spfText: [UInt8]? {
        guard case .txt(let strings) = self else { return nil }
        let text = strings.count == 1 ? strings[0] : Array(strings.joined())
        return SPFRecord.isRecord(text[...]) ? text : nil
    }
}
