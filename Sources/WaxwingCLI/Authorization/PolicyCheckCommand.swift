import AccessPolicies
import ArgumentParser
import JSONText
import MailAuth
import MailTypes
import WaxwingCore

struct PolicyCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say whether a document is a policy, and where it is wrong.",
        discussion: """
            Exit status: 0 when all of them are policies, 1 when not.

            Examples:
              waxwing policy check policy.json --identity example.com --owner 000000000000
              waxwing policy check --identity-based send.json
            """)

    @Argument(help: "The policies; - for standard input.", completion: .file())
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "The identity that it is to be a policy of: a domain or an address.",
            valueName: "name"))
    var identity: String?

    @Option(
        help: ArgumentHelp(
            "The identity's account; that of the policy's resource unless given.",
            valueName: "account"))
    var owner: String?

    @Option(
        help: ArgumentHelp(
            "The identity's region; that of the policy's resource unless given.",
            valueName: "region"))
    var region: String?

    @Flag(help: "It is a policy of a user or a role, which names no principal.")
    var identityBased = false

    @OptionGroup var results: OutputOptions

    func validate() throws {
        guard !identityBased || identity == nil else {
            throw ValidationError("A policy is an identity's or, with --identity-based, a user's.")
        }
    }

    func run() async throws {
        let place = try IdentityPlace(identity: identity, owner: owner, region: region)
        let reports = try files.map { file in
            PolicyCheckReport(
                try PolicySource(reading: file),
                as: identityBased ? .identityBased : .resourceBased,
                place)
        }
        for report in reports { try results.output.write(report) }
        try CommandStatus.combined(reports.map(\.status)).end()
    }
}

/// What a document is as a policy.
struct PolicyCheckReport: Presentable {
    let source: PolicySource
    let policy: PolicyDocument?
    /// What is wrong; nil for a policy that is taken.
    let problem: String?

    init(_ source: PolicySource, as kind: PolicyDocument.Kind, _ place: IdentityPlace) {
        self.source = source
        do throws(PolicyError) {
            policy = try Self.read(source, as: kind, place)
            problem = nil
        } catch {
            policy = nil
            problem = source.problem(error)
        }
    }

    private static func read(
        _ source: PolicySource, as kind: PolicyDocument.Kind, _ place: IdentityPlace
    ) throws(PolicyError) -> PolicyDocument {
        let policy = try PolicyDocument(parsing: source.bytes, as: kind)
        guard kind == .resourceBased else { return policy }
        let arn = place.arn(or: policy.identityARN)
        return try SESIdentityPolicyRules(identityARN: arn).read(source.bytes)
    }

    var status: CommandStatus { problem == nil ? .success : .problem }

    var text: [TextBlock] {
        let steps =
            problem.map { [EvaluationStep($0, tone: .bad)] }
            ?? (policy?.statements ?? []).map(\.step)
        return [
            .steps(
                EvaluationStep(
                    source.file == "-" ? "standard input" : source.file,
                    problem == nil ? "a policy" : "no policy that is taken", tone: status.tone,
                    steps: steps))
        ]
    }

    var document: Document {
        .members([
            "file": .string(source.file), "valid": .bool(problem == nil),
            "problem": .text(problem), "version": .text(policy?.version.rawValue),
            "id": .text(policy?.id),
            "statements": policy.map { .array($0.statements.map(\.document)) },
        ])
    }
}

extension PolicyStatement {
    fileprivate var step: EvaluationStep {
        var steps: [EvaluationStep] = []
        if let (scope, listed) = principals {
            steps.append(
                EvaluationStep(
                    Self.text("Principal", scope, listed.map(\.description))))
        }
        steps.append(EvaluationStep(Self.text("Action", actions.scope, actions.listed)))
        steps.append(EvaluationStep(Self.text("Resource", resources.scope, resources.listed)))
        steps += conditions.map {
            EvaluationStep("\($0.operatorName) \($0.key): \($0.values.joined(separator: ", "))")
        }
        return EvaluationStep(effect.rawValue, sid ?? "", steps: steps)
    }

    private static func text(_ what: String, _ scope: Scope, _ listed: [String]) -> String {
        "\(scope == .only ? "" : "Not")\(what): \(listed.joined(separator: ", "))"
    }

    fileprivate var document: Document {
        .members([
            "sid": .text(sid), "effect": .string(effect.rawValue),
            "principals": (principals?.listed).map { .texts($0) },
            "actions": .texts(actions.listed), "resources": .texts(resources.listed),
            "conditions": .array(
                conditions.map {
                    .members([
                        "operator": .string($0.operatorName), "key": .string($0.key.name),
                        "values": .texts($0.values),
                    ])
                }),
        ])
    }
}
