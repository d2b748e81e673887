public import MailMessage

/// Which template a message is made from.
public enum TemplateReference: Equatable, Sendable {
    case named(String)
    /// `arn:aws:ses:us-east-1:123456789012:template/Welcome`
    case arn(String)
    /// One that the request itself brings.
    case content(subject: String?, text: String?, html: String?)
}

/// A message made from a template: v1 `SendTemplatedEmail`, v2 `SendEmail` with template content.
public struct TemplatedSend: Sendable {
    public var source: String
    public var destination: SendDestination
    public var replyTo: [String] = []
    public var template: TemplateReference
    /// A JSON object with the values of the template's places.
    public var data: String
    public var headers: [(name: String, value: String)] = []
    public var attachments: [ComposedMessage.Attachment] = []
    public var options = SendOptions()

    public init(
        source: String, destination: SendDestination, template: TemplateReference, data: String
    ) {
        self.source = source
        self.destination = destination
        self.template = template
        self.data = data
    }
}

/// Many messages made from one template, each to recipients of its own and with values of its own:
/// v1 `SendBulkTemplatedEmail`, v2 `SendBulkEmail`.
public struct BulkSend: Sendable {
    /// Messages of one request.
    public static let entryLimit = 50
    /// Bytes of all messages of one request together; they are in memory at the same time.
    public static let sizeLimit = 160 * 1024 * 1024

    public struct Entry: Sendable {
        public var destination: SendDestination
        /// These take the place of default tags with their names.
        public var tags: [MessageTag] = []
        /// A JSON object laid over the default values.
        public var data: String?
        /// These take the place of default fields with their names.
        public var headers: [(name: String, value: String)] = []

        public init(destination: SendDestination) { self.destination = destination }
    }

    public var source: String
    public var replyTo: [String] = []
    public var template: TemplateReference
    public var defaultData: String?
    public var headers: [(name: String, value: String)] = []
    public var attachments: [ComposedMessage.Attachment] = []
    public var entries: [Entry]
    /// The tags in it are the default ones.
    public var options = SendOptions()

    public init(source: String, template: TemplateReference, entries: [Entry]) {
        self.source = source
        self.template = template
        self.entries = entries
    }
}

/// What became of one entry of a bulk send.
public enum BulkResult: Equatable, Sendable {
    case accepted(messageID: String)
    case failed(Status, text: String)

    /// Why, as far as SES has words for it.
    public enum Status: String, Sendable {
        case messageRejected
        case mailFromDomainNotVerified
        case accountSuspended
        case configurationSetNotFound
        case templateNotFound
        case accountThrottled
        case accountDailyQuotaExceeded
        case accountSendingPaused
        case configurationSetSendingPaused
        case invalidParameter
        case transientFailure
        case failed
    }

    init(_ error: any Error) {
        guard let error = error as? ServiceError else {
            self = .failed(.transientFailure, text: "The message could not be accepted.")
            return
        }
        self = .failed(Status(error), text: error.text)
    }
}

extension BulkResult.Status {
    fileprivate init(_ error: ServiceError) {
        switch error {
        case .messageRejected: self = .messageRejected
        case .mailFromDomainNotVerified: self = .mailFromDomainNotVerified
        case .accountSuspended: self = .accountSuspended
        case .configurationSetDoesNotExist: self = .configurationSetNotFound
        case .throttled(SendQuotas.dailyText): self = .accountDailyQuotaExceeded
        case .throttled: self = .accountThrottled
        case .unavailable: self = .transientFailure
        case .invalidParameter, .refused: self = .invalidParameter
        case .notFound, .alreadyExists, .limitExceeded, .conflict, .accessDenied: self = .failed
        }
    }
}

/// How all entries of a bulk send ended, in their order.
public struct BulkReceipt: Equatable, Sendable {
    public let results: [BulkResult]
}

extension BulkReceipt: RepeatableAnswer {
    /// A line for each entry: a message id, or a status and a text.
    var repeatableText: String {
        results.map { result in
            switch result {
            case .accepted(let messageID): "=\(messageID)"
            case .failed(let status, let text):
                "\(status.rawValue) \(text.replacing("\n", with: " "))"
            }
        }.joined(separator: "\n")
    }

    init?(repeating text: String) {
        var results: [BulkResult] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("=") {
                results.append(.accepted(messageID: String(line.dropFirst())))
                continue
            }
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let status = BulkResult.Status(rawValue: String(parts[0]))
            else { return nil }
            results.append(.failed(status, text: String(parts[1])))
        }
        self.init(results: results)
    }
}
