import ArgumentParser
import BIMI
import JSONText
import MailAuth
import MailTypes

struct BIMICertificateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "Check a mark certificate, and the logo in it.",
        discussion: """
            The file has the mark certificate first, then its issuers, as PEM. Without --roots the \
            last certificate of the file counts as the root, and whether anybody trusts it is left \
            open. Whether a certificate was revoked is not looked up. Exit status: 0 when it holds \
            for the domain, 1 when not, 2 when a file cannot be read.

            Examples:
              waxwing bimi certificate mark.pem --domain example.com --roots roots.pem
              waxwing bimi certificate mark.pem --domain example.com --svg logo.svg
            """)

    /// Longest file of certificates, in bytes.
    private static let sizeLimit = 16 * 1024 * 1024

    @Argument(help: "The certificates; - for standard input.", completion: .file())
    var file: String

    @Option(help: "The domain that it must be for.")
    var domain: DomainArgument

    @Option(help: ArgumentHelp("The selector of the record.", valueName: "name"))
    var selector = BIMISelectorArgument(selector: .default)

    @Option(
        help: ArgumentHelp("The roots that may vouch for marks, as PEM.", valueName: "file"),
        completion: .file())
    var roots: String?

    @Option(
        help: ArgumentHelp("A logo, which must be the one in it.", valueName: "file"),
        completion: .file())
    var svg: String?

    @OptionGroup var clock: ClockOptions
    @OptionGroup var results: OutputOptions

    func run() async throws {
        let mark: MarkCertificate
        do {
            mark = try MarkCertificate(
                parsing: try BoundedFile.read(file, limit: Self.sizeLimit))
        } catch let error as MarkCertificateFailure {
            throw InputError("\(error)", in: file)
        }
        let roots = try roots.map { try X509Certificate.read($0, limit: Self.sizeLimit) }
        let logo = try svg.map { path in
            BIMISVGReport.unpacked(try BoundedFile.read(path, limit: BIMISVGReport.sizeLimit))
        }
        let report = BIMICertificateReport(
            name: file, mark: mark, domain: domain.name, selector: selector.selector,
            roots: roots, logo: logo, now: clock.now)
        try results.output.write(report)
        try report.status.end()
    }
}

extension X509Certificate {
    /// Reads the certificates of a PEM file.
    static func read(_ path: String, limit: Int) throws(InputError) -> [X509Certificate] {
        let bytes = try BoundedFile.read(path, limit: limit)
        do {
            return try readingPEM(bytes)
        } catch {
            throw InputError("there are no certificates in it that can be read", in: path)
        }
    }
}

extension BIMISVGReport {
    /// The document of a logo that may be packed; as it is where it keeps to no profile.
    fileprivate static func unpacked(_ bytes: [UInt8]) -> [UInt8] {
        (try? BIMIIndicator(bytes))?.svg ?? bytes
    }
}

struct BIMICertificateReport: Presentable {
    let name: String
    let mark: MarkCertificate
    let domain: DomainName
    let hasRoots: Bool
    let findings: [ReviewFinding]

    init(
        name: String, mark: MarkCertificate, domain: DomainName, selector: BIMISelector,
        roots: [X509Certificate]?, logo: [UInt8]?, now: UnixTime
    ) {
        self.name = name
        self.mark = mark
        self.domain = domain
        hasRoots = roots != nil
        var findings: [ReviewFinding] = []
        let requirements = MarkCertificate.Requirements(
            roots: roots ?? [mark.issuers.last].compactMap(\.self))
        if let failure = mark.failure(
            for: [domain], selector: selector, requirements: requirements, at: now)
        {
            findings.append(ReviewFinding(.bad, "\(failure)"))
        }
        if roots == nil {
            findings.append(
                ReviewFinding(.unsure, "without --roots it is left open who trusts its root"))
        }
        findings += Self.review(mark, logo)
        self.findings = findings
    }

    /// What is to be said about the logo.
    private static func review(_ mark: MarkCertificate, _ logo: [UInt8]?) -> [ReviewFinding] {
        let packed: [UInt8]
        do {
            packed = try mark.packedIndicator()
        } catch {
            return [ReviewFinding(.bad, "\(error)")]
        }
        do {
            let indicator = try BIMIIndicator(packed)
            var findings = indicator.advice.map { ReviewFinding(.unsure, "its logo, \($0)") }
            if let logo, indicator.svg != logo {
                findings.append(ReviewFinding(.bad, "its logo is another than the one given"))
            }
            return findings
        } catch .profile(let breaches) {
            return breaches.map { ReviewFinding(.bad, "its logo, \($0)") }
        } catch {
            return [ReviewFinding(.bad, "its logo: \(error)")]
        }
    }

    var status: CommandStatus {
        findings.contains { $0.tone == .bad } ? .problem : .success
    }

    private var facts: [EvaluationStep] {
        let certificate = mark.certificate
        var steps = [
            EvaluationStep("subject", certificate.subject),
            EvaluationStep("issuer", certificate.issuer),
            EvaluationStep(
                "for",
                certificate.dnsNames.isEmpty
                    ? "no domain" : certificate.dnsNames.joined(separator: ", ")),
        ]
        if let type = mark.markType { steps.append(EvaluationStep("mark", type)) }
        if let validity = certificate.validity {
            steps.append(
                EvaluationStep(
                    "valid",
                    "\(validity.lowerBound.readable) to \(validity.upperBound.readable)"))
        }
        return steps
    }

    var text: [TextBlock] {
        let isDoubtful = findings.contains { $0.tone == .unsure }
        return [
            .steps(
                EvaluationStep(
                    name == "-" ? "standard input" : name,
                    status == .success ? "holds for \(domain)" : "does not hold for \(domain)",
                    tone: status != .success ? .bad : isDoubtful ? .unsure : .good,
                    steps: findings.map(\.step) + facts))
        ]
    }

    var document: Document {
        let certificate = mark.certificate
        return .members([
            "file": .string(name), "domain": .string(domain.text),
            "result": .string(status == .success ? "pass" : "fail"),
            "rootsGiven": .bool(hasRoots),
            "subject": .string(certificate.subject), "issuer": .string(certificate.issuer),
            "names": .texts(certificate.dnsNames), "markType": .text(mark.markType),
            "notBefore": .time(certificate.validity?.lowerBound),
            "notAfter": .time(certificate.validity?.upperBound),
            "findings": .array(findings.map(\.document)),
        ])
    }
}
