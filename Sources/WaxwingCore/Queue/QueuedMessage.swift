public import MailTypes

/// A message that was accepted and sealed: its bytes are what every recipient gets.
public struct QueuedMessage: Equatable, Sendable {
    /// The row's number: 41 bits of milliseconds, then 22 of a counter, so that later messages
    /// have larger numbers and a table grows at its end only.
    public struct ID: Hashable, Comparable, Sendable, Codable {
        public let number: Int64
        public init(number: Int64) { self.number = number }
        public static func < (first: ID, second: ID) -> Bool { first.number < second.number }
    }

    public let id: ID
    public let scope: Scope
    /// What the sender was told: `0100018f…-000000`.
    public let messageID: String
    /// `MAIL FROM` of the delivery.
    public let reversePath: ReversePath
    /// Where a report of failure goes; null for messages that must never cause one.
    public let feedbackPath: ReversePath
    /// The sealed message, CRLF at its line ends.
    public let content: [UInt8]
    /// Bytes over 127 stand in it (`BODY=8BITMIME`).
    public let isEightBit: Bool
    public let acceptedAt: UnixTime
    /// When the last attempt may begin; then the message bounces.
    public let expiresAt: UnixTime
    public let handling: Handling

    /// What the sender's settings ask of delivery.
    public struct Handling: Equatable, Sendable {
        /// Without TLS the message is not delivered, and bounces.
        public var requiresTLS = false
        /// The pool whose addresses deliver.
        public var poolName: String?
        /// Reports that are not mailed to the feedback path.
        public var withheldFeedback: FeedbackKinds = []

        public init(
            requiresTLS: Bool = false, poolName: String? = nil,
            withheldFeedback: FeedbackKinds = []
        ) {
            self.requiresTLS = requiresTLS
            self.poolName = poolName
            self.withheldFeedback = withheldFeedback
        }
    }

    public init(
        id: ID, scope: Scope, messageID: String, reversePath: ReversePath,
        feedbackPath: ReversePath, content: [UInt8], isEightBit: Bool, acceptedAt: UnixTime,
        expiresAt: UnixTime, handling: Handling = Handling()
    ) {
        self.id = id
        self.scope = scope
        self.messageID = messageID
        self.reversePath = reversePath
        self.feedbackPath = feedbackPath
        self.content = content
        self.isEightBit = isEightBit
        self.acceptedAt = acceptedAt
        self.expiresAt = expiresAt
        self.handling = handling
    }
}
