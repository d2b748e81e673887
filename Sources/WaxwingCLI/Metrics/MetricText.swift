/// Writes metrics as Prometheus reads them: its own text format, or OpenMetrics 1.0.0.
///
///     # HELP waxwing_deliveries_total How attempts ended.
///     # TYPE waxwing_deliveries_total counter
///     waxwing_deliveries_total{outcome="delivered"} 17
enum MetricText {
    enum Format: Sendable {
        case prometheus
        case openMetrics

        /// By the Accept field of a request.
        init(accept: String?) {
            self =
                accept?.contains("application/openmetrics-text") == true
                ? .openMetrics : .prometheus
        }

        var contentType: String {
            switch self {
            case .prometheus: "text/plain; version=0.0.4; charset=utf-8"
            case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
            }
        }
    }

    static func written(_ families: [MetricRegistry.Family], as format: Format) -> String {
        var text = ""
        for family in families where !family.samples.isEmpty {
            let total = family.kind == .counter ? "_total" : ""
            // OpenMetrics names the family, the older format what the samples are called.
            let title = family.name + (format == .openMetrics ? "" : total)
            text += "# HELP \(title) \(escaped(family.help, quotes: format == .openMetrics))\n"
            text += "# TYPE \(title) \(family.kind.rawValue)\n"
            for sample in family.samples {
                text += family.name + (family.kind == .counter ? total : sample.suffix)
                if !sample.labels.isEmpty {
                    let labels = sample.labels.map {
                        "\($0.name)=\"\(escaped($0.value, quotes: true))\""
                    }
                    text += "{\(labels.joined(separator: ","))}"
                }
                text += " \(number(sample.value))\n"
            }
        }
        return format == .openMetrics ? text + "# EOF\n" : text
    }

    private static func number(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 9e15 { return String(Int64(value)) }
        return value.isNaN ? "NaN" : value.isInfinite ? (value > 0 ? "+Inf" : "-Inf") : "\(value)"
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
