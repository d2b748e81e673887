public import MailTypes

/// A message to be written: what its author says, and nothing that the wire needs.
///
///     var message = ComposedMessage(from: author, to: [reader], subject: "Grüße")
///     message.text = "Hallo!"
///     let bytes = try message.formatted(using: &generator)
///
/// Every value is checked or encoded on the way out: none can begin a header field of its own.
public struct ComposedMessage: Equatable, Sendable {
    /// A text and the charset to write it in; UTF-8 is taken where the charset lacks a character.
    public struct Text: Equatable, Sendable, ExpressibleByStringLiteral {
        public var content: String
        public var charset: Charset

        public init(_ content: String, charset: Charset = .utf8) {
            self.content = content
            self.charset = charset
        }

        public init(stringLiteral value: String) { self.init(value) }
    }

    public var from: [Address]
    /// Who sent it on behalf of the authors; needed when there are several (RFC 5322 §3.6.2).
    public var sender: Address?
    public var to: [Address]
    public var cc: [Address]
    public var replyTo: [Address]
    public var subject: String?
    /// The moment in the `Date` field; nil leaves the field out.
    public var date: UnixTime?
    /// The identifier in `Message-ID`, without angle brackets; nil leaves the field out.
    public var messageID: String?
    /// Fields written behind those above, in this order, as unstructured text.
    public var additionalFields: [(name: String, value: String)]
    public var text: Text?
    public var html: Text?
    public var attachments: [Attachment]

    public init(
        from: Address, sender: Address? = nil, to: [Address] = [], cc: [Address] = [],
        replyTo: [Address] = [], subject: String? = nil, date: UnixTime? = nil,
        messageID: String? = nil, additionalFields: [(name: String, value: String)] = [],
        text: Text? = nil, html: Text? = nil, attachments: [Attachment] = []
    ) {
        self.from = [from]
        self.sender = sender
        self.to = to
        self.cc = cc
        self.replyTo = replyTo
        self.subject = subject
        self.date = date
        self.messageID = messageID
        self.additionalFields = additionalFields
        self.text = text
        self.html = html
        self.attachments = attachments
    }

    /// The names that ``additionalFields`` may not have, in lower case, because they are written
    /// from properties or from the content. `Bcc` never is written at all.
    public static let reservedFieldNames: Set<String> = [
        "bcc", "cc", "content-disposition", "content-transfer-encoding", "content-type", "date",
        "from", "message-id", "mime-version", "reply-to", "return-path", "sender", "subject", "to",
    ]

    public static func == (first: ComposedMessage, second: ComposedMessage) -> Bool {
        first.from == second.from && first.sender == second.sender && first.to == second.to
            && first.cc == second.cc && first.replyTo == second.replyTo
            && first.subject == second.subject && first.date == second.date
            && first.messageID == second.messageID
            && first.additionalFields.elementsEqual(second.additionalFields) { $0 == $1 }
            && first.text == second.text && first.html == second.html
            && first.attachments == second.attachments
    }
}
