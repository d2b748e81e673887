import ArgumentParser
import DNS
import JSONText
import MailAuth
import MailTypes

struct ARCSealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "Add an ARC set to a message that is handed on.",
        discussion: """
            Verifies the chain that is there first, and takes the results of authentication from \
            the message's own Authentication-Results fields with the given identifier: put those in \
            first. Prints the message with the three new fields on top, in CRLF lines. Exit status: \
            0 when it was sealed, 1 when nothing may follow its chain, 2 when it cannot be read, 3 \
            when a key could not be looked up.

            Example:
              waxwing arc seal --key s1.pem --domain example.org --selector s1 \
            --authserv-id mx.example.org in.eml > out.eml
            """)

    @Option(
        help: ArgumentHelp("The private key, RSA or Ed25519, as PEM.", valueName: "file"),
        completion: .file())
    var key: String

    @Option(help: "The sealing domain (d=).")
    var domain: DomainArgument

    @Option(help: "The selector (s=).")
    var selector: DomainArgument

    @Option(
        help: ArgumentHelp(
            "The identifier in the Authentication-Results fields that are sealed.", valueName: "id")
    )
    var authservId: String

    @Flag(help: "Print the three fields alone.")
    var field = false

    @Argument(help: "The message: a file, or - for standard input.", completion: .file())
    var file: String

    @OptionGroup var dns: DNSOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var results: OutputOptions

    func validate() throws {
        guard !authservId.isEmpty, authservId.utf8.allSatisfy({ $0.isVisible || $0 >= 0x80 }) else {
            throw ValidationError("--authserv-id takes a word, as a rule the name of a host.")
        }
    }

    func run() async throws {
        let sealer = ARCSealer(
            signingDomain: domain.name, selector: selector.name, key: try .read(key))
        let message = try MessageFile.read(file)
        let keys = ResolverDKIMKeys(try dns.resolver())
        let now = clock.now
        let chain = await ARCVerifier(rules: .listed).verify(message.bytes, keys: keys, now: now)
        let payload = ARCAuthenticationResults.payload(
            from: message.bytes[...], authservID: authservId)
        let sealing: ARCSealing
        do {
            sealing = try sealer.seal(
                message.bytes[...], chain: chain, authenticationResults: payload, at: now)
        } catch {
            throw InputError("not sealed: \(error)", in: file)
        }
        let output = results.output
        let report = ARCSealReport(file: message, chain: chain, sealing: sealing)
        guard case .sealed(let fields) = sealing, output.isText else {
            try output.write(report)
            return try report.status.end()
        }
        for note in message.notes { warn("\(message.name): \(note.rawValue)") }
        if payload.elementsEqual("\(authservId); none".utf8) {
            warn("\(message.name): no Authentication-Results of \(authservId), so none are sealed")
        }
        try output.write(raw: field ? fields : fields + message.bytes)
    }
}

/// What came of sealing, where it is not the message itself that is printed.
private struct ARCSealReport: Presentable {
    let file: MessageFile
    let chain: ARCEvaluation
    let sealing: ARCSealing

    var status: CommandStatus {
        switch sealing {
        case .sealed: .success
        case .notSealed(.keyUnknown): .undetermined
        case .notSealed(.sealedAsFailed), .notSealed(.tooManySets): .problem
        }
    }

    private var reason: String? {
        switch sealing {
        case .sealed: nil
        case .notSealed(.keyUnknown):
            "a key could not be looked up, and sealing the chain as failed would be for good"
        case .notSealed(.sealedAsFailed): "the newest seal says cv=fail, and nothing may follow it"
        case .notSealed(.tooManySets): "the chain has 50 sets already"
        }
    }

    private var fields: [UInt8]? {
        guard case .sealed(let fields) = sealing else { return nil }
        return fields
    }

    var text: [TextBlock] {
        [
            .steps(
                EvaluationStep(
                    file.name == "-" ? "standard input" : file.name,
                    reason.map { "not sealed: \($0)" } ?? "sealed", tone: status.tone,
                    steps: [chain.step]))
        ]
    }

    var document: Document {
        .members([
            "file": .string(file.name),
            "result": .string(fields == nil ? "notSealed" : "sealed"),
            "reason": .text(reason), "chain": .string(chain.status.rawValue),
            "fields": .text(fields.map { String(decoding: $0, as: UTF8.self) }),
            "notes": file.notes.isEmpty ? nil : .texts(file.notes.map(\.rawValue)),
        ])
    }
}
