import ArgumentParser
import BIMI
import JSONText
import MailAuth

struct BIMISVGCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "svg",
        abstract: "Check logos against the profile SVG Tiny Portable/Secure.",
        discussion: """
            Takes SVG, also packed with gzip. Exit status: 0 when all keep to the profile, 1 when \
            one does not, 2 when one cannot be read.

            Example:
              waxwing bimi svg logo.svg
            """)

    @Argument(
        help: ArgumentHelp("Logos: files, or - for standard input.", valueName: "file"),
        completion: .file())
    var files: [String]

    @OptionGroup var results: OutputOptions

    func run() async throws {
        let output = results.output
        var statuses: [CommandStatus] = []
        for file in files {
            let report = BIMISVGReport(reading: file)
            statuses.append(report.status)
            try output.write(report)
        }
        try CommandStatus.combined(statuses).end()
    }
}

/// What is wrong with a logo.
struct BIMISVGReport: Presentable {
    /// Longest file that is read, in bytes: more than a logo may have, so that it is told.
    static let sizeLimit = 4 * SVGProfile.sizeInBytesLimit

    let name: String
    let indicator: Result<BIMIIndicator, BIMIIndicatorError>?
    let error: InputError?

    init(reading path: String) {
        name = path
        do {
            let bytes = try BoundedFile.read(path, limit: Self.sizeLimit)
            indicator = Result { () throws(BIMIIndicatorError) in try BIMIIndicator(bytes) }
            error = nil
        } catch {
            indicator = nil
            self.error = error
        }
    }

    var status: CommandStatus {
        switch indicator {
        case .success: .success
        case .failure: .problem
        case nil: .usage
        }
    }

    private var findings: [SVGFinding] {
        switch indicator {
        case .success(let indicator): indicator.advice
        case .failure(.profile(let findings)): findings
        case .failure(.packing), nil: []
        }
    }

    private var reason: String? {
        if case .failure(.packing(let reason)) = indicator { return reason }
        return error?.reason
    }

    var text: [TextBlock] {
        let outcome =
            reason.map { "error: \($0)" }
            ?? (status == .success ? "keeps to the profile" : "does not keep to the profile")
        return [
            .steps(
                EvaluationStep(
                    name == "-" ? "standard input" : name, outcome, tone: status.tone,
                    steps: findings.map {
                        EvaluationStep("\($0)", tone: $0.isBreach ? .bad : .unsure)
                    }))
        ]
    }

    var document: Document {
        .members([
            "file": .string(name),
            "result": .string(
                status == .success ? "pass" : status == .problem ? "fail" : "error"),
            "reason": .text(reason),
            "findings": .array(
                findings.map {
                    .members([
                        "line": .number($0.line), "text": .string("\($0.rule)"),
                        "breach": .bool($0.isBreach),
                    ])
                }),
        ])
    }
}
