import MailReports
import MailTypes

/// What TLS reports say together, by the domain and kind of the policy. Its memory is bounded.
struct TLSTally: Sendable {
    struct Key: Hashable, Comparable, Sendable {
        let domain: String
        let policy: String

        static func < (first: Key, second: Key) -> Bool {
            (first.domain, first.policy) < (second.domain, second.policy)
        }
    }

    struct Entry: Equatable, Sendable {
        var successful = 0
        var failed = 0
        /// Failed sessions by kind of failure.
        var failures: [String: Int] = [:]
        var begin: UnixTime?
        var end: UnixTime?

        var failuresInOrder: [(result: String, count: Int)] {
            failures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
        }
    }

    private static let entryLimit = 1000
    private static let failureLimit = 100

    private(set) var entries: [Key: Entry] = [:]

    mutating func add(_ report: TLSReport) {
        for result in report.policies {
            let key = Key(
                domain: result.policy.domain.asciiLowercased, policy: result.policy.kind.name)
            guard entries[key] != nil || entries.count < Self.entryLimit else { continue }
            var entry = entries[key] ?? Entry()
            entry.successful.add(result.successfulSessionCount)
            entry.failed.add(result.failedSessionCount)
            entry.begin = [entry.begin, report.begin].compactMap(\.self).min()
            entry.end = [entry.end, report.end].compactMap(\.self).max()
            for failure in result.failures {
                let isKnown = entry.failures[failure.result.name] != nil
                guard isKnown || entry.failures.count < Self.failureLimit else { continue }
                entry.failures[failure.result.name, default: 0].add(failure.failedSessionCount)
            }
            entries[key] = entry
        }
    }

    var entriesInOrder: [(key: Key, entry: Entry)] {
        entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
