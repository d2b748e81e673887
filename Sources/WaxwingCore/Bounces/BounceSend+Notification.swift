import MailReports
import MailTypes

// From what a caller says to the report (RFC 3464).
extension BounceSend {
    /// Recipients of one bounce at the most: those of an envelope that a server has to take
    /// (RFC 5321 §4.5.3.1.8).
    static let recipientLimit = 100
    private static let fieldNameLimit = 50
    private static let fieldValueLimit = 2048

    /// The report about `original`.
    /// - Parameter hostname: of the server that the message came to.
    func notification(
        of original: InboxMessage, hostname: String
    ) throws(ServiceError) -> DeliveryStatusNotification {
        let received = Set(original.recipients.map(\.asciiLowercased))
        var notification = try notification(hostname: hostname)
        for (index, recipient) in recipients.enumerated() {
            let final = notification.recipients[index].finalRecipient
            guard
                [final, recipient.address].contains(where: { received.contains($0.asciiLowercased) }
                )
            else {
                throw .messageRejected(
                    "Message <\(originalMessageID)> was not received for <\(recipient.address)>.")
            }
        }
        notification.arrivalDate = notification.arrivalDate ?? original.receivedAt
        return notification
    }

    /// The report as far as the caller alone determines it.
    /// - Throws: ``ServiceError/invalidParameter(_:)`` for a value that breaks a rule.
    func notification(
        hostname: String
    ) throws(ServiceError) -> DeliveryStatusNotification {
        guard !recipients.isEmpty else {
            throw .invalidParameter("A bounce needs at least one recipient.")
        }
        guard recipients.count <= Self.recipientLimit else {
            throw .invalidParameter("Recipient count exceeds \(Self.recipientLimit).")
        }
        try Self.check(report.otherFields)
        var notification = DeliveryStatusNotification(
            reportingMTA: try report.reportingMTA.map(Self.hostname) ?? hostname,
            arrivalDate: report.arrivalDate, otherFields: report.otherFields, recipients: [])
        for recipient in recipients { notification.recipients.append(try recipient.notification) }
        return notification
    }

    fileprivate static func check(_ fields: [ReportField]) throws(ServiceError) {
        for field in fields {
            let isName = field.name.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
            // A second Status would contradict the first one.
            let isTaken = DeliveryStatusNotification.standardFieldNames.contains(
                field.name.asciiLowercased)
            guard isName, (1...fieldNameLimit).contains(field.name.utf8.count), !isTaken else {
                throw .invalidParameter("Invalid extension field name: \(field.name)")
            }
            let isOneLine = !field.value.utf8.contains { $0 == 0x0D || $0 == 0x0A }
            guard isOneLine, field.value.utf8.count <= fieldValueLimit else {
                throw .invalidParameter("Invalid extension field value: \(field.value)")
            }
        }
    }

    /// The name in `dns; mx.example.com`. There is no other registered type (RFC 3464 §9.3).
    fileprivate static func hostname(_ text: String) throws(ServiceError) -> String {
        let (type, name) = typed(text)
        guard (type ?? "dns").asciiLowercased == "dns", !name.isEmpty,
            name.utf8.allSatisfy({ $0.isAlphanumeric || "-._[]:".utf8.contains($0) })
        else { throw .invalidParameter("Invalid MTA name: \(text)") }
        return name
    }

    /// What stands in front of the semicolon, and what behind it.
    fileprivate static func typed(_ text: String) -> (type: String?, value: String) {
        guard let semicolon = text.utf8.firstIndex(of: UInt8(ascii: ";")) else {
            return (nil, trimmed(text[...]))
        }
        let type = trimmed(text[..<semicolon])
        let isAtom = type.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
        guard isAtom, !type.isEmpty else { return (nil, trimmed(text[...])) }
        return (type, trimmed(text[text.utf8.index(after: semicolon)...]))
    }

    private static func trimmed(_ text: Substring) -> String {
        String(decoding: Array(text.utf8)[...].trimmingFoldingWhitespace, as: UTF8.self)
    }
}

extension BounceSend.Recipient {
    fileprivate var notification: DeliveryStatusNotification.Recipient {
        get throws(ServiceError) {
            let address = try Self.address(address)
            guard let report else {
                guard let reason else {
                    throw .invalidParameter(
                        "Either BounceType or RecipientDsnFields must be specified for recipient "
                            + "<\(self.address)>.")
                }
                return Self.notification(of: address, reason.reply)
            }
            let final = try report.finalRecipient.map(Self.address) ?? address
            guard let status = EnhancedStatusCode(prefixOf: report.status),
                "\(status)" == report.status
            else { throw .invalidParameter("Invalid DSN status: \(report.status)") }
            try BounceSend.check(report.otherFields)
            var notification = DeliveryStatusNotification.Recipient(
                originalRecipient: final == address ? nil : address, finalRecipient: final,
                action: report.action, status: status,
                remoteMTA: try report.remoteMTA.map(BounceSend.hostname),
                lastAttemptDate: report.lastAttemptDate, otherFields: report.otherFields)
            if let code = report.diagnosticCode {
                let (type, text) = BounceSend.typed(code)
                notification.diagnosticType = type?.asciiLowercased ?? "smtp"
                notification.diagnosticCode = text
            } else {
                notification.diagnosticCode = reason.map { "\($0.reply)" }
            }
            return notification
        }
    }

    /// Also a temporary failure has failed: nobody tries again what is sent back (RFC 3463 §2, 4.X.X).
    private static func notification(
        of address: String, _ reply: SMTPReply
    ) -> DeliveryStatusNotification.Recipient {
        DeliveryStatusNotification.Recipient(
            finalRecipient: address, action: .failed,
            status: reply.enhancedCode ?? EnhancedStatusCode(5, 0, 0), diagnosticCode: "\(reply)")
    }

    private static func address(_ text: String) throws(ServiceError) -> String {
        guard case .address(let mailbox)? = try? IdentityName(parsing: text) else {
            throw .invalidParameter("Invalid email address<\(text)>.")
        }
        return mailbox.formatted
    }
}
