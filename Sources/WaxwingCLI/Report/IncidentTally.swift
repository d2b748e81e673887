import MailReports
import MailTypes

/// What reports on single messages say, like ones together. Its memory is bounded.
struct IncidentTally: Sendable {
    /// Alike are incidents that agree in all of this.
    struct Key: Hashable, Comparable, Sendable {
        /// The domain that the message is said to come from, or the recipient of a bounce.
        let subject: String
        /// `dmarc`, `abuse`, `failed 5.1.1`
        let kind: String
        /// The address that the message came from, or the host that did not take it.
        let source: String

        static func < (first: Key, second: Key) -> Bool {
            (first.subject, first.kind, first.source)
                < (second.subject, second.kind, second.source)
        }
    }

    struct Entry: Equatable, Sendable {
        var count = 0
        var first: UnixTime?
        var last: UnixTime?
        /// What else the first of them says: the delivery result, the answer of the host.
        var detail: String?
    }

    private static let entryLimit = 1000

    private(set) var entries: [Key: Entry] = [:]

    mutating func add(_ key: Key, count: Int, date: UnixTime?, detail: String?) {
        guard entries[key] != nil || entries.count < Self.entryLimit else { return }
        var entry = entries[key] ?? Entry(detail: detail)
        entry.count.add(count)
        entry.first = [entry.first, date].compactMap(\.self).min()
        entry.last = [entry.last, date].compactMap(\.self).max()
        entries[key] = entry
    }

    var entriesInOrder: [(key: Key, entry: Entry)] {
        entries.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .map { ($0.key, $0.value) }
    }
}

extension IncidentTally {
    mutating func add(_ report: FeedbackReport) {
        let domain = report.reportedDomains.first ?? report.failure?.dkimDomain
        add(
            Key(
                subject: (domain ?? "").asciiLowercased,
                kind: report.failure?.kind.name ?? report.type.name,
                source: report.sourceIP?.description ?? ""),
            count: max(report.incidents ?? 1, 1), date: report.arrivalDate,
            detail: report.failure?.deliveryResult?.name)
    }

    mutating func add(_ notification: DeliveryStatusNotification) {
        for recipient in notification.recipients {
            add(
                Key(
                    subject: recipient.finalRecipient,
                    kind: "\(recipient.action.rawValue) \(recipient.status)",
                    source: recipient.remoteMTA ?? notification.reportingMTA),
                count: 1, date: recipient.lastAttemptDate ?? notification.arrivalDate,
                detail: recipient.diagnosticCode)
        }
    }
}
