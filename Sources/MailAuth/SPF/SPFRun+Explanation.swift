import DNS
import MailTypes

extension SPFRun {
    /// Looks up why the domain says that the client fails (RFC 7208 §6.2).
    ///
    /// Whatever goes wrong on the way leaves the result as it is, and no explanation.
    mutating func explain(
        _ branch: SPFBranch, receiver: String, now: UnixTime
    ) async -> (text: String?, trace: SPFTermTrace?) {
        // The record that redirects has no say any more, and one that is included never had.
        let deciding = branch.deciding
        guard branch.result == .fail, let spec = deciding.finding.record?.explanation else {
            return (nil, nil)
        }
        var trace = SPFTermTrace(.explanation)
        do {
            var values = SPFMacroValues(
                request: request, domain: deciding.domain, receiver: receiver, time: now)
            let text = try await explanation(at: spec, &values, &trace)
            trace.outcome = text == nil ? .notMatched : .followed
            return (text, trace)
        } catch {
            trace.outcome = .notMatched
            return (nil, trace)
        }
    }

    private mutating func explanation(
        at spec: SPFDomainSpec, _ values: inout SPFMacroValues, _ trace: inout SPFTermTrace
    ) async throws(SPFInterruption) -> String? {
        try await prepare(&values, for: spec.macros, &trace)
        let domain = spec.macros.expandedDomain(with: values)
        guard domain.allSatisfy({ $0.isVisible || $0 == 0x20 }),
            let name = DNSName(dotted: domain)
        else { return nil }
        trace.target = name
        guard case .records(let records) = try await ask(.txt, of: name, &trace),
            records.count == 1, let text = records[0].joinedText,
            let macros = try? SPFMacroString(explanation: text[...])
        else { return nil }
        try await prepare(&values, for: macros, &trace)
        let expanded = macros.expanded(
            with: values, lengthLimit: limits.explanationLengthLimit)
        // It ends up in a reply to the client, who may have put anything into the macros.
        guard expanded.allSatisfy({ $0.isVisible || $0 == 0x20 }) else { return nil }
        return String(decoding: expanded, as: UTF8.self)
    }

    private mutating func prepare(
        _ values: inout SPFMacroValues, for macros: SPFMacroString, _ trace: inout SPFTermTrace
    ) async throws(SPFInterruption) {
        guard macros.uses(.validatedName) else { return }
        values.validatedName = try await validatedName(for: values.domain, &trace)
    }
}
