public import MailTypes

/// What checking a message showed, as the inbox tells it. Nil is “not evaluated”.
public struct AuthenticationSummary: Equatable, Sendable, Codable {
    public struct DKIM: Equatable, Sendable, Codable {
        /// In the words of RFC 8601 §2.7.1: `pass`, `fail`, `permerror` …
        public var result: String
        /// `d=`
        public var domain: String
        /// `s=`
        public var selector: String
        /// Why it did not pass.
        public var reason: String?

        public init(result: String, domain: String, selector: String, reason: String? = nil) {
            self.result = result
            self.domain = domain
            self.selector = selector
            self.reason = reason
        }
    }

    /// One for each signature; empty for an unsigned message.
    public var dkim: [DKIM]
    public var spf: String?
    public var arc: String?
    public var dmarc: String?
    /// How the results came about, one line for each step, those of a step behind it and deeper.
    public var trace: [Line]?

    /// One step of the evaluation.
    public struct Line: Equatable, Sendable, Codable {
        /// How deep it stands in the tree, from 0.
        public var depth: Int
        public var subject: String
        public var outcome: String
        /// `good`, `bad`, `unsure` or `plain`.
        public var tone: String

        public init(depth: Int, subject: String, outcome: String, tone: String) {
            self.depth = depth
            self.subject = subject
            self.outcome = outcome
            self.tone = tone
        }
    }

    public init(
        dkim: [DKIM], spf: String? = nil, arc: String? = nil, dmarc: String? = nil,
        trace: [Line]? = nil
    ) {
        self.dkim = dkim
        self.spf = spf
        self.arc = arc
        self.dmarc = dmarc
        self.trace = trace
    }
}

/// A message that the built-in MX received under `waxwing dev`, without its bytes.
public struct InboxMessage: Equatable, Sendable, Identifiable {
    /// Grows with every message.
    public let id: Int64
    /// What the API calls it by: the `messageId` of notices about received mail, and the
    /// `OriginalMessageId` of `SendBounce`.
    public let receiptID: String
    /// Whom it was received for.
    public let account: AccountID
    /// Nil where one MX receives for every region, as that of `waxwing dev` does.
    public let region: Region?
    public let receivedAt: UnixTime
    public let reversePath: ReversePath
    public let recipients: [String]
    /// `Message-ID`, without angle brackets; empty when there is none.
    public let messageID: String
    /// Decoded.
    public let subject: String
    /// Decoded: `Zoë <zoe@example.com>`.
    public let from: String
    public let sizeInBytes: Int
    public let remoteAddress: String
    public let heloDomain: String
    /// `TLSv1.3`, or nil for a connection in the clear.
    public let tlsVersion: String?
    public let authentication: AuthenticationSummary

    public init(
        id: Int64, receiptID: String, account: AccountID, region: Region?, receivedAt: UnixTime,
        reversePath: ReversePath, recipients: [String],
        messageID: String, subject: String, from: String, sizeInBytes: Int,
        remoteAddress: String, heloDomain: String, tlsVersion: String?,
        authentication: AuthenticationSummary
    ) {
        self.id = id
        self.receiptID = receiptID
        self.account = account
        self.region = region
        self.receivedAt = receivedAt
        self.reversePath = reversePath
        self.recipients = recipients
        self.messageID = messageID
        self.subject = subject
        self.from = from
        self.sizeInBytes = sizeInBytes
        self.remoteAddress = remoteAddress
        self.heloDomain = heloDomain
        self.tlsVersion = tlsVersion
        self.authentication = authentication
    }
}

/// Where the inbox of `waxwing dev` is kept.
public protocol InboxStore: Sendable {
    /// Takes a message in; it has reached the disk when this returns.
    func insert(_ message: InboxMessage, content: [UInt8]) async throws

    /// Up to `limit` messages, the newest first; with `after` only older ones than that.
    func messages(after id: Int64?, limit: Int) async throws -> [InboxMessage]

    func message(_ id: Int64) async throws -> InboxMessage?

    /// The message that the API calls by this id, if it was received for that account and region.
    func message(withReceiptID id: String, in scope: Scope) async throws -> InboxMessage?

    /// The bytes as they were received.
    func content(of id: Int64) async throws -> [UInt8]?

    func messageCount() async throws -> Int

    func removeAllInboxMessages() async throws
}
