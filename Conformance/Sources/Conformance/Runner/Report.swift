/// What running the topics showed, as a table for a terminal and as a page for the documents.
struct Report {
    struct Row {
        let topic: String
        let suite: String
        var cases = 0
        var passed = 0
        var deviations: [(name: String, failure: String, reason: String)] = []
        var unexpected: [(name: String, failure: String)] = []
    }

    var rows: [Row] = []
    var stale: [String] = []

    /// Whether the failures are the judged ones, and no others.
    var holds: Bool { stale.isEmpty && rows.allSatisfy(\.unexpected.isEmpty) }

    mutating func add(topic: String, _ outcomes: [Case], deviations: Deviations) {
        var found: [String: Row] = [:]
        for outcome in outcomes {
            var row = found[outcome.suite] ?? Row(topic: topic, suite: outcome.suite)
            row.cases += 1
            if let failure = outcome.failure {
                if let reason = deviations.reason(for: outcome) {
                    row.deviations.append((outcome.name, failure, reason))
                } else {
                    row.unexpected.append((outcome.name, failure))
                }
            } else {
                row.passed += 1
            }
            found[outcome.suite] = row
        }
        rows += found.values.sorted { $0.suite < $1.suite }
        stale += deviations.stale(after: outcomes).map { "\(topic)/\($0)" }
    }

    /// Columns of a fixed width, the failing cases below.
    var text: String {
        let width = rows.map { $0.topic.count + 1 + $0.suite.count }.max() ?? 0
        var lines = rows.map { row in
            let name = "\(row.topic)/\(row.suite)"
            return name + String(repeating: " ", count: width - name.count)
                + "  " + Self.padded(row.cases) + Self.padded(row.passed)
                + Self.padded(row.deviations.count) + Self.padded(row.unexpected.count)
        }
        lines.insert(
            "suite" + String(repeating: " ", count: max(0, width - 5))
                + "     cases   passed   judged   failed", at: 0)
        for row in rows {
            for failure in row.unexpected {
                lines.append(
                    "FAILED \(row.topic)/\(row.suite): \(failure.name): \(failure.failure)")
            }
        }
        for name in stale { lines.append("STALE \(name): listed as a deviation, and it passes") }
        let judged = rows.map(\.deviations.count).reduce(0, +)
        let failed = rows.map(\.unexpected.count).reduce(0, +)
        if judged > 0 { lines.append("\(judged) more fail as judged: Conformance/Deviations") }
        lines.append("\(rows.map(\.passed).reduce(0, +)) passed, \(failed) failed")
        return lines.joined(separator: "\n")
    }

    /// `docs/conformance.md`.
    var markdown: String {
        var lines = [
            "# Conformance", "",
            "How Waxwing's libraries answer the test data that other projects published. Made by",
            "`make conformance CONFORMANCE=DIR`, which fails when a case fails that is not listed here.",
            "", "| Suite | Cases | Passed | Deviations |", "| --- | ---: | ---: | ---: |",
        ]
        for row in rows {
            lines.append(
                "| `\(row.topic)/\(row.suite)` | \(row.cases) | \(row.passed) | \(row.deviations.count) |"
            )
        }
        lines += ["", "## Deviations", ""]
        for row in rows where !row.deviations.isEmpty {
            lines += ["### \(row.topic)/\(row.suite)", ""]
            lines += ["| Case | What differs | Why ours stays |", "| --- | --- | --- |"]
            for deviation in row.deviations {
                lines.append(
                    "| \(Self.cell(deviation.name)) | \(Self.cell(deviation.failure)) | \(Self.cell(deviation.reason)) |"
                )
            }
            lines.append("")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func padded(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: " ", count: max(0, 9 - text.count)) + text
    }

    private static func cell(_ text: String) -> String {
        var text = text.replacing("|", with: "\\|").replacing("\r", with: "␍").replacing(
            "\n", with: "␊")
        text = text.replacing("<", with: "&lt;")
        return text.count > 300 ? text.prefix(300) + "…" : text
    }
}
