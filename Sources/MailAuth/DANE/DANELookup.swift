public import DNS

/// What the DNS says about DANE for one SMTP server (RFC 7672 §2.2).
public enum DANELookup: Equatable, Sendable {
    /// TLS is required, and the server has to show a certificate that one of the records names:
    /// ``DANEVerification``. The base domain is what is sent as SNI (§8.1).
    case usable(baseDomain: DNSName, records: [TLSARecord])
    /// There are secure records, none of them usable: TLS is required, and nobody is authenticated.
    case unusable(baseDomain: DNSName)
    /// DANE says nothing: no secure records. TLS is opportunistic, or as another policy wants it.
    case notApplicable(reason: String)
    /// The server counts as unreachable (§2.1.2): the next one is tried, and failing all of them the
    /// delivery waits. Going on without DANE is what whoever suppresses an answer hopes for.
    case failed(reason: String)

    /// Looks up the addresses and then the TLSA records of a server.
    ///
    /// The caller cares for the security of what named the server: where its MX record is insecure,
    /// DANE may be used all the same, and authenticates that server only (§2.2.1).
    /// - Parameter resolver: one whose `isSecure` can be relied on, since it validates itself or is
    ///   asked over a path that nobody else writes to (§2.1.3).
    public static func lookUp(
        _ host: DNSName, port: UInt16 = 25, resolver: some Resolver
    ) async -> DANELookup {
        let names: [DNSName]
        switch await candidates(for: host, resolver: resolver) {
        case .names(let found): names = found
        case .ended(let lookup): return lookup
        }
        for name in names {
            guard let question = try? name.prefixed(with: "_\(port)._tcp") else { continue }
            let answer = await resolver.lookUp(question, .tlsa)
            switch answer.outcome {
            case .temporaryFailure(let reason):
                return .failed(reason: "TLSA at \(question): \(reason)")
            case .records(let records) where answer.isSecure:
                return DANELookup(baseDomain: name, secure: records.compactMap(\.tlsa))
            case .records, .noData, .nameNotFound:
                continue
            }
        }
        return .notApplicable(reason: "no secure TLSA records")
    }

    /// Sorts secure records by whether SMTP can use them.
    public init(baseDomain: DNSName, secure records: [TLSARecord]) {
        let usable = DANERecords.strongest(DANERecords.usable(records, usages: [2, 3]))
        self =
            usable.isEmpty
            ? .unusable(baseDomain: baseDomain) : .usable(baseDomain: baseDomain, records: usable)
    }

    private enum Candidates {
        case names([DNSName])
        case ended(DANELookup)
    }

    /// The names below which TLSA records are looked for, by what the addresses show (§2.2.2).
    ///
    /// Addresses come first: servers that fail at TLSA questions are in zones that are not signed,
    /// and are never asked any.
    private static func candidates(
        for host: DNSName, resolver: some Resolver
    ) async -> Candidates {
        async let ipv6 = resolver.lookUp(host, .aaaa)
        async let ipv4 = resolver.lookUp(host, .a)
        let answers = [await ipv6, await ipv4]
        let found = answers.filter { !$0.records.isEmpty }
        guard let first = found.first else {
            let reason = answers.lazy.compactMap(\.failureReason).first ?? "no address"
            return .ended(.failed(reason: "addresses of \(host): \(reason)"))
        }
        // A family that fails does not make the other one's answer insecure, else suppressing one
        // answer would switch DANE off.
        let isSecure = found.allSatisfy(\.isSecure)
        guard !first.aliases.isEmpty else {
            return isSecure ? .names([host]) : .ended(insecure)
        }
        if isSecure { return .names([first.canonicalName, host]) }
        // What the alias leads to is insecure; the alias itself may be secure.
        let alias = await resolver.canonicalName(of: host)
        if let reason = alias.failureReason {
            return .ended(.failed(reason: "alias \(host): \(reason)"))
        }
        return alias.isSecure ? .names([host]) : .ended(insecure)
    }

    private static let insecure = DANELookup.notApplicable(reason: "the addresses are not secure")
}

extension DNSRecordData {
    fileprivate var tlsa: TLSARecord? {
        if case .tlsa(let record) = self { record } else { nil }
    }
}

extension DANELookup {
    /// How the look-up came out, and what it demands.
    public var step: EvaluationStep {
        switch self {
        case .usable(let name, let records):
            EvaluationStep(
                "DANE for \(name)", "TLS with one of these certificates is required", tone: .good,
                steps: records.map { EvaluationStep("TLSA", DNSRecordData.tlsa($0).description) })
        case .unusable(let name):
            EvaluationStep(
                "DANE for \(name)", "no usable record: TLS is required, with any certificate",
                tone: .unsure)
        case .notApplicable(let reason):
            EvaluationStep("DANE", "does not apply: \(reason)")
        case .failed(let reason):
            EvaluationStep("DANE", "the server counts as unreachable: \(reason)", tone: .bad)
        }
    }
}
