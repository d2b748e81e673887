import MailReports
import MailTypes

/// The overview as a page of its own: no script, and nothing from anywhere else.
struct ReportPage {
    private let overview: ReportOverview

    init(_ overview: ReportOverview) { self.overview = overview }

    var html: String {
        let sections: [HTMLText] =
            overview.aggregate.domains.map { section($0) } + [
                furtherDomains, tls,
                incidents(
                    overview.failures, "Failure reports",
                    ["Domain", "Failed", "Source", "Delivery"]
                ),
                incidents(
                    overview.complaints, "Complaints", ["Domain", "Type", "Source", "Detail"]),
                incidents(
                    overview.bounces, "Bounces and delays",
                    ["Recipient", "Status", "Host", "Answer"]),
                notes,
            ]
        let page: HTMLText = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Mail reports</title>
            <style>
            \(ReportStyle.sheet)
            </style>
            </head>
            <body>
            <h1>Mail reports</h1>
            <p class="faint">\(overview.summaryLine)</p>
            \(HTMLText.joined(sections))</body>
            </html>

            """
        return page.markup
    }

    // MARK: Domains

    private func section(_ domain: DomainOverview) -> HTMLText {
        let totals = domain.summary.totals
        let period =
            domain.summary.period
            .map { ", \($0.text)" } ?? ""
        let failed: HTMLText =
            domain.failed > 0 ? ", <span class=\"bad\">failed \(domain.failed)</span>" : ""
        return """
            <section>
            <h2>\(domain.name)</h2>
            <p>\(domain.messagesText)\(period): passed \
            \(Share(totals.passed, of: totals.messages))\(failed) <span class="faint">\
            (aligned DKIM \(Share(totals.alignedDKIM, of: totals.messages)), \
            aligned SPF \(Share(totals.alignedSPF, of: totals.messages)))</span></p>
            <div class="charts">
            \(DayChart(activity: domain.activity).html)\(charts(domain))</div>
            \(sources(domain))</section>

            """
    }

    private func charts(_ domain: DomainOverview) -> HTMLText {
        guard domain.summary.totals.messages > 0 else { return "" }
        let dispositions = DonutChart(
            title: "Dispositions", unit: "messages",
            parts: DomainActivity.Disposition.allCases.map { disposition in
                .init(
                    name: disposition.rawValue,
                    count: domain.activity.dispositions[disposition] ?? 0, fill: disposition.fill)
            })
        let sources = DonutChart(
            title: "Sources", unit: "messages",
            parts: SourceKind.allCases.map { kind in
                .init(name: kind.rawValue, count: domain.messages(of: kind), fill: kind.fill)
            } + [
                .init(
                    name: "not kept apart", count: domain.summary.otherSources.messages,
                    fill: "fill-other")
            ])
        return dispositions.html + sources.html
    }

    private func sources(_ domain: DomainOverview) -> HTMLText {
        let sources = domain.summary.sources
        let largest = sources.first?.totals.messages ?? 0
        let rows = sources.prefix(overview.shownSources).map { source -> HTMLText in
            let totals = source.totals
            let bar = ShareBar(
                passed: totals.passed, failed: totals.messages - totals.passed, largest: largest)
            return """
                <tr><td>\(source.address)</td><td class="number">\(totals.messages)</td>\
                <td>\(bar.html)</td>\
                <td class="number">\(Share(totals.passed, of: totals.messages))</td>\
                <td class="number">\(totals.alignedDKIM)</td>\
                <td class="number">\(totals.alignedSPF)</td>\
                <td class="number">\(totals.quarantined)</td>\
                <td class="number">\(totals.rejected)</td>\
                <td>\(source.period?.begin.date ?? "–")</td>\
                <td>\(source.period?.end.date ?? "–")</td>\
                <td><span class="\(source.kind.color)">\(source.kind.rawValue)</span> \
                <span class="faint">\(source.evidence.remark)</span></td></tr>

                """
        }
        let rest: HTMLText =
            domain.restText(sources, overview.shownSources)
            .map { "<p class=\"faint\">\($0)</p>\n" } ?? ""
        guard !rows.isEmpty else { return rest }
        let titles: HTMLText = """
            <th>Source</th><th class="number">Messages</th><th></th>\
            <th class="number">Passed</th><th class="number">DKIM</th>\
            <th class="number">SPF</th><th class="number">Quarantined</th>\
            <th class="number">Rejected</th><th>First</th><th>Last</th><th>Kind</th>
            """
        return table(titles, rows) + rest
    }

    private var furtherDomains: HTMLText {
        let messages = overview.aggregate.summary.otherDomains.messages
        return messages > 0 ? "<p>and \(messages) messages of further domains</p>\n" : ""
    }

    // MARK: Other reports

    private var tls: HTMLText {
        let entries = overview.tls.entriesInOrder
        guard !entries.isEmpty else { return "" }
        let largest = entries.map { $0.entry.successful.adding($0.entry.failed) }.max() ?? 0
        let rows = entries.map { key, entry -> HTMLText in
            let bar = ShareBar(passed: entry.successful, failed: entry.failed, largest: largest)
            let failures = entry.failuresInOrder.map { "\($0.count) \($0.result)" }
            return """
                <tr><td>\(key.domain)</td><td>\(key.policy)</td>\
                <td class="number">\(entry.successful.adding(entry.failed))</td>\
                <td>\(bar.html)</td><td class="number">\(entry.failed)</td>\
                <td>\(entry.begin?.date ?? "–")</td><td>\(entry.end?.date ?? "–")</td>\
                <td class="text">\(failures.joined(separator: ", "))</td></tr>

                """
        }
        let titles: HTMLText = """
            <th>Domain</th><th>Policy</th><th class="number">Sessions</th><th></th>\
            <th class="number">Failed</th><th>First</th><th>Last</th><th>Failures</th>
            """
        return "<section>\n<h2>TLS</h2>\n\(table(titles, rows))</section>\n"
    }

    private func incidents(
        _ tally: IncidentTally, _ title: String, _ columns: [String]
    ) -> HTMLText {
        let entries = tally.entriesInOrder
        guard !entries.isEmpty else { return "" }
        let rows = entries.prefix(overview.shownSources).map { key, entry -> HTMLText in
            """
            <tr><td class="number">\(entry.count)</td><td>\(entry.first?.date ?? "–")</td>\
            <td>\(entry.last?.date ?? "–")</td><td>\(key.subject)</td><td>\(key.kind)</td>\
            <td>\(key.source)</td><td class="text">\(entry.detail ?? "")</td></tr>

            """
        }
        let titles = HTMLText.joined(columns.map { "<th>\($0)</th>" })
        let heads: HTMLText =
            "<th class=\"number\">Count</th><th>First</th><th>Last</th>\(titles)"
        let rest = entries.dropFirst(overview.shownSources).reduce(0) {
            $0.adding($1.entry.count)
        }
        let more: HTMLText = rest > 0 ? "<p class=\"faint\">and \(rest) more</p>\n" : ""
        return "<section>\n<h2>\(title)</h2>\n\(table(heads, rows))\(more)</section>\n"
    }

    private var notes: HTMLText {
        guard !overview.notes.isEmpty else { return "" }
        let items = overview.notes.map { note -> HTMLText in
            let lines: [HTMLText] =
                note.contents.map { "<li>\($0)</li>" }
                + note.repairs.map {
                    "<li><span class=\"unsure\">\($0.title)</span> \($0.remark)</li>"
                }
                + note.refusals.map { "<li><span class=\"bad\">\($0)</span></li>" }
            return """
                <li>\(note.name): \(note.outcome)<ul>\(HTMLText.joined(lines))</ul></li>

                """
        }
        return """
            <section>
            <h2>Repaired, refused and repeated</h2>
            <ul class="notes">
            \(HTMLText.joined(items))</ul>
            </section>

            """
    }

    private func table(_ titles: HTMLText, _ rows: [HTMLText]) -> HTMLText {
        """
        <div class="scroll"><table><thead><tr>\(titles)</tr></thead><tbody>
        \(HTMLText.joined(rows))</tbody></table></div>

        """
    }
}

extension DomainActivity.Disposition {
    fileprivate var fill: String {
        switch self {
        case .none: "fill-quiet"
        case .pass: "fill-good"
        case .quarantine: "fill-unsure"
        case .reject: "fill-bad"
        case .other: "fill-other"
        }
    }
}

extension SourceKind {
    fileprivate var fill: String {
        switch self {
        case .ours: "fill-good"
        case .forwarder: "fill-unsure"
        case .unknown: "fill-bad"
        }
    }

    fileprivate var color: String {
        switch self {
        case .ours: "good"
        case .forwarder: "unsure"
        case .unknown: "bad"
        }
    }
}
