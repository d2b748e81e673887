import JSONText

/// A folder of the conformance data, such as `spf`, and how the formats in it are run.
///
/// Which files are suites is found out from their form, never from their names or number: another
/// file or folder of the same layout runs as well.
struct Topic: Sendable {
    /// The folder's name.
    let name: String
    /// Runs every case that stands in the folder.
    let run: @Sendable (DataFolder) async throws -> [Case]

    /// All topics that can be run, in the order of their names.
    static let all: [Topic] = [
        .addresses,
        .arc,
        .authenticationResults,
        .bimi,
        .dane,
        .deliveryStatus,
        .dkim,
        .dmarc,
        .dmarcReports,
        .feedbackReports,
        .handlebars,
        .headers,
        .mime,
        .mtaSTS,
        .pipeline,
        .psl,
        .spf,
        .tlsRPT,
    ]
}

/// One case of a published suite, and what became of it.
struct Case: Sendable {
    /// Where it stands: the path of its file or folder, below the topic's folder.
    let suite: String
    /// What tells it from the others of its suite.
    let name: String
    /// What was expected and what came instead; nil when the case passed.
    let failure: String?

    init(_ suite: String, _ name: String, failure: String?) {
        self.suite = suite
        self.name = name
        self.failure = failure
    }

    /// A case that passes when both are equal.
    init<Value: Equatable>(_ suite: String, _ name: String, expected: Value, actual: Value) {
        self.init(
            suite, name,
            failure: expected == actual ? nil : "expected \(expected), got \(actual)")
    }
}
