import MailReports

/// What all files together report.
struct ReportOverview: Sendable {
    /// What became of one file that has more to say than that it was read.
    struct FileNote: Sendable {
        let name: String
        /// `aggregate report of google.com for example.com`
        let contents: [String]
        let repairs: [ReportRepair]
        let refusals: [String]
        let isUnreadable: Bool
    }

    enum Kind: String, CaseIterable, Sendable {
        case aggregate, tls, failure, feedback, deliveryStatus
    }

    /// Sources of each domain that people are shown.
    let shownSources: Int
    private(set) var fileCount = 0
    private(set) var passedOverCount = 0
    private(set) var refusedFileCount = 0
    private(set) var unreadableFileCount = 0
    private(set) var repairedFileCount = 0
    private(set) var reportCounts: [Kind: Int] = [:]
    private(set) var repeatedCount = 0
    private(set) var aggregate = AggregateTally()
    private(set) var tls = TLSTally()
    private(set) var failures = IncidentTally()
    private(set) var complaints = IncidentTally()
    private(set) var bounces = IncidentTally()
    /// In the order of the files.
    private(set) var notes: [FileNote] = []
    private(set) var seen: Set<ReportIdentity> = []
    private var statuses: Set<CommandStatus> = []

    init(shownSources: Int = 20) { self.shownSources = shownSources }

    var status: CommandStatus { .combined(statuses) }
    var reportCount: Int { reportCounts.values.reduce(0, +) }

    mutating func add(_ file: ReportFileReading) {
        fileCount += 1
        guard !file.isPassedOver else {
            passedOverCount += 1
            return
        }
        var contents: [String] = []
        var repairs: [ReportRepair] = []
        var refusals: [String] = []
        for report in file.reports {
            contents.append(report.title)
            repairs += report.repairs
            guard !isRepeated(report, in: file) else {
                repeatedCount += 1
                contents[contents.count - 1] += ": came before, not counted again"
                continue
            }
            count(report)
        }
        aggregate.add(file.tally)
        for failure in file.failures { refusals.append("\(failure)") }
        if file.droppedRecordCount > 0 {
            let records =
                file.droppedRecordCount == 1 ? "1 record" : "\(file.droppedRecordCount) records"
            refusals.append(
                file.aggregates.isEmpty
                    ? "\(records) before that are not counted"
                    : "\(records) of refused reports are among those that are counted")
        }
        if let error = file.error {
            refusals.append(error.reason)
            unreadableFileCount += 1
            statuses.insert(.usage)
        } else if !refusals.isEmpty {
            refusedFileCount += 1
            statuses.insert(.problem)
        }
        if !repairs.isEmpty { repairedFileCount += 1 }
        guard !repairs.isEmpty || !refusals.isEmpty || !file.repeated.isEmpty else { return }
        notes.append(
            FileNote(
                name: file.name, contents: contents, repairs: repairs, refusals: refusals,
                isUnreadable: file.error != nil))
    }

    private func isRepeated(_ report: Report, in file: ReportFileReading) -> Bool {
        guard case .aggregate(let reading) = report,
            let identity = ReportIdentity(reading.report)
        else { return false }
        return file.repeated.contains(identity)
    }

    private mutating func count(_ report: Report) {
        reportCounts[report.overviewKind, default: 0] += 1
        switch report {
        case .aggregate(let reading):
            if let identity = ReportIdentity(reading.report) { seen.insert(identity) }
        case .tls(let reading): tls.add(reading.report)
        case .failure(let report): failures.add(report)
        case .feedback(let report): complaints.add(report)
        case .deliveryStatus(let notification): bounces.add(notification)
        }
    }
}

extension Report {
    var overviewKind: ReportOverview.Kind {
        switch self {
        case .aggregate: .aggregate
        case .tls: .tls
        case .failure: .failure
        case .feedback: .feedback
        case .deliveryStatus: .deliveryStatus
        }
    }

    var repairs: [ReportRepair] {
        switch self {
        case .aggregate(let reading): reading.repairs
        case .tls(let reading): reading.repairs
        case .failure, .feedback, .deliveryStatus: []
        }
    }

    /// What it is, in a few words.
    var title: String {
        switch self {
        case .aggregate(let reading):
            "aggregate report of \(Self.name(reading.report.metadata.organization)) for "
                + reading.report.policy.domain
        case .tls(let reading): "TLS report of \(Self.name(reading.report.organization ?? ""))"
        case .failure: "failure report"
        case .feedback(let report): "complaint (\(report.type.name))"
        case .deliveryStatus(let notification):
            "delivery status notification of \(Self.name(notification.reportingMTA))"
        }
    }

    private static func name(_ text: String) -> String { text.isEmpty ? "nobody" : text }
}

extension ReportOverview.Kind {
    func title(_ count: Int) -> String {
        let isOne = count == 1
        return switch self {
        case .aggregate: isOne ? "1 aggregate report" : "\(count) aggregate reports"
        case .tls: isOne ? "1 TLS report" : "\(count) TLS reports"
        case .failure: isOne ? "1 failure report" : "\(count) failure reports"
        case .feedback: isOne ? "1 complaint" : "\(count) complaints"
        case .deliveryStatus:
            isOne ? "1 delivery status notification" : "\(count) delivery status notifications"
        }
    }
}
