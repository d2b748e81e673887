import ArgumentParser
import DNS
import Foundation
import JSONText
import MailAuth
import MailTypes

struct DKIMKeygenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keygen",
        abstract: "Make a key pair, and the record to publish.",
        discussion: """
            Prints the record as a line of a zone file, its text in strings of at most 255 bytes. \
            The private key goes to the file given, which only its owner may read, or is printed \
            before the record.

            Examples:
              waxwing dkim keygen --selector s1 --domain example.com --out s1.pem
              waxwing dkim keygen --type ed25519 --selector e1 --domain example.com --json
            """)

    enum KeyType: String, ExpressibleByArgument, CaseIterable {
        case rsa, ed25519
    }

    @Option(help: "The kind of key: rsa, which every receiver knows, or ed25519.")
    var type = KeyType.rsa

    @Option(help: "Size of an RSA key: 1024 to 4096. (default: 2048)")
    var bits: Int?

    @Option(help: "The selector, under which the record is published.")
    var selector = DomainArgument(name: "s1")

    @Option(help: "The domain; without one, the name in the record is relative.")
    var domain: DomainArgument?

    @Option(
        name: .customLong("out"),
        help: ArgumentHelp("Write the private key to this new file.", valueName: "file"),
        completion: .file())
    var file: String?

    @OptionGroup var results: OutputOptions

    func validate() throws {
        guard let bits else { return }
        guard type == .rsa else { throw ValidationError("Ed25519 keys have one size: no --bits.") }
        guard RSAPrivateKey.sizesInBits.contains(bits) else {
            throw ValidationError("--bits takes 1024 to 4096 (RFC 8301 §3.2).")
        }
    }

    func run() async throws {
        let key: DKIMPrivateKey =
            switch type {
            case .rsa: .rsa(try .generate(sizeInBits: bits ?? 2048))
            case .ed25519: .ed25519(try .generate())
            }
        if let file { try Self.write(key.pem, to: file) }
        try results.output.write(
            GeneratedDKIMKey(
                pem: file == nil ? key.pem : nil, file: file, record: key.keyRecord,
                selector: selector.name, domain: domain?.name))
    }

    /// Writes a file that nobody else may read, and never over another one: that key may be in use.
    private static func write(_ pem: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let reason = errno == EEXIST ? "it is there already" : String(cString: strerror(errno))
            throw InputError("the key was not written: \(reason)", in: path)
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Array(pem.utf8))
        try handle.close()
    }
}
