import Foundation
import MailReports
import MailTypes

/// What one file was found to report.
struct ReportFileReading: Sendable {
    let name: String
    /// Whether the user gave this very path, and not that of a folder around it.
    let isNamed: Bool
    var reports: [Report] = []
    var failures: [ReportFailure] = []
    var error: InputError?
    /// The aggregate reports among ``reports`` that an earlier file held as well.
    var repeated: [ReportIdentity] = []
    /// The records of its aggregate reports, without those of repeated ones.
    var tally = AggregateTally()
    /// Records of reports that were refused further on.
    var droppedRecordCount = 0

    /// Whether it is some other file that happened to be in the folder.
    var isPassedOver: Bool {
        let noReport: [ReportFailure] = [.unrecognized, .aggregate(.noReport), .tls(.noReport)]
        return error == nil && !isNamed && reports.isEmpty && failures.allSatisfy(noReport.contains)
    }

    /// Reads a file, or standard input for `-`.
    /// - Parameter seen: the reports that are counted already.
    static func read(
        _ path: String, isNamed: Bool, seen: Set<ReportIdentity>
    ) -> ReportFileReading {
        var reading = ReportFileReading(name: path, isNamed: isNamed)
        let counter = RecordCounter(seen: seen)
        do {
            let file = try ReportInput.read(path) { counter.add($1, of: $0) }
            reading.reports = file.reports
            reading.failures = file.failures
        } catch {
            reading.error = error
            return reading
        }
        let aggregates = reading.aggregates
        reading.repeated = aggregates.compactMap { ReportIdentity($0.report) }.filter(seen.contains)
        let kept = aggregates.reduce(0) { $0 + $1.recordCount }
        reading.droppedRecordCount = max(0, counter.recordCount - kept)
        // Records are handed out before the end of their report is seen: those of a refused one
        // are not counted.
        if aggregates.count > reading.repeated.count { reading.tally = counter.tally }
        return reading
    }

    var aggregates: [AggregateReading] {
        reports.compactMap { report in
            guard case .aggregate(let reading) = report else { return nil }
            return reading
        }
    }
}

/// By what a report that comes again is recognised (RFC 9990 §3.5.2).
struct ReportIdentity: Hashable, Sendable {
    let organization: String
    let reportID: String
    let domain: String
    let begin: UnixTime?

    /// Nil for a report without an identifier.
    init?(_ report: AggregateReport) {
        guard !report.metadata.reportID.isEmpty else { return nil }
        organization = report.metadata.organization
        reportID = report.metadata.reportID
        domain = report.policy.domain.asciiLowercased
        begin = report.metadata.begin
    }
}

/// Counts records while their file is read.
private final class RecordCounter {
    private(set) var tally = AggregateTally()
    private(set) var recordCount = 0
    private let seen: Set<ReportIdentity>
    private var last: (reportID: String, isSeen: Bool)?

    init(seen: Set<ReportIdentity>) { self.seen = seen }

    func add(_ record: AggregateRecord, of report: AggregateReport) {
        recordCount += 1
        guard !isSeen(report) else { return }
        tally.add(record, of: report)
    }

    private func isSeen(_ report: AggregateReport) -> Bool {
        guard !seen.isEmpty else { return false }
        let reportID = report.metadata.reportID
        if let last, last.reportID == reportID { return last.isSeen }
        let isSeen = ReportIdentity(report).map(seen.contains) ?? false
        last = (reportID, isSeen)
        return isSeen
    }
}
