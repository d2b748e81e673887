import ArgumentParser
import JSONText
import MailAuth
import MailTypes

struct DKIMSignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign a message.",
        discussion: """
            Prints the message with its DKIM-Signature field on top, in CRLF lines, as mail \
            transports it.

            Examples:
              waxwing dkim sign --key s1.pem --domain example.com --selector s1 in.eml > out.eml
              waxwing dkim sign --key s1.pem --domain example.com --selector s1 --field - < in.eml
            """)

    @Option(
        help: ArgumentHelp("The private key, RSA or Ed25519, as PEM.", valueName: "file"),
        completion: .file())
    var key: String

    @Option(help: "The signing domain (d=).")
    var domain: DomainArgument

    @Option(help: "The selector (s=).")
    var selector: DomainArgument

    @Option(
        help: ArgumentHelp(
            "How header section and body are written for hashing (c=): simple or relaxed.",
            valueName: "header/body"))
    var canonicalization = CanonicalizationArgument(header: .relaxed, body: .relaxed)

    @Option(help: ArgumentHelp("Seconds for which it holds (x=).", valueName: "seconds"))
    var lifetime: Int?

    @Flag(help: "Print the DKIM-Signature field alone.")
    var field = false

    @Argument(help: "The message: a file, or - for standard input.", completion: .file())
    var file: String

    @OptionGroup var clock: ClockOptions
    @OptionGroup var results: OutputOptions

    func validate() throws {
        guard (lifetime ?? 1) > 0 else {
            throw ValidationError("--lifetime takes a positive number of seconds.")
        }
    }

    func run() async throws {
        var signer = DKIMSigner(
            signingDomain: domain.name, selector: selector.name, key: try .read(key))
        signer.headerCanonicalization = canonicalization.header
        signer.bodyCanonicalization = canonicalization.body
        signer.lifetime = lifetime.map { .seconds($0) }
        let message = try MessageFile.read(file)
        let signature: [UInt8]
        do {
            signature = try signer.sign(message.bytes, at: clock.now)
        } catch .noFromField {
            throw InputError("there is no From field, which every signature covers", in: file)
        } catch {
            throw InputError("not signed: \(error)", in: file)
        }
        let output = results.output
        guard output.isText else {
            try output.write(SignedMessage(file: message, field: signature))
            return
        }
        for note in message.notes { warn("\(message.name): \(note.rawValue)") }
        try output.write(raw: field ? signature : signature + message.bytes)
    }
}

/// What signing made, for programs.
private struct SignedMessage: Presentable {
    let file: MessageFile
    let field: [UInt8]

    var text: [TextBlock] { [.verbatim(String(decoding: field, as: UTF8.self))] }

    var document: Document {
        .members([
            "file": .string(file.name), "field": .string(String(decoding: field, as: UTF8.self)),
            "notes": file.notes.isEmpty ? nil : .texts(file.notes.map(\.rawValue)),
        ])
    }
}

/// `relaxed/simple`; without a slash the body is simple (RFC 6376 §3.5).
struct CanonicalizationArgument: ExpressibleByArgument {
    let header: DKIMCanonicalization
    let body: DKIMCanonicalization

    init(header: DKIMCanonicalization, body: DKIMCanonicalization) {
        self.header = header
        self.body = body
    }

    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let header = DKIMCanonicalization(rawValue: String(parts[0])),
            let body = parts.count == 1
                ? .simple : DKIMCanonicalization(rawValue: String(parts[1]))
        else { return nil }
        self.init(header: header, body: body)
    }

    var defaultValueDescription: String { "\(header.rawValue)/\(body.rawValue)" }
}
