import Foundation
import JSONText

/// The failures that were judged: each with the reason why our answer stays as it is.
///
/// One file a topic, `Deviations/spf.json`: a list of `suite`, `case`, `reason`.
struct Deviations {
    private var reasons: [String: String] = [:]

    init(topic: String, folder: URL) throws {
        let file = folder.appending(path: "\(topic).json")
        guard let data = try? Data(contentsOf: file) else { return }
        for entry in try JSON.parse(Array(data)).elements {
            guard let suite = entry["suite"]?.text, let name = entry["case"]?.text,
                let reason = entry["reason"]?.text
            else { throw MalformedDeviation(file: file.path) }
            reasons[Self.key(suite, name)] = reason
        }
    }

    func reason(for outcome: Case) -> String? { reasons[Self.key(outcome.suite, outcome.name)] }

    /// The judged cases that pass, or are gone: the list has to lose them.
    func stale(after outcomes: [Case]) -> [String] {
        let suites = Set(outcomes.map(\.suite))
        let failed = Set(outcomes.filter { $0.failure != nil }.map { Self.key($0.suite, $0.name) })
        return reasons.keys.filter { key in
            !failed.contains(key) && suites.contains { key.hasPrefix($0 + "\n") }
        }.sorted().map { $0.replacing("\n", with: ": ") }
    }

    private static func key(_ suite: String, _ name: String) -> String { "\(suite)\n\(name)" }
}

struct MalformedDeviation: Error, CustomStringConvertible {
    let file: String
    var description: String { "\(file): each entry needs `suite`, `case` and `reason`" }
}
