public import MailMessage
import MailTypes

/// Addresses as the caller wrote them: `Zoë <zoe@example.com>`.
public struct SendDestination: Equatable, Sendable {
    public var to: [String]
    public var cc: [String]
    public var bcc: [String]

    public init(to: [String] = [], cc: [String] = [], bcc: [String] = []) {
        self.to = to
        self.cc = cc
        self.bcc = bcc
    }

    public var all: [String] { to + cc + bcc }
}

/// What a composed message says.
public struct SendContent: Sendable {
    public var subject: String
    public var text: ComposedMessage.Text?
    public var html: ComposedMessage.Text?
    public var attachments: [ComposedMessage.Attachment] = []
    public var headers: [(name: String, value: String)] = []

    public init(subject: String) { self.subject = subject }
}

/// A message in parts, which the service puts together: `SendEmail`.
public struct ComposedSend: Sendable {
    public var source: String
    public var destination: SendDestination
    public var replyTo: [String] = []
    public var content: SendContent
    public var options = SendOptions()

    public init(source: String, destination: SendDestination, content: SendContent) {
        self.source = source
        self.destination = destination
        self.content = content
    }
}

/// A whole message: `SendRawEmail`, v2 `SendEmail` with raw content, and SMTP.
public struct RawSend: Sendable {
    /// `Source`, `FromEmailAddress` or the reverse-path of SMTP.
    public var source: String?
    /// Nil takes the recipients from To, Cc and Bcc.
    public var destinations: [String]?
    public var content: [UInt8]
    public var options = SendOptions()

    public init(content: [UInt8]) { self.content = content }
}

public struct SendReceipt: Equatable, Sendable {
    /// `0100018f…-000000`, which is also the local-part of the Message-ID.
    public let messageID: String

    public init(messageID: String) { self.messageID = messageID }
}
