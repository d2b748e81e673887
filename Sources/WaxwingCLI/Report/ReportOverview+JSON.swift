import JSONText
import MailReports
import MailTypes

extension ReportOverview: Presentable {
    var document: Document {
        .members([
            "files": .members([
                "read": .number(fileCount), "repaired": .number(repairedFileCount),
                "refused": .number(refusedFileCount), "unreadable": .number(unreadableFileCount),
                "withoutReport": .number(passedOverCount),
            ]),
            "reports": .members([
                "aggregate": .number(reportCounts[.aggregate] ?? 0),
                "tls": .number(reportCounts[.tls] ?? 0),
                "failure": .number(reportCounts[.failure] ?? 0),
                "feedback": .number(reportCounts[.feedback] ?? 0),
                "deliveryStatus": .number(reportCounts[.deliveryStatus] ?? 0),
                "repeated": .number(repeatedCount),
            ]),
            "domains": .array(aggregate.domains.map(\.document)),
            "otherDomains": aggregate.summary.otherDomains.messages > 0
                ? .members(aggregate.summary.otherDomains.members) : nil,
            "tls": .array(tls.entriesInOrder.map(Self.document)),
            "failures": .array(failures.entriesInOrder.map { Self.document($0, $1, "domain") }),
            "complaints": .array(
                complaints.entriesInOrder.map { Self.document($0, $1, "domain") }),
            "bounces": .array(bounces.entriesInOrder.map { Self.document($0, $1, "recipient") }),
            "notes": .array(notes.map(\.document)),
        ])
    }

    private static func document(_ key: TLSTally.Key, _ entry: TLSTally.Entry) -> Document {
        .members([
            "domain": .string(key.domain), "policy": .string(key.policy),
            "successful": .number(entry.successful), "failed": .number(entry.failed),
            "begin": .time(entry.begin), "end": .time(entry.end),
            "failures": .object(
                entry.failuresInOrder.map { Document.Field($0.result, .integer(Int64($0.count))) }),
        ])
    }

    private static func document(
        _ key: IncidentTally.Key, _ entry: IncidentTally.Entry, _ subject: String
    ) -> Document {
        .members([
            subject: .string(key.subject), "kind": .string(key.kind),
            "source": key.source.isEmpty ? nil : .string(key.source), "count": .number(entry.count),
            "first": .time(entry.first), "last": .time(entry.last), "detail": .text(entry.detail),
        ])
    }
}

extension ReportOverview.FileNote {
    fileprivate var document: Document {
        .members([
            "file": .string(name), "result": .string(outcome),
            "contents": contents.isEmpty ? nil : .texts(contents),
            "repairs": repairs.isEmpty
                ? nil
                : .array(
                    repairs.map { repair in
                        .members([
                            "kind": .string(repair.kind.rawValue), "count": .number(repair.count),
                            "example": repair.example.isEmpty ? nil : .string(repair.example),
                        ])
                    }),
            "refusals": refusals.isEmpty ? nil : .texts(refusals),
        ])
    }
}

extension DomainOverview {
    fileprivate var document: Document {
        .members([
            "domain": .string(name),
            "begin": .time(summary.period?.begin), "end": .time(summary.period?.end),
            "totals": .members(summary.totals.members),
            "dispositions": .object(
                DomainActivity.Disposition.allCases.compactMap { disposition in
                    activity.dispositions[disposition].map {
                        Document.Field(disposition.rawValue, .integer(Int64($0)))
                    }
                }),
            "days": .array(
                activity.daysInOrder.map { date, counts in
                    .members([
                        "date": .string(date), "passed": .number(counts.passed),
                        "failed": .number(counts.failed),
                    ])
                }),
            "sources": .array(summary.sources.map(\.document)),
            "otherSources": summary.otherSources.messages > 0
                ? .members(summary.otherSources.members) : nil,
        ])
    }
}

extension AggregateSummary.Source {
    fileprivate var document: Document {
        .members([
            "address": .string("\(address)"), "kind": .string(kind.rawValue),
            "evidence": .string(evidence.name), "begin": .time(period?.begin),
            "end": .time(period?.end), "totals": .members(totals.members),
        ])
    }
}

extension AggregateSummary.Totals {
    fileprivate var members: KeyValuePairs<String, Document?> {
        [
            "messages": .number(messages), "passed": .number(passed),
            "failed": .number(messages - passed), "alignedDKIM": .number(alignedDKIM),
            "alignedSPF": .number(alignedSPF), "quarantined": .number(quarantined),
            "rejected": .number(rejected),
        ]
    }
}
