import ArgumentParser
import DNS
import JSONText
import MailAuth
import MailTypes

struct DANERecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Print the TLSA record to publish for a certificate.",
        discussion: """
            It is a record 3 1 1: the digest of the key, which stays when the certificate is renewed \
            with the same key (RFC 7671 §5.1). Publish it before the certificate is used.

            Examples:
              waxwing dane record certificate.pem --host mx.example.com
              openssl s_client -starttls smtp -connect mx:25 < /dev/null | waxwing dane record -
            """)

    @Argument(
        help: "The certificates, that of the host first; - for standard input.",
        completion: .file())
    var file: String

    @Option(help: "The host; without one, the name in the record is relative.")
    var host: DomainArgument?

    @Option(help: "The port.")
    var port: UInt16 = 25

    @OptionGroup var results: OutputOptions

    func run() async throws {
        let certificates = try X509Certificate.read(file, limit: DANECommand.sizeLimit)
        let record = TLSARecord(
            certificateUsage: 3, selector: 1, matchingType: 1,
            associationData: SHA256Digest.hash(certificates[0].subjectPublicKeyInfo).bytes)
        try results.output.write(
            DANERecordReport(host: host?.name, port: port, record: record))
    }
}

struct DANERecordReport: Presentable {
    let host: DomainName?
    let port: UInt16
    let record: TLSARecord

    private var owner: String {
        let name = "_\(port)._tcp"
        return host.map { "\(name).\($0)." } ?? name
    }

    /// A line of a zone file (RFC 1035 §5.1).
    var zoneFileLine: String { "\(owner) 3600 IN TLSA \(DNSRecordData.tlsa(record))" }

    var text: [TextBlock] { [.verbatim(zoneFileLine)] }

    var document: Document {
        .members([
            "name": .string(owner), "type": .string("TLSA"),
            "value": .string("\(DNSRecordData.tlsa(record))"),
            "zoneFileLine": .string(zoneFileLine),
        ])
    }
}
