import ArgumentParser
import DNS
import MailAuth
import MailDiagnosis
import MailMessage
import MailTypes
import PublicSuffixes

struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Say why a message or a domain fails DMARC, and what mends it.",
        subcommands: [WhyMessageCommand.self, WhyHeadersCommand.self, WhyDomainCommand.self])
}

struct WhyMessageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message",
        abstract: "Evaluate a whole message.",
        discussion: """
            SPF needs what the SMTP session showed. What is not given is taken from the message: \
            the address and HELO from the topmost Received field, the reverse-path from \
            Return-Path.

            Exit status: 0 when DMARC passes, 1 when it does not, 2 when the file cannot be read, \
            3 when DNS did not answer.

            Examples:
              waxwing why message message.eml
              waxwing why message --ip 192.0.2.7 --helo mx.example.com --mail-from a@example.com m.eml
              waxwing why message --dns example.zone message.eml
            """)

    @Argument(help: "The message, or - for standard input.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("Address of the client that sent it.", valueName: "address"))
    var ip: String?

    @Option(help: ArgumentHelp("What the client said behind EHLO.", valueName: "name"))
    var helo: String?

    @Option(help: ArgumentHelp("Its reverse-path; empty for a bounce.", valueName: "address"))
    var mailFrom: String?

    @OptionGroup var dns: DNSOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let message = try MessageFile.read(file)
        let fields = (try? Message(parsing: message.bytes))?.headerSection ?? HeaderSection()
        var authenticator = MessageAuthenticator(explainsFailures: true)
        authenticator.dmarc.isThorough = true
        authenticator.dkimRules.isPublicSuffix = { PublicSuffixList.builtin.isPublicSuffix($0) }
        let evaluation = await authenticator.evaluate(
            message.bytes[...], from: try origin(fields), resolver: try dns.resolver(),
            now: clock.now)
        var diagnosis = Diagnosis(of: MessageEvidence(evaluation, fields))
        diagnosis.steps = evaluation.steps
        try results.output.write(
            DiagnosisReport(
                subject: file == "-" ? "standard input" : file, diagnosis: diagnosis,
                result: evaluation.dmarc.result.rawValue))
        switch evaluation.dmarc.result {
        case .pass: return
        case .temperror: try CommandStatus.undetermined.end()
        case .none, .fail, .permerror: try CommandStatus.problem.end()
        }
    }

    private func origin(_ fields: HeaderSection) throws -> MessageOrigin {
        let received = Message(headerSection: fields, body: []).received.first
        var origin = MessageOrigin(
            clientAddress: received?.fromAddress, helo: received?.helo ?? received?.from)
        if let ip {
            guard let address = IPAddress(parsing: ip) else {
                throw ValidationError("--ip takes an IPv4 or IPv6 address, not “\(ip)”.")
            }
            origin.clientAddress = address
        }
        if let helo { origin.helo = helo }
        let path = mailFrom ?? fields["Return-Path"]
        origin.reversePath = path.flatMap { text in
            let address = text.filter { !"<> ".contains($0) }
            return address.isEmpty
                ? .null : (try? Mailbox(parsing: address)).map { .mailbox($0) }
        }
        if mailFrom != nil, origin.reversePath == nil {
            throw ValidationError("--mail-from takes an address, or nothing for a bounce.")
        }
        return origin
    }
}

struct WhyHeadersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "headers",
        abstract: "Read what a receiver wrote into copied header fields.",
        discussion: """
            Takes Authentication-Results, ARC-*, Received and Return-Path at their word: the \
            message itself is not needed. Fields copied from a web page, without the white space \
            of folded lines, will do.

            Example:
              waxwing why headers copied.txt
            """)

    @Argument(help: "The header fields, or - for standard input.", completion: .file())
    var file: String

    @OptionGroup var results: OutputOptions

    func run() async throws {
        let bytes = try MessageFile.read(file).bytes
        let headers = ReportedHeaders(copied: bytes[...])
        let evidence = await headers.evidence { domain in
            PublicSuffixList.builtin.registrableDomain(of: domain) ?? domain
        }
        var diagnosis = Diagnosis(of: evidence)
        diagnosis.steps = headers.steps
        try results.output.write(
            DiagnosisReport(
                subject: file == "-" ? "standard input" : file, diagnosis: diagnosis,
                result: evidence.dmarc.result ?? "unknown"))
        if evidence.dmarc.result != "pass" { try CommandStatus.problem.end() }
    }
}

struct WhyDomainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "domain",
        abstract: "Look at what a domain publishes for SPF, DKIM and DMARC.",
        discussion: """
            Exit status: 0 when nothing stands in the way, 1 when something does, 3 when DNS did \
            not answer.

            Examples:
              waxwing why domain example.com
              waxwing why domain --selector s1 --selector s2 example.com
            """)

    @Argument var domain: DomainArgument

    @Option(help: ArgumentHelp("A DKIM selector to look at; may be repeated.", valueName: "name"))
    var selector: [DomainArgument] = []

    @OptionGroup var dns: DNSOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let diagnosis = await Diagnosis.ofDomain(
            domain.name, selectors: selector.map(\.name), resolver: try dns.resolver())
        try results.output.write(
            DiagnosisReport(
                subject: domain.name.text, diagnosis: diagnosis,
                result: diagnosis.hasCause ? "problem" : "ok"))
        guard diagnosis.hasCause else { return }
        let onlyLookups = diagnosis.findings.allSatisfy {
            $0.weight != .cause || $0.cause == .lookupFailed
        }
        try (onlyLookups ? CommandStatus.undetermined : .problem).end()
    }
}
