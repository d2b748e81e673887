public import MailMessage
public import MailTypes

extension DeliveryStatusNotification {
    /// The report as a message.
    /// - Parameters:
    ///   - from: Who reports, as a rule `MAILER-DAEMON` at the reporting host.
    ///   - recipient: The reverse path of the message that the report is about.
    ///   - messageID: The report's own, without angle brackets.
    ///   - original: The message that the report is about.
    ///   - returning: How much of it goes back.
    ///   - explanation: The part for people; nil for one that tells what became of each recipient.
    /// - Throws: ``CompositionError`` when an address or the identifier cannot be written; texts
    ///   of peers are made safe instead.
    public func formatted(
        from: Address, to recipient: Mailbox, date: UnixTime, messageID: String,
        original: [UInt8], returning: ReturnedContent, explanation: String? = nil,
        using generator: inout some RandomNumberGenerator
    ) throws(CompositionError) -> [UInt8] {
        let fields = [
            try Field("Date", value: date.messageDate),
            try Field("From", addresses: [from]),
            try Field("To", addresses: [Address(mailbox: recipient)]),
            try Field("Message-ID", value: "<\(messageID)>"),
            try Field("Subject", text: subject),
            try Field("Auto-Submitted", value: "auto-replied"),
        ]
        var groups = [try messageFields()]
        for recipient in recipients { groups.append(try recipient.fields()) }
        let report = MultipartReport(
            originalMessage: original, returning: returning, reportType: "delivery-status",
            explanation: explanation ?? standardExplanation, groups: groups)
        return try report.formatted(fields, using: &generator)
    }

    private var subject: String {
        let actions = recipients.map(\.action)
        if actions.contains(.failed) { return "Delivery Status Notification (Failure)" }
        if actions.contains(.delayed) { return "Delivery Status Notification (Delay)" }
        return "Delivery Status Notification (Success)"
    }

    private func messageFields() throws(CompositionError) -> [Field] {
        var fields: [Field] = []
        if let originalEnvelopeID {
            fields.append(try Field(report: "Original-Envelope-Id", originalEnvelopeID))
        }
        fields.append(try Field(report: "Reporting-MTA", "dns; \(reportingMTA)"))
        if let gateway { fields.append(try Field(report: "DSN-Gateway", "dns; \(gateway)")) }
        if let receivedFromMTA {
            fields.append(try Field(report: "Received-From-MTA", "dns; \(receivedFromMTA)"))
        }
        if let arrivalDate {
            fields.append(try Field(report: "Arrival-Date", arrivalDate.messageDate))
        }
        for field in otherFields { fields.append(try Field(report: field.name, field.value)) }
        return fields
    }

    /// The part for people: each recipient with what became of it, and the answer of the host.
    private var standardExplanation: String {
        var text = "This message was created automatically by the mail system at \(reportingMTA).\n"
        for recipient in recipients {
            text += "\n<\(recipient.finalRecipient)>: \(recipient.sentence)\n"
            if let answer = recipient.diagnosticCode {
                let host = recipient.remoteMTA.map { "\($0) said" } ?? "The reason given"
                text += "    \(host): \(answer)\n"
            }
        }
        let bytes = text.utf8.map { byte in
            byte < 0x80 && (byte >= 0x20 || byte == 0x0A) && byte != 0x7F
                ? byte : UInt8(ascii: "?")
        }
        return String(decoding: Self.wrapped(bytes), as: UTF8.self)
    }

    /// Breaks lines that mail could not carry.
    private static func wrapped(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var column = 0
        for byte in text {
            if column == 900, byte != 0x0A {
                output.append(0x0A)
                column = 0
            }
            output.append(byte)
            column = byte == 0x0A ? 0 : column + 1
        }
        return output
    }
}

extension DeliveryStatusNotification.Recipient {
    fileprivate var sentence: String {
        switch action {
        case .failed: "the message could not be delivered (\(status))."
        case .delayed: "the message has not been delivered yet; delivery is tried again."
        case .delivered: "the message was delivered."
        case .relayed: "the message was passed on to a system that does not report deliveries."
        case .expanded: "the message was delivered to a list and sent on to its members."
        }
    }

    /// RFC 3464 §2.3
    fileprivate func fields() throws(CompositionError) -> [Field] {
        var fields: [Field] = []
        if let originalRecipient {
            fields.append(try Field(report: "Original-Recipient", "rfc822; \(originalRecipient)"))
        }
        fields.append(try Field(report: "Final-Recipient", "rfc822; \(finalRecipient)"))
        fields.append(try Field(report: "Action", action.rawValue))
        fields.append(try Field(report: "Status", "\(status)"))
        if let remoteMTA { fields.append(try Field(report: "Remote-MTA", "dns; \(remoteMTA)")) }
        if let diagnosticCode {
            let type = diagnosticType.isEmpty ? "smtp" : diagnosticType
            fields.append(try Field(report: "Diagnostic-Code", "\(type); \(diagnosticCode)"))
        }
        if let lastAttemptDate {
            fields.append(try Field(report: "Last-Attempt-Date", lastAttemptDate.messageDate))
        }
        if let finalLogID { fields.append(try Field(report: "Final-Log-ID", finalLogID)) }
        if let willRetryUntil {
            fields.append(try Field(report: "Will-Retry-Until", willRetryUntil.messageDate))
        }
        for field in otherFields { fields.append(try Field(report: field.name, field.value)) }
        return fields
    }
}
