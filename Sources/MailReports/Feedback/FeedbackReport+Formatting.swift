public import MailMessage
public import MailTypes

extension FeedbackReport {
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
            try Field(report: "Version", version),
        ]
        func add(_ name: String, _ value: String?) throws(CompositionError) {
            if let value { fields.append(try Field(report: name, value)) }
        }
        try add("Original-Envelope-Id", originalEnvelopeID)
        try add("Original-Mail-From", originalMailFrom?.formatted)
        for recipient in originalRecipients { try add("Original-Rcpt-To", "<\(recipient)>") }
        try add("Arrival-Date", arrivalDate?.messageDate)
        try add("Reporting-MTA", reportingMTA.map { "dns; \($0)" })
        try add("Source-IP", sourceIP?.description)
        try add("Source-Port", sourcePort.map { String($0) })
        try add("Incidents", incidents.map { String($0) })
        for results in authenticationResults { try add("Authentication-Results", results) }
        for domain in reportedDomains { try add("Reported-Domain", domain) }
        for uri in reportedURIs { try add("Reported-URI", uri) }
        if let failure { fields += try failure.fields() }
        for field in otherFields { try add(field.name, field.value) }
        return fields
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
