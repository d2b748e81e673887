extension ZoneSet {
    /// What the zones say about a question; nil when it leads outside of them.
    func answer(to name: DNSName, _ type: DNSRecordType) -> DNSAnswer? {
        follow(name, type).answer
    }
}

extension ZoneSet.Trail {
    /// The answer that a resolver gives; nil when the trail leads outside.
    var answer: DNSAnswer? {
        switch end {
        case .records(let records):
            answer(.records(records.map(\.data)), ttl: records.map(\.ttl).min() ?? .zero)
        case .noData(let zone):
            answer(.noData, ttl: zone.negativeAuthorityRecord.ttl)
        case .nameNotFound(let zone):
            answer(.nameNotFound, ttl: zone.negativeAuthorityRecord.ttl)
        case .endlessAliases:
            answer(.temporaryFailure(reason: "the aliases have no end"), ttl: .zero)
        case .outside:
            nil
        }
    }

    private func answer(_ outcome: DNSAnswer.Outcome, ttl: Duration) -> DNSAnswer {
        DNSAnswer(
            outcome, ttl: aliases.map(\.ttl).reduce(ttl, min), aliases: aliases.map(\.name),
            canonicalName: name)
    }
}
