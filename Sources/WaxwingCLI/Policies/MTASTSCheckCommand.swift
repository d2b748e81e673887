import ArgumentParser
import DNS
import JSONText
import MailAuth
import MailTypes

struct MTASTSCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read an MTA-STS policy file, and see which hosts it allows.",
        discussion: """
            Exit status: 0 when the policy can be read and allows all hosts, 1 when not.

            Examples:
              waxwing mta-sts check --policy mta-sts.txt
              waxwing mta-sts check --policy mta-sts.txt --mx mx1.example.com
            """)

    @Option(
        help: ArgumentHelp("The policy; - for standard input.", valueName: "file"),
        completion: .file())
    var policy: String

    @Option(help: ArgumentHelp("A host of an MX record. May be repeated.", valueName: "host"))
    var mx: [DNSNameArgument] = []

    @OptionGroup var results: OutputOptions

    func run() async throws {
        let bytes = try BoundedFile.read(policy, limit: MTASTSPolicy.sizeInBytesLimit)
        let report = MTASTSPolicyReport(name: policy, file: bytes, hosts: mx.map(\.name))
        try results.output.write(report)
        try report.status.end()
    }
}

struct MTASTSPolicyReport: Presentable {
    /// Policies that expire sooner protect little (RFC 8461 §3.2 expects weeks).
    private static let advisedMaxAge = Duration.seconds(86_400)

    let name: String
    let policy: Result<MTASTSPolicy, SyntaxError>
    /// The line of the mistake.
    private let line: Int?
    let hosts: [DNSName]

    init(name: String, file: [UInt8], hosts: [DNSName]) {
        self.name = name
        self.hosts = hosts
        do {
            policy = .success(try MTASTSPolicy(parsing: file))
            line = nil
        } catch {
            policy = .failure(error)
            line = file.prefix(error.offset).count { $0 == 0x0A } + 1
        }
    }

    var status: CommandStatus {
        guard case .success(let policy) = policy, hosts.allSatisfy(policy.allows) else {
            return .problem
        }
        return .success
    }

    private var findings: [ReviewFinding] {
        switch policy {
        case .failure(let error):
            return [ReviewFinding(.bad, "line \(line ?? 1): expected \(error.expected)")]
        case .success(let policy):
            var findings: [ReviewFinding] = []
            switch policy.mode {
            case .enforce: break
            case .testing: findings.append(ReviewFinding(.plain, "failures are only reported"))
            case .none: findings.append(ReviewFinding(.plain, "nothing is demanded"))
            }
            if policy.mode != .none, policy.maxAge < Self.advisedMaxAge {
                findings.append(
                    ReviewFinding(.unsure, "max_age is less than a day, and should be weeks"))
            }
            return findings
        }
    }

    var text: [TextBlock] {
        var steps = findings.map(\.step)
        var outcome = "no policy that can be used"
        if case .success(let policy) = policy {
            outcome = "mode \(policy.mode.rawValue), for \(policy.maxAge.components.seconds) s"
            steps += policy.mxPatterns.map { EvaluationStep("mx: \($0)") }
            steps += hosts.map(policy.step)
        }
        return [
            .steps(
                EvaluationStep(
                    name == "-" ? "standard input" : name, outcome, tone: status.tone,
                    steps: steps))
        ]
    }

    var document: Document {
        let read = try? policy.get()
        return .members([
            "file": .string(name), "usable": .bool(read != nil),
            "mode": .text(read?.mode.rawValue),
            "maxAge": (read?.maxAge.components.seconds).map { .integer($0) },
            "mx": read.map { .texts($0.mxPatterns) },
            "findings": .array(findings.map(\.document)),
            "hosts": read.map { policy in
                .array(
                    hosts.map {
                        .members([
                            "host": .string($0.text), "allowed": .bool(policy.allows($0)),
                        ])
                    })
            },
        ])
    }
}
