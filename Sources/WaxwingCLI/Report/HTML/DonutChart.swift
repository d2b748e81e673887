/// A ring of parts of a whole, with the whole in its middle and a legend beside it.
struct DonutChart {
    struct Part {
        let name: String
        let count: Int
        /// One of the `fill-…` classes.
        let fill: String
    }

    let title: String
    let unit: String
    let parts: [Part]

    private static let radius = 50.0
    private static let hole = 34.0
    private static let center = 60.0

    var html: HTMLText {
        let shown = parts.filter { $0.count > 0 }
        let total = shown.reduce(0) { $0.adding($1.count) }
        let described = shown.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
        let legend = HTMLText.joined(
            shown.map { part in
                """
                <li><svg width="10" height="10" aria-hidden="true"><rect class="\(part.fill)" \
                width="10" height="10" rx="2"/></svg>\(part.name) \(part.count) \
                <span class="faint">\(Share(part.count, of: total))</span></li>
                """
            })
        return """
            <figure><figcaption>\(title)</figcaption><div class="donut">\
            <svg width="120" height="120" viewBox="0 0 120 120" role="img" \
            aria-label="\(title): \(described)"><title>\(title): \(described)</title>\
            \(rings(shown, total))\
            <text class="number" x="60" y="62" text-anchor="middle">\(Self.short(total))</text>\
            <text x="60" y="77" text-anchor="middle">\(unit)</text></svg>\
            <ul class="legend">\(legend)</ul></div></figure>

            """
    }

    private func rings(_ parts: [Part], _ total: Int) -> HTMLText {
        var start = 0.0
        return .joined(
            parts.map { part in
                let end = start + Share(part.count, of: total).fraction
                defer { start = end }
                let title: HTMLText = "<title>\(part.name): \(part.count)</title>"
                // An arc that ends where it begins would not be drawn.
                if end - start > 0.9999 {
                    return """
                        <path class="\(part.fill)" fill-rule="evenodd" d="\
                        \(Self.circle(Self.radius))\(Self.circle(Self.hole))">\(title)</path>
                        """
                }
                return "<path class=\"\(part.fill)\" d=\"\(Self.arc(start, end))\">\(title)</path>"
            })
    }

    private static func circle(_ radius: Double) -> String {
        let top = Decimal(center - radius)
        let bottom = Decimal(center + radius)
        return "M60 \(top)A\(Decimal(radius)) \(Decimal(radius)) 0 1 1 60 \(bottom)"
            + "A\(Decimal(radius)) \(Decimal(radius)) 0 1 1 60 \(top)Z"
    }

    private static func arc(_ start: Double, _ end: Double) -> String {
        let large = end - start > 0.5 ? 1 : 0
        return "M\(point(start, radius))A\(Decimal(radius)) \(Decimal(radius)) 0 \(large) 1 "
            + "\(point(end, radius))L\(point(end, hole))"
            + "A\(Decimal(hole)) \(Decimal(hole)) 0 \(large) 0 \(point(start, hole))Z"
    }

    /// A point of the circle, from the top on clockwise.
    private static func point(_ turn: Double, _ radius: Double) -> String {
        let (sine, cosine) = CircleMath.sineAndCosine(turn: turn)
        return "\(Decimal(center + radius * sine)) \(Decimal(center - radius * cosine))"
    }

    /// `1234`, `56k`, `7.8M`: it must fit into the hole.
    static func short(_ count: Int) -> String {
        for (limit, unit) in [(1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k")]
        where count >= limit && count >= 10_000 {
            let tenths = count / (limit / 10)
            return tenths < 100 ? "\(tenths / 10).\(tenths % 10)\(unit)" : "\(tenths / 10)\(unit)"
        }
        return "\(count)"
    }
}

/// A number of an SVG path: two decimal places suffice.
private struct Decimal: CustomStringConvertible {
    let description: String

    init(_ value: Double) { description = "\((value * 100).rounded() / 100)" }
}
