public import MailTypes

/// One hop of a message, as the server that took it in wrote it down (RFC 5321 §4.4).
///
///     Received: from mail.a.example (host.a.example [192.0.2.1])
///         (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
///         by mx.b.example (Postfix) with ESMTPS id 4F2 for <x@b.example>;
///         Mon, 23 Nov 2026 09:05:00 +0000
///
/// Every program writes the comments in its own way, and many the rest as well: any bytes give a
/// value, and what cannot be found is nil. All of it but the hops that one's own servers added is
/// the word of a stranger.
public struct ReceivedField: Equatable, Sendable {
    /// What the client called itself, or what the server calls the client; a literal without its
    /// brackets.
    public private(set) var from: String?
    /// The address that the client came from, out of the comment behind its name (`TCP-info`).
    public private(set) var fromAddress: IPAddress?
    /// The name that the reverse look-up of that address gave.
    public private(set) var fromReverseName: String?
    /// The name of HELO, EHLO or LHLO, where a comment gives it apart: `(HELO x)`, `(helo=x)`.
    public private(set) var helo: String?
    /// The server that wrote the field.
    public private(set) var by: String?
    /// The link: `TCP`, or whatever the program writes there.
    public private(set) var via: String?
    /// The protocol with all words around it: `ESMTPS`, `Microsoft SMTP Server`.
    public private(set) var with: String?
    /// The server's name for the message, without angle brackets.
    public private(set) var id: String?
    /// The recipient (`for`), where the field names one.
    public private(set) var recipient: String?
    public private(set) var tls: TLS?
    public private(set) var date: UnixTime?

    /// How the connection was encrypted, as comments tell it.
    public struct TLS: Equatable, Sendable {
        /// `TLSv1.3`, whatever the spelling of the field.
        public let version: String?
        /// As written.
        public let cipher: String?

        public init(version: String?, cipher: String?) {
            self.version = version
            self.cipher = cipher
        }
    }

    /// Reads the value of a `Received` field.
    public init(parsing value: ArraySlice<UInt8>) {
        var reader = ReceivedReader(value)
        date = reader.date
        read(reader.readTokens(), isInner: false)
    }

    public init(parsing text: String) { self.init(parsing: Array(text.utf8)[...]) }

    /// The transmission type of the registry (RFC 3848, RFC 6531 §4.3) that ``with`` names, or
    /// `HTTP`, `IMAP`, `POP3`, `LOCAL`; nil for a protocol of the program's own.
    public var protocolKeyword: String? {
        let words = ReceivedReader.pieces(of: Array((with ?? "").utf8)[...]) { !$0.isAlphanumeric }
            .map { String(decoding: $0.map(\.asciiUppercased), as: UTF8.self) }
        let known = words.lazy.compactMap { Self.protocols[$0] }
        guard let keyword = known.first(where: { $0 != "LOCAL" }) ?? known.first else { return nil }
        // CommuniGate writes `ESMTP-TLS`.
        return keyword == "ESMTP" && words.contains("TLS") ? "ESMTPS" : keyword
    }

    private static let protocols: [String: String] = {
        var names = ["HTTP", "HTTPS", "IMAP", "POP3", "MMS", "LOCAL"]
        for base in ["SMTP", "ESMTP", "LMTP", "UTF8SMTP", "UTF8LMTP"] {
            names += base == "SMTP" ? [base] : [base, base + "A", base + "S", base + "SA"]
        }
        var table = Dictionary(uniqueKeysWithValues: names.map { ($0, $0) })
        // Exchange, batches of UUCP and Exim, Gmail.
        table["SMTPSVC"] = "SMTP"
        table["BSMTP"] = "SMTP"
        table["HTTPREST"] = "HTTP"
        return table
    }()
}

extension ReceivedField {
    /// - Parameter isInner: Whether the tokens are those of a comment, which holds no second one.
    private mutating func read(_ tokens: [ReceivedReader.Token], isInner: Bool) {
        var clause: String?
        var position = 0
        var withWords: [String] = []
        for (index, token) in tokens.enumerated() {
            switch token {
            case .word(let bytes):
                let word = String(decoding: bytes, as: UTF8.self)
                let keyword = word.asciiLowercased
                if ReceivedReader.keywords.contains(keyword) {
                    clause = keyword
                    position = 0
                    continue
                }
                if clause == "with" { withWords.append(word) }
                if clause == "from", position > 0 { readClient(bytes, isComment: false) }
                if position == 0 { setFirstWord(bytes, of: clause) }
                position += 1
            case .comment(let text):
                readTLS(text)
                if clause == "from" {
                    // `from ([192.0.2.1])`: a client without a name.
                    position += 1
                    readClient(text, isComment: true)
                } else if index == 0, !isInner,
                    Array(text.prefix(5)).map(\.asciiLowercased) == Self.opening
                {
                    // `(from user@localhost)`, as sendmail writes at submission.
                    var inner = ReceivedReader(text[...])
                    read(inner.readTokens(), isInner: true)
                }
            }
        }
        if with == nil, !withWords.isEmpty { with = withWords.joined(separator: " ") }
    }

    private static let opening = Array("from ".utf8)

    private mutating func setFirstWord(_ word: [UInt8], of clause: String?) {
        let text = ReceivedReader.unbracketed(word)
        switch clause {
        case "from": if from == nil { from = text }
        case "by": if by == nil { by = text }
        case "via": if via == nil { via = text }
        case "id": if id == nil { id = text }
        case "for": if recipient == nil, text?.utf8.contains(0x40) == true { recipient = text }
        default: break
        }
    }

    /// Reads what a comment, or a word without parentheses, says of the client.
    private mutating func readClient(_ text: [UInt8], isComment: Bool) {
        let words = ReceivedReader.pieces(of: text[...]) { $0.isFoldingWhitespace || $0 == 0x2C }
        var followsHello = false
        for word in words {
            if word.starts(with: "helo=".utf8) {
                if helo == nil { helo = ReceivedReader.unbracketed(Array(word.dropFirst(5))) }
                continue
            }
            if ReceivedReader.greetings.contains(where: { word.equalsIgnoringCase($0) }) {
                followsHello = true
                continue
            }
            if followsHello {
                if helo == nil { helo = ReceivedReader.unbracketed(Array(word)) }
                followsHello = false
                continue
            }
            let pieces = ReceivedReader.pieces(of: word) { "[]()<>@".utf8.contains($0) }
            for piece in pieces where fromAddress == nil {
                fromAddress = ReceivedReader.address(piece)
            }
            if isComment, fromReverseName == nil, !word.contains(0x40), let piece = pieces.first {
                fromReverseName = ReceivedReader.reverseName(piece)
            }
        }
    }

    private mutating func readTLS(_ comment: [UInt8]) {
        guard tls == nil || tls?.cipher == nil else { return }
        if let found = ReceivedReader.tls(in: comment) {
            tls = TLS(version: tls?.version ?? found.version, cipher: found.cipher)
        }
    }
}
