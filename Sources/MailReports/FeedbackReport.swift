public import MailMessage
public import MailTypes

/// A complaint about a message, in the abuse reporting format (RFC 5965).
public struct FeedbackReport: Equatable, Sendable {
    /// What the message is said to be (RFC 5965 §3.1 and the IANA registry).
    public enum FeedbackType: Hashable, Sendable {
        case abuse
        case fraud
        case virus
        case notSpam
        case authenticationFailure
        case other(String)

        public init(_ text: String) {
            switch text.asciiLowercased {
            case "abuse": self = .abuse
            case "fraud": self = .fraud
            case "virus": self = .virus
            case "not-spam": self = .notSpam
            case "auth-failure": self = .authenticationFailure
            case let other: self = .other(other)
            }
        }

        public var name: String {
            switch self {
            case .abuse: "abuse"
            case .fraud: "fraud"
            case .virus: "virus"
            case .notSpam: "not-spam"
            case .authenticationFailure: "auth-failure"
            case .other(let name): name
            }
        }
    }

    public var type: FeedbackType
    /// The program that wrote the report: `Waxwing/1.0`.
    public var userAgent: String
    /// The reverse path of the message, in angle brackets on the wire; nil leaves it out.
    public var originalMailFrom: ReversePath?
    public var originalRecipients: [String]
    public var arrivalDate: UnixTime?
    /// The host that received the message, without its type.
    public var reportingMTA: String?
    public var sourceIP: IPAddress?
    /// Number of messages that the report stands for.
    public var incidents: Int?
    public var authenticationResults: [String]
    public var reportedDomains: [String]
    public var reportedURIs: [String]

    public init(
        type: FeedbackType, userAgent: String, originalMailFrom: ReversePath? = nil,
        originalRecipients: [String] = [], arrivalDate: UnixTime? = nil,
        reportingMTA: String? = nil, sourceIP: IPAddress? = nil, incidents: Int? = nil,
        authenticationResults: [String] = [], reportedDomains: [String] = [],
        reportedURIs: [String] = []
    ) {
        self.type = type
        self.userAgent = userAgent
        self.originalMailFrom = originalMailFrom
        self.originalRecipients = originalRecipients
        self.arrivalDate = arrivalDate
        self.reportingMTA = reportingMTA
        self.sourceIP = sourceIP
        self.incidents = incidents
        self.authenticationResults = authenticationResults
        self.reportedDomains = reportedDomains
        self.reportedURIs = reportedURIs
    }

    /// The report as a message to whoever takes complaints.
    /// - Throws: ``CompositionError`` when an address, the subject or the identifier cannot be
    ///   written.
    public func formatted(
        from: Address, to recipient: Mailbox, subject: String, date: UnixTime, messageID: String,
        original: [UInt8], returning: ReturnedContent,
        using generator: inout some RandomNumberGenerator
    ) throws(CompositionError) -> [UInt8] {
        let fields = [
            try Field("Date", value: date.messageDate),
            try Field("From", addresses: [from]),
            try Field("To", addresses: [Address(mailbox: recipient)]),
            try Field("Message-ID", value: "<\(messageID)>"),
            try Field("Subject", text: subject),
            // A report is no reply, but must not be answered by a machine either (RFC 3834 §5).
            try Field("Auto-Submitted", value: "auto-generated"),
        ]
        let explanation = """
            This is a report about a message that a recipient marked as \(type.explanation).
            The fields for programs are in the next part, the message itself behind them.

            """
        let report = MultipartReport(
            originalMessage: original, returning: returning, reportType: "feedback-report",
            explanation: explanation, groups: [try reportFields()])
        return try report.formatted(fields, using: &generator)
    }

    private func reportFields() throws(CompositionError) -> [Field] {
        var fields = [
            try Field(report: "Feedback-Type", type.name),
            try Field(report: "User-Agent", userAgent),
            try Field(report: "Version", "1"),
        ]
        func add(_ name: String, _ value: String?) throws(CompositionError) {
            if let value { fields.append(try Field(report: name, value)) }
        }
        try add("Original-Mail-From", originalMailFrom?.formatted)
        for recipient in originalRecipients { try add("Original-Rcpt-To", "<\(recipient)>") }
        try add("Arrival-Date", arrivalDate?.messageDate)
        try add("Reporting-MTA", reportingMTA.map { "dns; \($0)" })
        try add("Source-IP", sourceIP?.description)
        try add("Incidents", incidents.map { String($0) })
        for results in authenticationResults { try add("Authentication-Results", results) }
        for domain in reportedDomains { try add("Reported-Domain", domain) }
        for uri in reportedURIs { try add("Reported-URI", uri) }
        return fields
    }

    /// Reads the `message/feedback-report` part of a report.
    /// - Returns: nil when the message has no such part, or it names no type of feedback.
    public init?(parsing message: Message) {
        guard
            let report = ReportFields(in: message, mediaTypes: ["message/feedback-report"]),
            let fields = report.groups.first, let type = fields.reportValue("Feedback-Type")
        else { return nil }
        func all(_ name: String) -> [String] {
            fields.all(name).map { String(decoding: $0.unfoldedValue, as: UTF8.self) }
        }
        func unbracketed(_ text: String) -> String {
            text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
        }
        self.init(
            type: FeedbackType(type), userAgent: fields.reportValue("User-Agent") ?? "",
            originalMailFrom: fields.reportValue("Original-Mail-From").flatMap(Self.reversePath),
            originalRecipients: all("Original-Rcpt-To").map(unbracketed),
            arrivalDate: fields.reportDate("Arrival-Date") ?? fields.reportDate("Received-Date"),
            reportingMTA: fields.typedReportValue("Reporting-MTA"),
            sourceIP: fields.reportValue("Source-IP").flatMap { IPAddress(parsing: $0) },
            incidents: fields.reportValue("Incidents").flatMap { Int($0) },
            authenticationResults: all("Authentication-Results"),
            reportedDomains: all("Reported-Domain"), reportedURIs: all("Reported-URI"))
    }

    /// The path with or without its brackets.
    private static func reversePath(_ text: String) -> ReversePath? {
        var cursor = ByteCursor(text.hasPrefix("<") ? text : "<\(text)>")
        return try? cursor.readReversePath()
    }
}

extension FeedbackReport.FeedbackType {
    fileprivate var explanation: String {
        switch self {
        case .abuse: "unwanted"
        case .fraud: "fraud"
        case .virus: "harmful"
        case .notSpam: "wanted"
        case .authenticationFailure: "failing authentication"
        case .other: "worth reporting"
        }
    }
}
