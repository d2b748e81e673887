import ArgumentParser
import DNS
import JSONText
import MailAuth
import MailTypes

struct DANECommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dane",
        abstract: "Look at TLSA records of mail servers (RFC 7672).",
        discussion: """
            Examples:
              waxwing dane lookup mx.example.com
              waxwing dane check mx.example.com --certificates chain.pem
              waxwing dane record certificate.pem --host mx.example.com
            """,
        subcommands: [DANELookupCommand.self, DANECheckCommand.self, DANERecordCommand.self])

    /// Longest file of certificates, in bytes.
    static let sizeLimit = 16 * 1024 * 1024
}

struct DANELookupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookup",
        abstract: "Look up what DANE demands of those that send mail to a host.",
        discussion: """
            Only records that DNSSEC proves count, so a resolver is needed that says so. Exit \
            status: 0 when there are records that can be used, 1 when not, 3 when the DNS does not \
            answer.

            Example:
              waxwing dane lookup mx.example.com --trust-anchor /usr/share/dns/root.key
            """)

    @Argument(help: "The host, as an MX record names it.")
    var host: DNSNameArgument

    @Option(help: "The port.")
    var port: UInt16 = 25

    @OptionGroup var dns: DNSOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let lookup = await DANELookup.lookUp(
            host.name, port: port, resolver: try dns.resolver())
        let report = DANEReport(host: host.name, port: port, lookup: lookup, verdict: nil)
        try results.output.write(report)
        try report.status.end()
    }
}

struct DANECheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the certificates of a host against its TLSA records.",
        discussion: """
            Connects to nobody: the file has the certificates that the host shows, its own first, \
            as PEM. Exit status: 0 when they hold, 1 when not or when DANE does not apply, 3 when \
            the DNS does not answer.

            Example:
              waxwing dane check mx.example.com --certificates chain.pem
            """)

    @Argument(help: "The host, as an MX record names it.")
    var host: DNSNameArgument

    @Option(
        help: ArgumentHelp("The certificates, as PEM.", valueName: "file"), completion: .file())
    var certificates: String

    @Option(
        help: ArgumentHelp(
            "A domain whose secure MX record names the host: the certificate may be for it.",
            valueName: "domain"))
    var domain: DomainArgument?

    @Option(help: "The port.")
    var port: UInt16 = 25

    @OptionGroup var dns: DNSOptions
    @OptionGroup var clock: ClockOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let chain = try X509Certificate.read(certificates, limit: DANECommand.sizeLimit)
        let lookup = await DANELookup.lookUp(
            host.name, port: port, resolver: try dns.resolver())
        var verdict: DANEVerdict?
        if case .usable(let baseDomain, let records) = lookup {
            verdict =
                DANEVerification(
                    records: records,
                    referenceNames: DANEVerification.referenceNames(
                        baseDomain: baseDomain, nextHops: [domain?.name].compactMap(\.self)),
                    time: clock.now
                ).verify(chain)
        }
        let report = DANEReport(host: host.name, port: port, lookup: lookup, verdict: verdict)
        try results.output.write(report)
        try report.status.end()
    }
}

/// What the DNS demands of a host, and whether its certificates are that.
struct DANEReport: Presentable {
    let host: DNSName
    let port: UInt16
    let lookup: DANELookup
    let verdict: DANEVerdict?

    var status: CommandStatus {
        switch lookup {
        case .failed: .undetermined
        case .unusable, .notApplicable: .problem
        case .usable: verdict?.isPass ?? true ? .success : .problem
        }
    }

    private var records: [TLSARecord] {
        guard case .usable(_, let records) = lookup else { return [] }
        return records
    }

    private var reason: String? {
        if case .fail(let failure, _)? = verdict { return "\(failure)" }
        switch lookup {
        case .notApplicable(let reason), .failed(let reason): return reason
        case .usable, .unusable: return nil
        }
    }

    var text: [TextBlock] {
        [
            .steps(
                EvaluationStep(
                    "\(host), port \(port)", outcome, tone: status.tone,
                    steps: [lookup.step] + (verdict.map { [$0.step] } ?? [])))
        ]
    }

    var document: Document {
        .members([
            "host": .string(host.text), "port": .integer(Int64(port)),
            "result": .string(verdict.map { $0.isPass ? "pass" : "fail" } ?? word),
            "reason": .text(reason),
            "records": .texts(records.map { DNSRecordData.tlsa($0) }),
        ])
    }

    private var outcome: String {
        if let verdict { return verdict.isPass ? "pass" : "fail" }
        switch lookup {
        case .usable: return "DANE applies"
        case .unusable: return "DANE applies, without a record that can be used"
        case .notApplicable: return "DANE does not apply"
        case .failed: return "not known now"
        }
    }

    private var word: String {
        switch lookup {
        case .usable: "usable"
        case .unusable: "unusable"
        case .notApplicable: "notApplicable"
        case .failed: "temperror"
        }
    }
}
