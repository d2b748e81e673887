import MailReports
import MailTypes

/// What aggregate reports say together: the summary by source, and beside it by day and by
/// disposition. Its memory is bounded.
struct AggregateTally: Sendable {
    /// Most domains whose days are counted; the summary keeps as many apart.
    private static let domainLimit = 1000

    private(set) var summary = AggregateSummary()
    private var activities: [String: DomainActivity] = [:]

    mutating func add(_ record: AggregateRecord, of report: AggregateReport) {
        summary.add(record, of: report)
        let domain = report.policy.domain.asciiLowercased
        guard activities[domain] != nil || activities.count < Self.domainLimit else { return }
        activities[domain, default: DomainActivity()].add(record, of: report)
    }

    mutating func add(_ other: AggregateTally) {
        summary.add(other.summary)
        for (domain, activity) in other.activities {
            guard activities[domain] != nil || activities.count < Self.domainLimit else { continue }
            activities[domain, default: DomainActivity()].add(activity)
        }
    }

    /// The domains, those with the most messages first.
    var domains: [DomainOverview] {
        summary.domains.map { name, domain in
            DomainOverview(
                name: name, summary: domain, activity: activities[name] ?? DomainActivity())
        }
        .sorted { first, second in
            let counts = (first.summary.totals.messages, second.summary.totals.messages)
            return counts.0 != counts.1 ? counts.0 > counts.1 : first.name < second.name
        }
    }
}

/// One domain, as the reports show it.
struct DomainOverview: Sendable {
    let name: String
    let summary: AggregateSummary.Domain
    let activity: DomainActivity

    var failed: Int { summary.totals.messages - summary.totals.passed }

    /// Messages of the sources of each kind that are kept apart.
    func messages(of kind: SourceKind) -> Int {
        summary.sources.reduce(0) { $1.kind == kind ? $0.adding($1.totals.messages) : $0 }
    }
}

/// What became of a domain's messages, and when.
struct DomainActivity: Sendable {
    struct Day: Equatable, Sendable {
        var passed = 0
        var failed = 0
    }

    /// What was done with messages: a value of the standard's, or any other together.
    enum Disposition: String, CaseIterable, Sendable {
        case none, pass, quarantine, reject, other

        init(_ disposition: AggregateReport.Disposition) {
            switch disposition {
            case .none: self = .none
            case .pass: self = .pass
            case .quarantine: self = .quarantine
            case .reject: self = .reject
            case .other: self = .other
            }
        }
    }

    /// Most days that are kept apart: who makes dates up fills no memory.
    static let dayLimit = 1000
    private static let secondsPerDay: Int64 = 86_400

    private(set) var dispositions: [Disposition: Int] = [:]
    /// By the day, in days since 1970, on which the reports' periods begin (UTC).
    private(set) var days: [Int64: Day] = [:]

    mutating func add(_ record: AggregateRecord, of report: AggregateReport) {
        let disposition = Disposition(record.evaluation.disposition)
        dispositions[disposition, default: 0].add(record.count)
        guard let begin = report.metadata.begin else { return }
        let isPassed = record.evaluation.dkim == .pass || record.evaluation.spf == .pass
        let day = begin.seconds / Self.secondsPerDay
        add(
            Day(passed: isPassed ? record.count : 0, failed: isPassed ? 0 : record.count), on: day)
    }

    mutating func add(_ other: DomainActivity) {
        for (disposition, count) in other.dispositions {
            dispositions[disposition, default: 0].add(count)
        }
        for (day, counts) in other.days { add(counts, on: day) }
    }

    private mutating func add(_ counts: Day, on day: Int64) {
        guard days[day] != nil || days.count < Self.dayLimit else { return }
        days[day, default: Day()].passed.add(counts.passed)
        days[day, default: Day()].failed.add(counts.failed)
    }

    /// The days with reports.
    var daysInOrder: [(date: String, counts: Day)] {
        days.sorted { $0.key < $1.key }.map { (Self.date($0), $1) }
    }

    /// All days from the first to the last; nil where these are more than `limit`.
    func allDays(limit: Int) -> [(date: String, counts: Day)]? {
        guard let first = days.keys.min(), let last = days.keys.max(), last - first < limit
        else { return nil }
        return (first...last).map { (Self.date($0), days[$0] ?? Day()) }
    }

    private static func date(_ day: Int64) -> String {
        UnixTime(seconds: day * secondsPerDay).date
    }
}

extension Int {
    /// The sum; the largest number where it would be beyond.
    func adding(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }

    mutating func add(_ other: Int) { self = adding(other) }
}

extension UnixTime {
    /// `2026-11-23`, in UTC.
    var date: String { String(iso8601.prefix { $0 != "T" }) }
}
