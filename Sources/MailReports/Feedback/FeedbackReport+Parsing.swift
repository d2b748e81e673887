public import MailMessage
import MailTypes

extension FeedbackReport {
    /// Reads the `message/feedback-report` part of a report.
    ///
    /// Reads forgivingly: addresses may have their brackets or not, `Received-Date` stands for
    /// `Arrival-Date` as in the first drafts, and what cannot be read is left out.
    /// - Returns: nil when the message has no such part, or it names no type of feedback. What a
    ///   report says is a claim: anybody can send one.
    public init?(parsing message: Message) {
        guard let report = ReportFields(in: message, mediaTypes: ["message/feedback-report"])
        else { return nil }
        self.init(report)
    }

    init?(_ report: ReportFields) {
        // Some reports have an empty line between their fields.
        let fields = HeaderSection(report.groups.flatMap(\.fields))
        guard let type = fields.reportValue("Feedback-Type") else { return nil }
        self.init(
            type: FeedbackType(type), userAgent: fields.reportValue("User-Agent") ?? "",
            version: fields.reportValue("Version") ?? "",
            originalEnvelopeID: fields.reportValue("Original-Envelope-Id"),
            originalMailFrom: fields.reportValue("Original-Mail-From").flatMap(Self.reversePath),
            originalRecipients: fields.allReportValues("Original-Rcpt-To").map(\.unbracketed),
            arrivalDate: fields.reportDate("Arrival-Date") ?? fields.reportDate("Received-Date"),
            reportingMTA: fields.typedReportValue("Reporting-MTA"),
            sourceIP: fields.reportValue("Source-IP").flatMap(Self.address),
            sourcePort: fields.reportNumber("Source-Port").flatMap { $0 < 65_536 ? $0 : nil },
            incidents: fields.reportNumber("Incidents"),
            authenticationResults: fields.allReportValues("Authentication-Results"),
            reportedDomains: fields.allReportValues("Reported-Domain"),
            reportedURIs: fields.allReportValues("Reported-URI"),
            failure: AuthenticationFailure(fields),
            otherFields: fields.fields.filter { !Self.isListed($0) }.map(ReportField.init))
    }

    private static let names: Set<String> = [
        "feedback-type", "user-agent", "version", "original-envelope-id", "original-mail-from",
        "original-rcpt-to", "arrival-date", "received-date", "reporting-mta", "source-ip",
        "source-port", "incidents", "authentication-results", "reported-domain", "reported-uri",
    ]

    private static func isListed(_ field: Field) -> Bool {
        let name = field.name.asciiLowercased
        return names.contains(name) || AuthenticationFailure.names.contains(name)
    }

    /// The path with or without its brackets.
    private static func reversePath(_ text: String) -> ReversePath? {
        var cursor = ByteCursor(text.hasPrefix("<") ? text : "<\(text)>")
        return try? cursor.readReversePath()
    }

    /// The address, or the first word where a name or a comment follows.
    private static func address(_ text: String) -> IPAddress? {
        if let address = IPAddress(parsing: text) { return address }
        let word = text.prefix { $0 != " " && $0 != "(" && $0 != "]" }
        return IPAddress(parsing: word.hasPrefix("[") ? word.dropFirst() : word)
    }
}

extension String {
    /// `a@b.example` for `<a@b.example>`.
    var unbracketed: String {
        hasPrefix("<") && hasSuffix(">") && utf8.count > 2 ? String(dropFirst().dropLast()) : self
    }
}
