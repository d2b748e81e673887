import DNS
import MailAuth
import MailMessage
import MailReports
import MailTypes
import SMTP

/// What one input does to each parser. Nothing may trap, and what is read and written agrees with
/// itself. The corpora in `Fuzz/Corpora` are replayed by the ordinary tests, through this code.
public enum FuzzTarget: String, CaseIterable, Sendable {
    case addresses
    case headers
    case mime
    case dkim
    case dns
    case smtp
    case reports
    case http

    public func run(_ bytes: [UInt8]) {
        check(bytes)
        // The same once more in the letters of mail: random bytes seldom spell a header field.
        check(bytes.map { Self.alphabet[Int($0) % Self.alphabet.count] })
    }

    private static let alphabet = Array(
        "\r\n\r\n :;=<>@,.\"\\()[]?-_/%+&{}'*abcdefABCDEF01234567".utf8)

    private func check(_ bytes: [UInt8]) {
        switch self {
        case .addresses: Self.addresses(bytes)
        case .headers: Self.headers(bytes)
        case .mime: Self.mime(bytes)
        case .dkim: Self.dkim(bytes)
        case .dns: Self.dns(bytes)
        case .smtp: Self.smtp(bytes)
        case .reports: Self.reports(bytes)
        case .http: fuzzHTTP(bytes)
        }
    }

    /// Traps, so that the fuzzer sees it, in every build.
    static func require(_ holds: Bool, _ what: StaticString) {
        if !holds { preconditionFailure("broken: \(what)") }
    }
}

extension FuzzTarget {
    private static func addresses(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if let mailbox = try? Mailbox(parsing: text) {
            let again = try? Mailbox(parsing: mailbox.formatted)
            require(again == mailbox, "a mailbox is read as it was written")
        }
        _ = try? StrictAddress(parsing: text)
        _ = AddressList.reading(bytes[...])
        _ = IPAddress(parsing: text).map { IPAddress(parsing: $0.description) }
        var cursor = ByteCursor(bytes[...])
        _ = try? cursor.readReversePath()
        cursor = ByteCursor(bytes[...])
        _ = try? cursor.readForwardPath()
    }

    private static func headers(_ bytes: [UInt8]) {
        guard let message = try? Message(parsing: bytes) else { return }
        require(message.formatted == bytes, "a message keeps its bytes")
        for field in message.headerSection.fields {
            _ = field.text
            _ = try? UnixTime(parsingMessageDate: field.rawValue)
            _ = try? ContentType(parsing: field.rawValue)
            _ = try? ContentDisposition(parsing: field.rawValue)
        }
        let normalized = LineEndings.normalized(bytes)
        require(LineEndings.normalized(normalized) == normalized, "line ends are mended once")
    }

    private static func mime(_ bytes: [UInt8]) {
        guard let message = try? Message(parsing: bytes) else { return }
        let tree = message.parts
        require(tree.count <= PartTree.countLimit + 1, "parts are bounded")
        for part in tree.root.allParts.prefix(20) {
            _ = part.filename
            _ = part.decodedText
        }
        _ = QuotedPrintable.decode(bytes[...])
        _ = EncodedWord.decode(bytes[...])
    }

    private static func dkim(_ bytes: [UInt8]) {
        _ = try? DKIMSignature(parsing: bytes[...])
        if let record = try? DKIMKeyRecord(parsing: bytes) { _ = try? record.publicKey() }
        let hashed = DKIMVerifier().hash(bytes[...])
        let now = UnixTime(seconds: 1_700_000_000)
        let lookups = Dictionary(
            hashed.keyNames.map { ($0, DKIMKeyLookup.records([bytes])) }, uniquingKeysWith: { $1 })
        for result in hashed.results(lookups: lookups, now: now) {
            require(!result.isPass, "nobody signs by chance")
        }
        let whole = DKIMBodyHasher(canonicalization: .relaxed)
        whole.update(bytes[...])
        let pieces = DKIMBodyHasher(canonicalization: .relaxed)
        for byte in bytes { pieces.update([byte]) }
        require(whole.finish() == pieces.finish(), "pieces hash as the whole")
    }

    private static func dns(_ bytes: [UInt8]) {
        if let message = try? DNSMessage(parsing: bytes[...]) {
            let again = try? DNSMessage(parsing: message.formatted()[...])
            require(again != nil, "a message that was read can be written")
            _ = ZoneSet([Zone("example.com")]).answer(message)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        _ = try? ZoneFileParser.parse(text)
        if let name = try? DNSName(parsing: text) {
            require((try? DNSName(parsing: name.absoluteText)) == name, "a name keeps its text")
        }
    }

    private static func smtp(_ bytes: [UInt8]) {
        for dialect in [
            SMTPServerConfiguration.mailExchanger(hostname: "mx.example"),
            .submission(hostname: "mx.example"),
        ] {
            let whole = conversation(bytes, dialect, pieces: bytes.count)
            require(whole == conversation(bytes, dialect, pieces: 1), "pieces read as the whole")
            var encrypting = dialect
            encrypting.offersStartTLS = true
            _ = conversation(bytes, encrypting, pieces: bytes.count)
        }
        var parser = SMTPReplyParser()
        parser.receive(bytes.span.bytes)
        while let reply = try? parser.next() { _ = reply.formatted }
        if let encoded = try? DataEncoder.encoded(bytes) {
            let rules = ContentRules(
                sizeLimit: 1 << 20, headerSizeLimit: 1 << 20, bareLineEndings: .refuse)
            var decoder = DataDecoder(rules)
            require(decoder.decode(encoded.span.bytes) == encoded.count, "content ends at its dot")
            require(decoder.isComplete, "content that was stuffed has an end")
        }
    }

    /// Everything stored, and everything said, when `bytes` come in pieces of that size.
    private static func conversation(
        _ bytes: [UInt8], _ configuration: SMTPServerConfiguration, pieces: Int
    ) -> [[UInt8]] {
        var configuration = configuration
        configuration.authentication = .offered
        configuration.allowsCleartextAuthentication = true
        // What comes behind EHLO or STARTTLS in the same piece is early talk, in the next it is not.
        configuration.refusesEarlyTalk = false
        let info = SMTPSessionInfo(
            id: "1", remoteAddress: .v4([127, 0, 0, 1]), remotePort: 1,
            startTime: UnixTime(seconds: 0))
        var conversation = SMTPServerConversation(configuration: configuration, info: info)
        var seen: [[UInt8]] = []
        var start = 0
        while start < bytes.count {
            let end = min(start + max(1, pieces), bytes.count)
            conversation.receive(Array(bytes[start..<end]).span.bytes)
            start = end
            while let request = conversation.next() {
                switch request {
                case .checkRecipient: conversation.answer(recipient: nil)
                case .authenticate: conversation.answer(authentication: .refused(nil))
                case .store(let transaction, let content):
                    require(
                        !transaction.envelope.forwardPaths.isEmpty, "mail has a recipient")
                    seen.append(content)
                    conversation.answer(stored: SMTPReply(250, nil, "Ok"))
                case .startTLS, .close: return seen
                }
            }
        }
        seen.append(conversation.takeOutput())
        return seen
    }

    private static func reports(_ bytes: [UInt8]) {
        guard let message = try? Message(parsing: bytes) else { return }
        _ = DeliveryStatusNotification(parsing: message)
        _ = FeedbackReport(parsing: message)
        _ = AutomaticReply.mayAnswer(message, reversePath: .null)
    }
}
