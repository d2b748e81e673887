internal import MailTypes

extension SMTPCommand {
    /// Reads one line, without its CRLF.
    ///
    /// White space at the end is passed over, as most servers do. The caller bounds the length.
    /// - Parameter takesBarePaths: whether `MAIL FROM: a@example.com`, without angle brackets, is
    ///   a path as well.
    public init(
        parsing line: ArraySlice<UInt8>, takesBarePaths: Bool = false
    ) throws(SMTPCommandError) {
        var end = line.endIndex
        while end > line.startIndex, line[end - 1].isSpaceOrTab { end -= 1 }
        var cursor = ByteCursor(line[..<end])
        self = try cursor.readCommand(takesBarePaths)
    }
}

extension ByteCursor {
    fileprivate mutating func readCommand(
        _ takesBarePaths: Bool
    ) throws(SMTPCommandError) -> SMTPCommand {
        let verb = take { $0.isLetter }
        guard verb.count <= 8, isAtEnd || peek == Byte.space else { throw .unknownCommand }
        guard !isHTTPRequest else { throw .httpRequest }
        switch String(uppercasing: verb) {
        case "MAIL": return try readMail(takesBarePaths)
        case "RCPT": return try readRecipient(takesBarePaths)
        case "DATA": return try withoutArgument(.data)
        case "RSET": return try withoutArgument(.reset)
        case "QUIT": return try withoutArgument(.quit)
        case "EHLO": return .ehlo(try readHost())
        case "HELO": return .helo(try readHost())
        case "BDAT": return try readChunk()
        case "AUTH": return try readAuthentication()
        case "STARTTLS": return try withoutArgument(.startTLS)
        case "NOOP": return .noop
        case "HELP": return .help
        case "VRFY": return try withArgument(.verify)
        case "EXPN": return try withArgument(.expand)
        default: throw .unknownCommand
        }
    }

    /// `POST / HTTP/1.1`. Any page can have its reader's browser send such a request here, with
    /// commands of SMTP for a body; nothing of it may be carried out.
    private var isHTTPRequest: Bool {
        let version = remaining.suffix(9)
        return version.count == 9 && version.starts(with: " HTTP/".utf8)
    }

    private func withoutArgument(
        _ command: SMTPCommand
    ) throws(SMTPCommandError) -> SMTPCommand {
        guard isAtEnd else { throw .badArgument }
        return command
    }

    private func withArgument(_ command: SMTPCommand) throws(SMTPCommandError) -> SMTPCommand {
        guard !isAtEnd else { throw .badArgument }
        return command
    }

    /// Reads what a client calls itself.
    ///
    ///     ehlo = "EHLO" SP ( Domain / address-literal ) CRLF     ; RFC 5321 §4.1.1.1
    ///
    /// Clients send host names that are no domains (`DESKTOP_1`, an address without brackets), and
    /// a name must not be refused for what it is (RFC 5321 §4.1.4). It goes into trace fields, so
    /// it is one word of printable ASCII or UTF-8 without the characters of comments.
    private mutating func readHost() throws(SMTPCommandError) -> String {
        skipSpaces()
        let word = take {
            ($0.isVisible || $0 >= 0x80) && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")")
                && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\"")
                && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
        }
        guard isAtEnd, !word.isEmpty, word.count <= DomainName.lengthLimit,
            let host = String(validating: word, as: UTF8.self)
        else { throw .badArgument }
        return host
    }

    ///     mail = "MAIL FROM:" Reverse-path [SP Mail-parameters] CRLF     ; RFC 5321 §4.1.1.2
    private mutating func readMail(
        _ takesBarePaths: Bool
    ) throws(SMTPCommandError) -> SMTPCommand {
        skipSpaces()
        guard take(ignoringCase: "FROM:") else { throw .badArgument }
        skipSpaces()
        let start = remaining
        let path: ReversePath
        do {
            path =
                takesBarePaths && hasBarePath
                ? .mailbox(try readMailbox()) : try readReversePath()
        } catch { throw .badReversePath(Self.quoted(start)) }
        return .mail(path, try readMailParameters())
    }

    ///     rcpt = "RCPT TO:" Forward-path [SP Rcpt-parameters] CRLF     ; RFC 5321 §4.1.1.3
    private mutating func readRecipient(
        _ takesBarePaths: Bool
    ) throws(SMTPCommandError) -> SMTPCommand {
        skipSpaces()
        guard take(ignoringCase: "TO:") else { throw .badArgument }
        skipSpaces()
        let start = remaining
        let path: ForwardPath
        do {
            path =
                takesBarePaths && hasBarePath
                ? .mailbox(try readMailbox()) : try readForwardPath()
        } catch { throw .badForwardPath(Self.quoted(start)) }
        return .recipient(path, try readRecipientParameters())
    }

    private var hasBarePath: Bool { peek != UInt8(ascii: "<") }

    /// A path as its reply quotes it: without brackets, printable, and short.
    private static func quoted(_ path: ArraySlice<UInt8>) -> String {
        let angles: [UInt8] = [UInt8(ascii: "<"), UInt8(ascii: ">")]
        let word = path.prefix(320).prefix { !$0.isSpaceOrTab }.filter { !angles.contains($0) }
        return String(decoding: word.map { $0.isVisible ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }

    ///     bdat-cmd = "BDAT" SP chunk-size [ SP end-marker ] CRLF     ; RFC 3030 §2
    private mutating func readChunk() throws(SMTPCommandError) -> SMTPCommand {
        skipSpaces()
        guard let size = readNumber() else { throw .badArgument }
        if isAtEnd { return .chunk(size: size, isLast: false) }
        guard take(Byte.space) else { throw .badArgument }
        skipSpaces()
        guard take(ignoringCase: "LAST"), isAtEnd else { throw .badArgument }
        return .chunk(size: size, isLast: true)
    }

    /// Up to 18 digits, so that nothing overflows.
    fileprivate mutating func readNumber() -> Int? {
        let digits = take { $0.isDigit }
        guard (1...18).contains(digits.count) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }

    ///     auth-command = "AUTH" SP sasl-mech [SP initial-response] CRLF     ; RFC 4954 §8
    private mutating func readAuthentication() throws(SMTPCommandError) -> SMTPCommand {
        skipSpaces()
        let mechanism = take {
            $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        guard (1...20).contains(mechanism.count) else { throw .badArgument }
        let name = String(uppercasing: mechanism)
        if isAtEnd { return .authenticate(mechanism: name, initialResponse: nil) }
        guard take(Byte.space) else { throw .badArgument }
        skipSpaces()
        let response = take { $0.isVisible }
        guard isAtEnd else { throw .badArgument }
        return .authenticate(
            mechanism: name, initialResponse: String(decoding: response, as: UTF8.self))
    }
}

extension String {
    /// Short ASCII words, upper case; made without a heap allocation up to 15 bytes.
    fileprivate init(uppercasing word: ArraySlice<UInt8>) {
        self.init(unsafeUninitializedCapacity: word.count) { buffer in
            for (index, byte) in word.enumerated() { buffer[index] = byte.asciiUppercased }
            return word.count
        }
    }
}
