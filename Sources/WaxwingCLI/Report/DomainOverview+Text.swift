import MailReports
import MailTypes

extension DomainOverview {
    func text(shownSources: Int) -> [TextBlock] {
        let totals = summary.totals
        var title = StyledText(name, .strong)
        title.append(" · \(messagesText)")
        if let period = summary.period { title.append(" · \(period.text)") }
        var passed = StyledText(
            "passed \(Share(totals.passed, of: totals.messages))", failed == 0 ? .good : .plain)
        passed.append(
            " (aligned DKIM \(Share(totals.alignedDKIM, of: totals.messages)), "
                + "aligned SPF \(Share(totals.alignedSPF, of: totals.messages)))", .faint)
        if failed > 0 { passed.append(", failed \(failed)", .bad) }
        var blocks: [TextBlock] = [
            .line(title), .line(passed),
            .line("disposition: " + StyledText(dispositionText)),
            .line("sources: " + StyledText(kindText)),
        ]
        let sources = summary.sources
        if shownSources > 0, !sources.isEmpty {
            blocks.append(.table(table(sources, shownSources)))
        }
        if let rest = restText(sources, shownSources) {
            blocks.append(.line(StyledText(rest, .faint)))
        }
        return blocks
    }

    /// `none 12, reject 3`
    var dispositionText: String {
        let parts = DomainActivity.Disposition.allCases.compactMap { disposition in
            activity.dispositions[disposition].map { "\(disposition.rawValue) \($0)" }
        }
        return parts.isEmpty ? "–" : parts.joined(separator: ", ")
    }

    private var kindText: String {
        let parts = SourceKind.allCases.compactMap { kind -> String? in
            let count = messages(of: kind)
            return count > 0 ? "\(kind.rawValue) \(count)" : nil
        }
        let others = summary.otherSources.messages
        return (parts + (others > 0 ? ["not kept apart \(others)"] : [])).joined(separator: ", ")
    }

    private func table(_ sources: [AggregateSummary.Source], _ shown: Int) -> TextTable {
        var table = TextTable([
            .init("Source"), .init("Messages", .right), .init("Passed", .right),
            .init("DKIM", .right), .init("SPF", .right), .init("Quar.", .right),
            .init("Rej.", .right), .init("Kind"), .init("Seen"),
        ])
        for source in sources.prefix(shown) {
            let totals = source.totals
            table.append([
                StyledText("\(source.address)"), Self.cell(totals.messages),
                StyledText(
                    "\(Share(totals.passed, of: totals.messages))",
                    totals.passed == totals.messages ? .good : totals.passed == 0 ? .bad : .unsure),
                Self.cell(totals.alignedDKIM), Self.cell(totals.alignedSPF),
                Self.cell(totals.quarantined), Self.cell(totals.rejected),
                StyledText(source.kind.rawValue, source.kind.style),
                StyledText(source.period?.text ?? "–"),
            ])
        }
        return table
    }

    private static func cell(_ count: Int) -> StyledText { StyledText("\(count)") }

    /// What the table leaves out.
    func restText(_ sources: [AggregateSummary.Source], _ shown: Int) -> String? {
        let rest = sources.dropFirst(shown)
        let messages = rest.reduce(0) { $0.adding($1.totals.messages) }
        let others = summary.otherSources.messages
        var parts: [String] = []
        if !rest.isEmpty {
            parts.append("\(messages) messages of \(rest.count) smaller sources")
        }
        if others > 0 { parts.append("\(others) messages that are not kept apart by source") }
        return parts.isEmpty ? nil : "and " + parts.joined(separator: ", ")
    }

    var messagesText: String {
        summary.totals.messages == 1 ? "1 message" : "\(summary.totals.messages) messages"
    }
}

extension ReportPeriod {
    /// `2026-11-22 to 2026-11-23`, or the one day that it is.
    var text: String {
        begin.date == end.date ? begin.date : "\(begin.date) to \(end.date)"
    }
}

extension SourceKind {
    fileprivate var style: StyledText.Style {
        switch self {
        case .ours: .good
        case .forwarder: .plain
        case .unknown: .bad
        }
    }
}

extension SourceEvidence {
    /// From what the kind is concluded, in few words.
    var remark: String {
        switch self {
        case .alignedSPF: "SPF aligned"
        case .alignedDKIMOnly: "only DKIM aligned"
        case .forwardingSeenByReceiver: "receiver saw forwarding"
        case .nothingAligned: "nothing aligned"
        }
    }

    /// For programs.
    var name: String {
        switch self {
        case .alignedSPF: "alignedSPF"
        case .alignedDKIMOnly: "alignedDKIMOnly"
        case .forwardingSeenByReceiver: "forwardingSeenByReceiver"
        case .nothingAligned: "nothingAligned"
        }
    }
}

/// A part of a whole in percent with one decimal place, never rounded up to all or down to none.
struct Share: CustomStringConvertible {
    let part: Int
    let whole: Int

    init(_ part: Int, of whole: Int) {
        self.part = part
        self.whole = whole
    }

    var fraction: Double { whole > 0 ? Double(part) / Double(whole) : 0 }

    var description: String {
        guard whole > 0 else { return "–" }
        guard part > 0 else { return "0%" }
        guard part < whole else { return "100%" }
        let tenths = Int(fraction * 1000)
        return tenths == 0 ? "<0.1%" : "\(tenths / 10).\(tenths % 10)%"
    }
}
