public import MailTypes

/// What many aggregate reports say together: for each domain and each address that sent in its name,
/// how many messages there were and what became of them.
///
///     var summary = AggregateSummary()
///     var reader = AggregateReportReader { summary.add($1, of: $0) }
///
/// Its memory is bounded, whatever is added: of each domain the largest sources are kept, and the
/// others are counted together. The sums of a domain are exact; what is said of one source may lack
/// what came before it was large enough to be kept.
public struct AggregateSummary: Equatable, Sendable {
    /// The domains by name, in lower case.
    public private(set) var domains: [String: Domain] = [:]
    /// The messages of domains beyond the limit.
    public private(set) var otherDomains = Totals()

    private let sourceLimit: Int
    private let domainLimit: Int

    /// - Parameters:
    ///   - sourceLimit: Fewest sources of a domain that are kept apart; up to twice as many are.
    ///   - domainLimit: Most domains that are kept apart.
    public init(sourceLimit: Int = 1000, domainLimit: Int = 1000) {
        self.sourceLimit = max(sourceLimit, 1)
        self.domainLimit = max(domainLimit, 1)
    }

    /// Adds one record. Its domain is that of the policy, under which it was reported.
    public mutating func add(_ record: AggregateRecord, of report: AggregateReport) {
        let name = report.policy.domain.asciiLowercased
        if domains[name] == nil, domains.count >= domainLimit {
            otherDomains.add(record)
            return
        }
        domains[name, default: Domain()].add(record, of: report, sourceLimit: sourceLimit)
    }

    /// Adds what another summary holds, as that of one file whose end had to be seen first.
    public mutating func add(_ other: AggregateSummary) {
        otherDomains.add(other.otherDomains)
        for (name, domain) in other.domains {
            if domains[name] == nil, domains.count >= domainLimit {
                otherDomains.add(domain.totals)
            } else {
                domains[name, default: Domain()].add(domain, sourceLimit: sourceLimit)
            }
        }
    }

    /// Sums over messages.
    public struct Totals: Equatable, Sendable {
        public var messages = 0
        /// Those that passed DMARC: DKIM or SPF passed for an aligned domain.
        public var passed = 0
        public var alignedDKIM = 0
        public var alignedSPF = 0
        public var quarantined = 0
        public var rejected = 0

        public init() {}

        mutating func add(_ record: AggregateRecord) {
            let evaluation = record.evaluation
            let count = record.count
            messages = messages.adding(count)
            if evaluation.dkim == .pass { alignedDKIM = alignedDKIM.adding(count) }
            if evaluation.spf == .pass { alignedSPF = alignedSPF.adding(count) }
            if evaluation.dkim == .pass || evaluation.spf == .pass { passed = passed.adding(count) }
            if evaluation.disposition == .quarantine { quarantined = quarantined.adding(count) }
            if evaluation.disposition == .reject { rejected = rejected.adding(count) }
        }

        mutating func add(_ other: Totals) {
            messages = messages.adding(other.messages)
            passed = passed.adding(other.passed)
            alignedDKIM = alignedDKIM.adding(other.alignedDKIM)
            alignedSPF = alignedSPF.adding(other.alignedSPF)
            quarantined = quarantined.adding(other.quarantined)
            rejected = rejected.adding(other.rejected)
        }
    }

    /// One domain with a policy.
    public struct Domain: Equatable, Sendable {
        public private(set) var totals = Totals()
        /// Begin of the first period and end of the last one that a record was reported for.
        public private(set) var period: ReportPeriod?
        /// The messages of sources that are not kept apart, or whose record names no address.
        public private(set) var otherSources = Totals()
        private var bySource: [IPAddress: Source] = [:]

        /// The sources that are kept apart, the largest first.
        public var sources: [Source] {
            bySource.values.sorted { first, second in
                if first.totals.messages != second.totals.messages {
                    return first.totals.messages > second.totals.messages
                }
                return first.address.bytes.lexicographicallyPrecedes(second.address.bytes)
            }
        }

        mutating func add(
            _ record: AggregateRecord, of report: AggregateReport, sourceLimit: Int
        ) {
            totals.add(record)
            let reported = ReportPeriod(report.metadata)
            period = ReportPeriod.around(period, reported)
            guard let address = record.sourceIP else { return otherSources.add(record) }
            bySource[address, default: Source(address: address)].add(record, in: reported)
            if bySource.count > 2 * sourceLimit { keepLargest(sourceLimit) }
        }

        mutating func add(_ other: Domain, sourceLimit: Int) {
            totals.add(other.totals)
            otherSources.add(other.otherSources)
            period = ReportPeriod.around(period, other.period)
            for (address, source) in other.bySource {
                bySource[address, default: Source(address: address)].add(source)
            }
            if bySource.count > 2 * sourceLimit { keepLargest(sourceLimit) }
        }

        /// Half of the sources go at once, so that a source costs no more than a few comparisons.
        private mutating func keepLargest(_ count: Int) {
            let sorted = sources
            bySource = Dictionary(
                uniqueKeysWithValues: sorted.prefix(count).map { ($0.address, $0) })
            for source in sorted.dropFirst(count) { otherSources.add(source.totals) }
        }
    }

    /// One address that sent in a domain's name.
    public struct Source: Equatable, Sendable {
        public let address: IPAddress
        public private(set) var totals = Totals()
        /// Messages by what their record says of the source.
        public private(set) var messages = EvidenceCounts()
        public private(set) var period: ReportPeriod?

        init(address: IPAddress) { self.address = address }

        /// What most of the messages say of the source; of equal numbers the better.
        public var evidence: SourceEvidence {
            var best = SourceEvidence.nothingAligned
            for evidence in SourceEvidence.allCases.reversed()
            where messages[evidence] > 0 && messages[evidence] >= messages[best] {
                best = evidence
            }
            return best
        }

        public var kind: SourceKind { evidence.kind }

        mutating func add(_ record: AggregateRecord, in reported: ReportPeriod?) {
            totals.add(record)
            messages.add(record.count, to: SourceEvidence(record))
            period = ReportPeriod.around(period, reported)
        }

        mutating func add(_ other: Source) {
            totals.add(other.totals)
            for evidence in SourceEvidence.allCases {
                messages.add(other.messages[evidence], to: evidence)
            }
            period = ReportPeriod.around(period, other.period)
        }
    }
}

/// Messages of a source by what speaks for its kind.
public struct EvidenceCounts: Equatable, Sendable {
    private var alignedSPF = 0
    private var alignedDKIMOnly = 0
    private var forwardingSeenByReceiver = 0
    private var nothingAligned = 0

    public subscript(evidence: SourceEvidence) -> Int {
        switch evidence {
        case .alignedSPF: alignedSPF
        case .alignedDKIMOnly: alignedDKIMOnly
        case .forwardingSeenByReceiver: forwardingSeenByReceiver
        case .nothingAligned: nothingAligned
        }
    }

    mutating func add(_ count: Int, to evidence: SourceEvidence) {
        switch evidence {
        case .alignedSPF: alignedSPF = alignedSPF.adding(count)
        case .alignedDKIMOnly: alignedDKIMOnly = alignedDKIMOnly.adding(count)
        case .forwardingSeenByReceiver:
            forwardingSeenByReceiver = forwardingSeenByReceiver.adding(count)
        case .nothingAligned: nothingAligned = nothingAligned.adding(count)
        }
    }
}

/// From a first second to a last one.
public struct ReportPeriod: Equatable, Sendable {
    public var begin: UnixTime
    public var end: UnixTime

    init?(_ metadata: AggregateReport.Metadata) {
        guard let begin = metadata.begin, let end = metadata.end else { return nil }
        self.begin = min(begin, end)
        self.end = max(begin, end)
    }

    static func around(_ first: ReportPeriod?, _ second: ReportPeriod?) -> ReportPeriod? {
        guard var joined = first, let second else { return first ?? second }
        joined.begin = min(joined.begin, second.begin)
        joined.end = max(joined.end, second.end)
        return joined
    }
}

/// What a source of mail is to the domain, as far as reports can tell.
public enum SourceKind: String, CaseIterable, Sendable {
    /// It sends for the domain.
    case ours
    /// It passes on what the domain sent: a forwarder, or a list.
    case forwarder
    /// Either a source of the domain's that is not set up, or somebody who uses its name.
    case unknown
}

/// From what a source's kind is concluded.
public enum SourceEvidence: CaseIterable, Hashable, Sendable {
    /// SPF passed for an aligned domain: the domain itself names the address.
    case alignedSPF
    /// A signature of the domain held, and SPF was not aligned: the message was signed by the domain
    /// and came from elsewhere. That is what forwarding looks like; a service that signs for the
    /// domain and uses a reverse path of its own looks the same.
    case alignedDKIMOnly
    /// The receiver says that it was forwarded, sent to a list, or comes from a forwarder it trusts.
    case forwardingSeenByReceiver
    /// Nothing that passed is aligned with the domain.
    case nothingAligned

    public init(_ record: AggregateRecord) {
        let isForwarded = record.evaluation.reasons.contains {
            $0.type == .forwarded || $0.type == .mailingList || $0.type == .trustedForwarder
        }
        if record.evaluation.spf == .pass {
            self = .alignedSPF
        } else if isForwarded {
            self = .forwardingSeenByReceiver
        } else if record.evaluation.dkim == .pass {
            self = .alignedDKIMOnly
        } else {
            self = .nothingAligned
        }
    }

    public var kind: SourceKind {
        switch self {
        case .alignedSPF: .ours
        case .alignedDKIMOnly, .forwardingSeenByReceiver: .forwarder
        case .nothingAligned: .unknown
        }
    }
}

extension Int {
    /// The sum; the largest number where it would be beyond.
    func adding(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
