/// One thing that a receipt rule does with a message.
///
/// Each but `addHeader` and `connect` can have a topic that is told when it is done.
public enum ReceiptAction: Equatable, Sendable, Codable {
    case addHeader(AddHeader)
    case bounce(Bounce)
    case connect(Connect)
    case lambda(Lambda)
    case s3(S3)
    case sns(SNS)
    case stop(Stop)
    case workMail(WorkMail)

    /// Puts a field on top of the message; later actions see it.
    public struct AddHeader: Equatable, Sendable, Codable {
        public let name: String
        public let value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Mails a delivery status notification to the sender; later rules still run.
    public struct Bounce: Equatable, Sendable, Codable {
        /// `550`
        public let replyCode: String
        /// `5.1.1`
        public let statusCode: String?
        public let message: String
        /// A verified address that the notification comes from.
        public let sender: String
        public let topicARN: String?

        public init(
            replyCode: String, statusCode: String?, message: String, sender: String,
            topicARN: String?
        ) {
            self.replyCode = replyCode
            self.statusCode = statusCode
            self.message = message
            self.sender = sender
            self.topicARN = topicARN
        }
    }

    /// Starts a contact in Amazon Connect.
    public struct Connect: Equatable, Sendable, Codable {
        public let instanceARN: String
        public let roleARN: String

        public init(instanceARN: String, roleARN: String) {
            self.instanceARN = instanceARN
            self.roleARN = roleARN
        }
    }

    /// Calls a function with the message's metadata.
    public struct Lambda: Equatable, Sendable, Codable {
        public let functionARN: String
        /// The function's answer is waited for, and may stop the rule or the set.
        public let waitsForAnswer: Bool
        public let topicARN: String?

        public init(functionARN: String, waitsForAnswer: Bool, topicARN: String?) {
            self.functionARN = functionARN
            self.waitsForAnswer = waitsForAnswer
            self.topicARN = topicARN
        }
    }

    /// Stores the message in a bucket.
    public struct S3: Equatable, Sendable, Codable {
        public let bucket: String
        public let keyPrefix: String?
        public let kmsKeyARN: String?
        public let roleARN: String?
        public let topicARN: String?

        public init(
            bucket: String, keyPrefix: String?, kmsKeyARN: String?, roleARN: String?,
            topicARN: String?
        ) {
            self.bucket = bucket
            self.keyPrefix = keyPrefix
            self.kmsKeyARN = kmsKeyARN
            self.roleARN = roleARN
            self.topicARN = topicARN
        }

        /// Where a message is stored: a slash stands between prefix and id, also where the prefix
        /// has none.
        public func key(for messageID: String) -> String {
            guard let keyPrefix, !keyPrefix.isEmpty else { return messageID }
            return keyPrefix.hasSuffix("/") ? keyPrefix + messageID : "\(keyPrefix)/\(messageID)"
        }
    }

    /// Publishes the whole message to a topic.
    public struct SNS: Equatable, Sendable, Codable {
        public let topicARN: String
        /// Base64 keeps every byte; otherwise the message is text in UTF-8.
        public let isBase64: Bool

        public init(topicARN: String, isBase64: Bool) {
            self.topicARN = topicARN
            self.isBase64 = isBase64
        }
    }

    /// Ends the rule set.
    public struct Stop: Equatable, Sendable, Codable {
        public let topicARN: String?

        public init(topicARN: String?) { self.topicARN = topicARN }
    }

    /// Hands the message to Amazon WorkMail.
    public struct WorkMail: Equatable, Sendable, Codable {
        public let organizationARN: String
        public let topicARN: String?

        public init(organizationARN: String, topicARN: String?) {
            self.organizationARN = organizationARN
            self.topicARN = topicARN
        }
    }

    /// The topic that is told when the action is done, or that it publishes to.
    public var topicARN: String? {
        switch self {
        case .addHeader, .connect: nil
        case .bounce(let bounce): bounce.topicARN
        case .lambda(let lambda): lambda.topicARN
        case .s3(let s3): s3.topicARN
        case .sns(let sns): sns.topicARN
        case .stop(let stop): stop.topicARN
        case .workMail(let workMail): workMail.topicARN
        }
    }
}
