import DNS
import MailTypes

extension SPFRun {
    /// The domain that a term is about: its own, or the one whose record it stands in.
    nonisolated(nonsending) mutating func target(
        _ spec: SPFDomainSpec?, _ term: Int
    ) async throws(SPFInterruption) -> DNSName {
        let name: DNSName
        if let constant = spec?.constantName {
            name = constant
        } else if let spec {
            name = try await expand(spec.macros, term)
        } else {
            name = log.domain(of: term)
        }
        log.terms[term].target = name
        return name
    }

    nonisolated(nonsending) private mutating func expand(
        _ macros: SPFMacroString, _ term: Int
    ) async throws(SPFInterruption) -> DNSName {
        var values = SPFMacroValues(request: request, domain: log.domain(of: term))
        if macros.uses(.sender) || macros.uses(.localPart) {
            guard request.localPart.utf8.allSatisfy({ $0 < 0x80 }) else {
                throw .outcome(.internationalLocalPart)
            }
        }
        if macros.uses(.validatedName) {
            // The queries for it are limited as those of `ptr` are (RFC 7208 §4.6.4); once
            // the names are known there are none.
            if reverseNames.names == nil { try countTerm(term) }
            values.validatedName = try await validatedName(for: values.domain, term)
        }
        let text = macros.expandedDomain(with: values)
        // What a client says may have come in by a macro. The standard leaves open what a name
        // that the DNS cannot hold means (§4.8): here nothing is asked, and nothing matches.
        guard let name = DNSName(spfText: text) else {
            throw .outcome(.illegalDomain(Array(text)))
        }
        return name
    }

    /// Whether the client has an address of `name`, as far as the prefix goes (RFC 7208 §5.3).
    nonisolated(nonsending) mutating func hasAddress(
        _ name: DNSName, _ lengths: SPFPrefixLengths, _ term: Int
    ) async throws(SPFInterruption) -> Bool {
        let length = address.isIPv4 ? lengths.ipv4 : lengths.ipv6
        for data in try await records(request.address.recordType, of: name, term) {
            guard case .address(let address) = data else { continue }
            if self.address.matches(AddressBits(address), prefixLength: length) { return true }
        }
        return false
    }

    /// Whether the client has an address of a mail host of `name` (RFC 7208 §5.4). A domain
    /// without MX records is not its own mail host here.
    nonisolated(nonsending) mutating func hasExchange(
        _ name: DNSName, _ lengths: SPFPrefixLengths, _ term: Int
    ) async throws(SPFInterruption) -> Bool {
        let records = try await records(.mx, of: name, term)
        // Before any is looked at: the result should not hang on the order of the answer.
        guard records.count <= limits.exchangeLimit else {
            throw .problem(
                .tooManyExchanges(
                    limit: limits.exchangeLimit, domain: name, count: records.count))
        }
        for data in records {
            guard case .mx(let record) = data, !record.isNull else { continue }
            if try await hasAddress(record.exchange, lengths, term) { return true }
        }
        return false
    }

    /// The records of a name; none where it has none, which is counted.
    nonisolated(nonsending) mutating func records(
        _ type: DNSRecordType, of name: DNSName, _ term: Int
    ) async throws(SPFInterruption) -> [DNSRecordData] {
        switch try await ask(type, of: name, term) {
        case .records(let records):
            return records
        case .noData, .nameNotFound:
            try countVoidLookUp(term)
            return []
        case .temporaryFailure(let reason):
            throw .problem(.lookUpFailed(name, type, reason: reason))
        }
    }

    /// Asks the DNS and notes the answer.
    nonisolated(nonsending) mutating func ask(
        _ type: DNSRecordType, of name: DNSName, _ term: Int
    ) async throws(SPFInterruption) -> DNSAnswer.Outcome {
        guard !isOverdue() else { throw .problem(.overdue) }
        let outcome = await resolver.lookUp(name, type).outcome
        log.note(LookUpTrace(name: name, type: type, outcome: outcome), of: term)
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
            guard let index = records.firstIndex(where: \.isSPF) else {
                self = .noRecord
                return
            }
            guard !records[(index + 1)...].contains(where: \.isSPF) else {
                let texts = records.filter(\.isSPF).map(\.wholeText)
                self = .severalRecords(texts.map { String(decoding: $0, as: UTF8.self) })
                return
            }
            let text = records[index].wholeText
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
    /// Whether it is the text of an SPF record.
    fileprivate var isSPF: Bool { SPFRecord.isRecord(wholeText[...]) }

    /// The text of a TXT record, which most often is one string, and then not copied; nothing for
    /// other types.
    fileprivate var wholeText: [UInt8] {
        guard case .txt(let strings) = self else { return [] }
        return strings.count == 1 ? strings[0] : Array(strings.joined())
    }
}
