extension ZoneSet {
    /// The authoritative response to a query.
    ///
    /// It never asks anybody else, and is small: nothing is added to an answer, and ANY gets one
    /// record, so that forged queries gain nothing (RFC 8482 §4). Names outside of the zones are
    /// refused.
    public func answer(_ query: DNSMessage) -> DNSMessage {
        guard query.opcode == .query else { return query.response(.notImplemented) }
        guard !query.isResponse, query.questions.count == 1, let question = query.questions.first
        else { return query.response(.formatError) }
        if let edns = query.edns, edns.version > 0 { return query.response(.badVersion) }
        guard [.internet, .any].contains(question.recordClass),
            question.type == .any || !question.type.isMeta
        else { return query.response(.refused) }
        return answer(question, of: query)
    }

    private func answer(_ question: DNSQuestion, of query: DNSMessage) -> DNSMessage {
        let trail =
            question.type == .any ? followAny(question.name) : follow(question.name, question.type)
        if trail.end == .outside, trail.aliases.isEmpty { return query.response(.refused) }
        var response = query.response()
        response.isAuthoritative = true
        response.answers = trail.aliases
        switch trail.end {
        case .records(let records):
            response.answers += records
        case .noData(let zone):
            response.authorities = [zone.negativeAuthorityRecord]
        case .nameNotFound(let zone):
            // Of the last name in the chain (RFC 6604 §3).
            response.responseCode = .nameError
            response.authorities = [zone.negativeAuthorityRecord]
        case .outside, .endlessAliases:
            break  // the client follows on from the last alias
        }
        return response
    }

    /// A question for all types gets an alias, or a record that says no more will come
    /// (RFC 8482 §4.2).
    private func followAny(_ name: DNSName) -> Trail {
        var trail = follow(name, .hinfo)
        if let alias = trail.aliases.first {
            return Trail(name: name, end: .records([alias]))
        }
        if case .noData(let zone) = trail.end, !zone.tree.records(of: name).isEmpty {
            trail.end = .records([Self.refusalOfAny(name)])
        }
        return trail
    }

    private static func refusalOfAny(_ name: DNSName) -> DNSRecord {
        // CPU "RFC8482", OS ""
        let data = [7] + Array("RFC8482".utf8) + [0]
        return DNSRecord(name, ttl: .seconds(3600), .unknown(.hinfo, data))
    }
}
