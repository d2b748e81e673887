/// What is wrong with the configuration, where, and what to do about it.
struct ConfigurationProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// `waxwing.yaml:12`, or the name of an environment variable.
    let place: String
    let reason: String

    var description: String { "\(place): \(reason)" }

    /// What has no line comes last.
    fileprivate var line: Int {
        place.lastIndex(of: ":").flatMap { Int(place[place.index(after: $0)...]) } ?? .max
    }
}

/// Everything that is wrong with it, in the order of the file.
struct ConfigurationProblems: Error, Equatable, CustomStringConvertible {
    let problems: [ConfigurationProblem]

    init(_ problems: [ConfigurationProblem]) {
        // Stable: what stands in one line keeps its order.
        let indexed = problems.enumerated().map { ($0.element.line, $0.offset, $0.element) }
        self.problems = indexed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// The word among `words` that somebody who wrote `word` most likely meant; nil if none is near.
func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let limit = max(1, word.count / 3)
    return words.map { ($0, editDistance(word, $0)) }
        .filter { $0.1 <= limit }
        .min { $0.1 < $1.1 }?.0
}

/// How many letters have to be put in, left out or exchanged to make one word of the other.
private func editDistance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.utf8), Array(right.utf8.prefix(200)))
    var row = Array(0...right.count)
    for (index, byte) in left.prefix(200).enumerated() {
        var diagonal = row[0]
        row[0] = index + 1
        for column in right.indices {
            let change = diagonal + (right[column] == byte ? 0 : 1)
            diagonal = row[column + 1]
            row[column + 1] = min(change, row[column] + 1, diagonal + 1)
        }
    }
    return row[right.count]
}
