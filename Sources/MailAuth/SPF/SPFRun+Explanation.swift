import DNS
import MailTypes

extension SPFRun {
    /// Looks up why the domain says that the client fails (RFC 7208 §6.2).
    ///
    /// Whatever goes wrong on the way leaves the result as it is, and no explanation.
    nonisolated(nonsending) mutating func explain(receiver: String, now: UnixTime) async -> String?
    {
        // The record that redirects has no say any more, and one that is included never had.
        guard let visit = log.deciding, let spec = log.visits[visit].finding.record?.explanation
        else { return nil }
        let term = log.note(.explanation, in: visit)
        do {
            var values = SPFMacroValues(
                request: request, domain: log.visits[visit].domain, receiver: receiver, time: now)
            guard let text = try await explanation(at: spec, &values, term) else { return nil }
            log.terms[term].outcome = .followed
            return text
        } catch {
            return nil
        }
    }

    nonisolated(nonsending) private mutating func explanation(
        at spec: SPFDomainSpec, _ values: inout SPFMacroValues, _ term: Int
    ) async throws(SPFInterruption) -> String? {
        try await prepare(&values, for: spec.macros, term)
        let domain = spec.macros.expandedDomain(with: values)
        guard let name = DNSName(spfText: domain) else { return nil }
        log.terms[term].target = name
        guard case .records(let records) = try await ask(.txt, of: name, term),
            records.count == 1, let text = records[0].joinedText,
            let macros = try? SPFMacroString(explanation: text[...])
        else { return nil }
        try await prepare(&values, for: macros, term)
        let expanded = macros.expanded(
            with: values, lengthLimit: limits.explanationLengthLimit)
        // It ends up in a reply to the client, who may have put anything into the macros.
        guard expanded.allSatisfy({ $0.isVisible || $0 == 0x20 }) else { return nil }
        return String(decoding: expanded, as: UTF8.self)
    }

    nonisolated(nonsending) private mutating func prepare(
        _ values: inout SPFMacroValues, for macros: SPFMacroString, _ term: Int
    ) async throws(SPFInterruption) {
        guard macros.uses(.validatedName) else { return }
        values.validatedName = try await validatedName(for: values.domain, term)
    }
}
