import DNS
public import MailTypes

/// One look-up of a policy record, and what it found.
public struct DMARCQuery: Equatable, Sendable {
    public enum Outcome: Equatable, Sendable {
        case record(DMARCRecord)
        /// Several records that begin with `v=DMARC1`; they count as none (RFC 9989 §4.10).
        case severalRecords([String])
        /// TXT records, but none for DMARC.
        case otherRecords(count: Int)
        /// The name is there, without a TXT record.
        case noData
        case nameNotFound
        /// Nobody knows now; the reason is for the log.
        case temporaryFailure(reason: String)
    }

    /// The domain whose record was looked for.
    public var domain: DomainName
    public var outcome: Outcome

    public init(domain: DomainName, outcome: Outcome) {
        self.domain = domain
        self.outcome = outcome
    }

    /// The name that was looked up.
    public var name: String { "_dmarc.\(domain)" }

    public var record: DMARCRecord? {
        if case .record(let record) = outcome { record } else { nil }
    }

    public var failureReason: String? {
        if case .temporaryFailure(let reason) = outcome { reason } else { nil }
    }

    /// Reads an answer about TXT records at the name.
    init(domain: DomainName, answer: ResolverAnswer<[UInt8]>) {
        self.domain = domain
        switch answer.outcome {
        case .noData: outcome = .noData
        case .nameNotFound: outcome = .nameNotFound
        case .temporaryFailure(let reason): outcome = .temporaryFailure(reason: reason)
        case .records(let texts):
            let records = texts.compactMap { DMARCRecord(parsing: $0) }
            switch records.count {
            case 0: outcome = .otherRecords(count: texts.count)
            case 1: outcome = .record(records[0])
            default: outcome = .severalRecords(records.map(\.text))
            }
        }
    }
}

extension DMARCQuery.Outcome: CustomStringConvertible {
    public var description: String {
        switch self {
        case .record(let record): record.text
        case .severalRecords(let texts): "\(texts.count) DMARC records, so none counts"
        case .otherRecords(let count):
            count == 1 ? "a TXT record, not for DMARC" : "\(count) TXT records, none for DMARC"
        case .noData: "no TXT record"
        case .nameNotFound: "no such name"
        case .temporaryFailure(let reason): "temporary failure: \(reason)"
        }
    }
}

/// The look-ups of one evaluation: no name is asked for twice.
struct DMARCLookups {
    private let resolver: any Resolver
    private(set) var queries: [DMARCQuery] = []
    private var positions: [DomainName: Int] = [:]

    init(_ resolver: any Resolver) { self.resolver = resolver }

    mutating func query(_ domain: DomainName) async -> DMARCQuery {
        if let position = positions[domain] { return queries[position] }
        let query: DMARCQuery
        if let name = try? domain.prefixed(with: "_dmarc") {
            query = DMARCQuery(domain: domain, answer: await resolver.textRecords(of: name))
        } else {
            // Too long for the DNS, so nothing can be there.
            query = DMARCQuery(domain: domain, outcome: .nameNotFound)
        }
        positions[domain] = queries.count
        queries.append(query)
        return query
    }

    /// Whether the name is in the DNS (RFC 9989 §3.2.13); nil when nobody knows now.
    func exists(_ domain: DomainName) async -> Bool? {
        guard let name = try? DNSName(domain) else { return false }
        let answer = await resolver.lookUp(name, .a)
        switch answer.outcome {
        case .records, .noData: return true
        // Behind an alias it is the target that is missing (RFC 8020 §2).
        case .nameNotFound: return !answer.aliases.isEmpty
        case .temporaryFailure: return nil
        }
    }
}
