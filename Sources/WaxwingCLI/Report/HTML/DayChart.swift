/// A bar for each day: messages that failed stand on those that passed.
struct DayChart {
    let activity: DomainActivity

    /// Most bars that can be told apart; of more days only the last are drawn.
    private static let barLimit = 120
    private static let height = 150
    private static let bottom = 130
    private static let top = 12
    private static let width = 1000
    private static let left = 44

    var html: HTMLText {
        let all = activity.allDays(limit: Self.barLimit)
        let shown = all ?? activity.daysInOrder.suffix(Self.barLimit)
        guard let first = shown.first, let last = shown.last else { return "" }
        let highest = max(1, shown.map { $0.counts.passed.adding($0.counts.failed) }.max() ?? 1)
        let label = "Messages by day, \(first.date) to \(last.date), at most \(highest) a day"
        let step = Double(Self.width - Self.left) / Double(max(shown.count, 20))
        let bars = HTMLText.joined(
            shown.enumerated().map { index, day in
                bar(day, x: Double(Self.left) + Double(index) * step, step: step, highest: highest)
            })
        return """
            <figure class="wide"><figcaption>Messages by day \
            <span class="faint">passed below, failed on top\
            \(all == nil ? "; days without reports are left out" : "")</span></figcaption>\
            <svg class="days" width="\(Self.width)" height="\(Self.height)" \
            viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(label)">\
            <title>\(label)</title>\
            <line x1="\(Self.left)" x2="\(Self.width)" y1="\(Self.top)" y2="\(Self.top)"/>\
            <line x1="\(Self.left)" x2="\(Self.width)" y1="\(Self.bottom)" y2="\(Self.bottom)"/>\
            <text x="\(Self.left - 6)" y="\(Self.top + 4)" text-anchor="end">\
            \(DonutChart.short(highest))</text>\
            <text x="\(Self.left - 6)" y="\(Self.bottom)" text-anchor="end">0</text>\
            \(bars)\(dates(shown.map(\.date), step: step))</svg></figure>

            """
    }

    private func bar(
        _ day: (date: String, counts: DomainActivity.Day), x: Double, step: Double, highest: Int
    ) -> HTMLText {
        let room = Double(Self.bottom - Self.top)
        let passed = room * Share(day.counts.passed, of: highest).fraction
        let failed = room * Share(day.counts.failed, of: highest).fraction
        let base = Double(Self.bottom)
        let width = max(step - 2, step * 0.7)
        func part(_ fill: String, y: Double, height: Double) -> HTMLText {
            guard height > 0 else { return "" }
            // The smallest count is still to be seen.
            let seen = max(height, 1)
            return """
                <rect class="\(fill)" x="\(x)" y="\(y + height - seen)" width="\(width)" \
                height="\(seen)"/>
                """
        }
        let title = "\(day.date): \(day.counts.passed) passed, \(day.counts.failed) failed"
        return """
            <g><title>\(title)</title>\
            \(part("fill-good", y: base - passed, height: passed))\
            \(part("fill-bad", y: base - passed - failed, height: failed))</g>
            """
    }

    /// The first day and the last one, if there is room for both.
    private func dates(_ dates: [String], step: Double) -> HTMLText {
        let y = Self.bottom + 15
        let end = Double(Self.left) + Double(dates.count) * step
        let first: HTMLText = "<text x=\"\(Self.left)\" y=\"\(y)\">\(dates[0])</text>"
        guard dates.count > 1, end - Double(Self.left) > 150 else {
            return first
        }
        return first
            + "<text x=\"\(end)\" y=\"\(y)\" text-anchor=\"end\">\(dates[dates.count - 1])</text>"
    }
}
