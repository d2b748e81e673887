import MailMessage
import MailTypes

/// What is kept of a message that an account sent, for the events that tell of it later: the `mail`
/// object of SES's events is made from it.
public struct MessageRecord: Equatable, Sendable {
    /// Longest header section that is kept, in bytes of names and values.
    public static let headerLimit = 10 * 1024

    public struct Header: Equatable, Sendable {
        public let name: String
        /// Unfolded, and otherwise as it was submitted.
        public let value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A recipient who is on a suppression list, and so gets nothing.
    public struct Suppressed: Equatable, Sendable {
        public let address: String
        public let reason: SuppressionReason
        /// The tenant whose list it is; nil for the account's.
        public let tenant: String?

        public init(address: String, reason: SuppressionReason, tenant: String? = nil) {
            self.address = address
            self.reason = reason
            self.tenant = tenant
        }
    }

    public enum Fate: Equatable, Sendable {
        /// It is delivered to those recipients who are not suppressed.
        case queued
        /// It is not delivered, because of what it holds: `Bad content`.
        case rejected(reason: String)
        /// Its template could not be rendered, so that there is nothing to deliver.
        case renderingFailed(template: String, error: String)
    }

    /// `SendEmail`, `SendRawEmail`, `SendTemplatedEmail`, `SendBulkTemplatedEmail` or `SendBounce`.
    public var operation: String
    /// The sender as the caller wrote it: `Zoë <zoe@example.com>`.
    public var source: String
    /// `arn:aws:ses:…:identity/example.com`
    public var sourceARN: String
    /// The whole envelope, as the caller wrote it.
    public var destinations: [String]
    /// The fields of the message as it was submitted.
    public var headers: [Header] = []
    /// Some fields had no room.
    public var headersTruncated = false
    public var tags: [MessageTag] = []
    public var configurationSet: String?
    public var tenant: String?
    public var templateName: String?
    /// ARN of whoever sent it.
    public var caller: String
    public var sourceIP: String?
    /// Whether it was submitted through TLS.
    public var isSecure = false
    /// `TLSv1.3`; nil where the connection had none, or where a proxy ended it.
    public var tlsVersion: String?
    /// The domain of the author; nil when the message named none.
    public var authorDomain: String?
    public var suppressed: [Suppressed] = []
    /// Those among the destinations that are the mailbox simulator's: nothing that comes of them is
    /// held against anybody.
    public var simulated: [String] = []
    public var fate = Fate.queued

    public init(
        operation: String, source: String, sourceARN: String, destinations: [String],
        caller: String
    ) {
        self.operation = operation
        self.source = source
        self.sourceARN = sourceARN
        self.destinations = destinations
        self.caller = caller
    }

    /// Keeps the fields of a message, as far as there is room.
    mutating func keep(_ section: HeaderSection) {
        var room = Self.headerLimit
        for field in section.fields where field.isWellFormed {
            let value = field.unfoldedValue
            room -= field.nameBytes.count + value.count
            guard room >= 0 else {
                headersTruncated = true
                return
            }
            headers.append(
                Header(name: field.name, value: String(decoding: value, as: UTF8.self)))
        }
    }
}
