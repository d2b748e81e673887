/// A small bar in a table: how much of a source's mail passed, in proportion to the largest.
struct ShareBar {
    let passed: Int
    let failed: Int
    let largest: Int

    private static let width = 120.0

    var html: HTMLText {
        let good = Self.width * Share(passed, of: largest).fraction
        let bad = Self.width * Share(failed, of: largest).fraction
        let title = "\(passed) passed, \(failed) failed"
        return """
            <svg width="120" height="10" viewBox="0 0 120 10" role="img" aria-label="\(title)">\
            <title>\(title)</title>\
            <rect class="fill-good" width="\(passed > 0 ? max(good, 1) : 0)" height="10"/>\
            <rect class="fill-bad" x="\(good)" width="\(failed > 0 ? max(bad, 1) : 0)" \
            height="10"/></svg>
            """
    }
}
