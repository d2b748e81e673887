import MailAuth
import MailReports
import MailTypes

extension ReportOverview {
    var text: [TextBlock] {
        var blocks: [TextBlock] = []
        for domain in aggregate.domains {
            blocks += domain.text(shownSources: shownSources) + [.blank]
        }
        let others = aggregate.summary.otherDomains
        if others.messages > 0 {
            blocks += [
                .line(StyledText("and \(others.messages) messages of further domains")), .blank,
            ]
        }
        blocks += tlsText
        blocks += incidentText(
            failures, title: "Failure reports", ["Domain", "Failed", "Source", "Delivery"])
        blocks += incidentText(
            complaints, title: "Complaints", ["Domain", "Type", "Source", ""])
        blocks += incidentText(
            bounces, title: "Bounces and delays", ["Recipient", "Status", "Host", "Answer"])
        return blocks + fileText
    }

    private var tlsText: [TextBlock] {
        guard !tls.entries.isEmpty else { return [] }
        var table = TextTable([
            .init("Domain"), .init("Policy"), .init("Sessions", .right), .init("Failed", .right),
            .init("First"), .init("Last"), .init("Failures"),
        ])
        for (key, entry) in tls.entriesInOrder {
            table.append([
                StyledText(key.domain), StyledText(key.policy),
                StyledText("\(entry.successful.adding(entry.failed))"),
                StyledText("\(entry.failed)", entry.failed > 0 ? .bad : .plain),
                StyledText(entry.begin?.date ?? "–"), StyledText(entry.end?.date ?? "–"),
                StyledText(
                    entry.failuresInOrder.map { "\($0.count) \($0.result)" }
                        .joined(separator: ", ")),
            ])
        }
        return [.line(StyledText("TLS", .strong)), .table(table), .blank]
    }

    private func incidentText(
        _ tally: IncidentTally, title: String, _ columns: [String]
    ) -> [TextBlock] {
        let entries = tally.entriesInOrder
        guard !entries.isEmpty else { return [] }
        var table = TextTable(
            [.init("Count", .right), .init("First"), .init("Last")] + columns.map { .init($0) })
        for (key, entry) in entries.prefix(shownSources) {
            table.append([
                StyledText("\(entry.count)"), StyledText(entry.first?.date ?? "–"),
                StyledText(entry.last?.date ?? "–"), StyledText(key.subject), StyledText(key.kind),
                StyledText(key.source), StyledText(entry.detail ?? ""),
            ])
        }
        let rest = entries.dropFirst(shownSources).reduce(0) { $0.adding($1.entry.count) }
        let more: [TextBlock] =
            rest > 0 ? [.line(StyledText("and \(rest) more", .faint))] : []
        return [.line(StyledText(title, .strong)), .table(table)] + more + [.blank]
    }

    private var fileText: [TextBlock] {
        var blocks = notes.map { TextBlock.steps($0.step) }
        if !blocks.isEmpty { blocks.append(.blank) }
        blocks.append(.line(StyledText(summaryLine, .strong)))
        return blocks
    }

    /// `12 files: 10 aggregate reports, 1 TLS report; 2 files with repairs, 1 refused`
    var summaryLine: String {
        let kinds = Kind.allCases.compactMap { kind in
            reportCounts[kind].map { kind.title($0) }
        }
        var line = fileCount == 1 ? "1 file: " : "\(fileCount) files: "
        line += kinds.isEmpty ? "no report" : kinds.joined(separator: ", ")
        let remarks = [
            (repeatedCount, "came before"), (repairedFileCount, "repaired"),
            (refusedFileCount, "refused"), (unreadableFileCount, "unreadable"),
            (passedOverCount, "without a report"),
        ]
        let said = remarks.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if !said.isEmpty { line += "; " + said.joined(separator: ", ") }
        return line
    }
}

extension ReportOverview.FileNote {
    /// In one word.
    var outcome: String {
        if isUnreadable { return "error" }
        if !refusals.isEmpty { return contents.isEmpty ? "refused" : "refused in part" }
        return repairs.isEmpty ? "repeated" : "repaired"
    }

    fileprivate var step: EvaluationStep {
        EvaluationStep(
            name == "-" ? "standard input" : name, outcome,
            tone: refusals.isEmpty ? (repairs.isEmpty ? .plain : .unsure) : .bad,
            steps: contents.map { EvaluationStep($0) }
                + repairs.map { EvaluationStep($0.title, $0.remark, tone: .unsure) }
                + refusals.map { EvaluationStep($0, tone: .bad) })
    }
}

extension ReportRepair {
    /// What was wrong, in words.
    var title: String {
        switch kind {
        case .malformed: "broken XML or JSON"
        case .misplaced: "elements in the wrong place"
        case .foreignNamespace: "unknown namespace"
        case .missing: "missing"
        case .unlistedValue: "value that no standard lists"
        case .letterCase: "value in capital letters"
        case .badNumber: "bad number"
        case .badAddress: "bad address"
        case .badPeriod: "bad period"
        case .wrongType: "wrong type"
        case .longText: "text cut off"
        case .tooMany: "too many values"
        case .foreignAuthorDomain: "author domain that the policy does not cover"
        case .contradiction: "the file or mail names another domain"
        case .empty: "no records"
        }
    }

    /// The first example, and how often.
    var remark: String {
        guard count > 1 else { return example }
        return example.isEmpty ? "\(count) times" : "\(example) (\(count) times)"
    }
}
