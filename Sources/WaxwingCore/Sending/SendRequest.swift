public import MailMessage
import MailTypes

/// Who asks for a message to be sent, and by which door.
public struct SendContext: Equatable, Sendable {
    public enum Door: Equatable, Sendable {
        case apiV1
        case apiV2
        case smtp

        /// Longest message, in bytes.
        public var messageSizeLimit: Int {
            self == .apiV1 ? 10 * 1024 * 1024 : 40 * 1024 * 1024
        }
    }

    public var scope: Scope
    public var door: Door
    public var caller: Principal
    /// The caller's address, as text.
    public var sourceIP: String?
    public var userAgent: String?
    /// Whether the request came through TLS.
    public var isSecure = false

    /// - Parameter caller: nil for the account itself.
    public init(scope: Scope, door: Door, caller: Principal? = nil) {
        self.scope = scope
        self.door = door
        self.caller = caller ?? Principal(account: scope.account)
    }
}

/// A message in parts, which the service puts together: `SendEmail`.
public struct ComposedSend: Sendable {
    /// Addresses as the caller wrote them: `Zoë <zoe@example.com>`.
    public struct Destination: Equatable, Sendable {
        public var to: [String]
        public var cc: [String]
        public var bcc: [String]

        public init(to: [String] = [], cc: [String] = [], bcc: [String] = []) {
            self.to = to
            self.cc = cc
            self.bcc = bcc
        }

        var count: Int { to.count + cc.count + bcc.count }
    }

    public var source: String
    public var destination: Destination
    public var replyTo: [String] = []
    /// Where reports go instead of the source.
    public var feedbackAddress: String?
    public var subject: String
    public var text: String?
    public var html: String?
    public var attachments: [ComposedMessage.Attachment] = []
    public var headers: [(name: String, value: String)] = []
    public var configurationSet: String?

    public init(source: String, destination: Destination, subject: String) {
        self.source = source
        self.destination = destination
        self.subject = subject
    }
}

/// A whole message: `SendRawEmail`, v2 `SendEmail` with raw content, and SMTP.
public struct RawSend: Sendable {
    /// `Source`, `FromEmailAddress` or the reverse-path of SMTP.
    public var source: String?
    /// Nil takes the recipients from To, Cc and Bcc.
    public var destinations: [String]?
    public var feedbackAddress: String?
    public var content: [UInt8]
    public var configurationSet: String?

    public init(content: [UInt8]) { self.content = content }
}

public struct SendReceipt: Equatable, Sendable {
    /// `0100018f…-000000`, which is also the local-part of the Message-ID.
    public let messageID: String
}
