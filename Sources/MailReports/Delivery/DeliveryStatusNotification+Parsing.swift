public import MailMessage
import MailTypes

extension DeliveryStatusNotification {
    /// Reads the `message/delivery-status` part of a report.
    ///
    /// Reads forgivingly: types may be missing, `Status` may be followed by text or be absent when
    /// the diagnostic code holds one, an unknown action is a failure when its status is permanent.
    /// - Returns: nil when the message has no such part or names no recipient. What a report says
    ///   is a claim: anybody can send one.
    public init?(parsing message: Message) {
        let types = ["message/delivery-status", "message/global-delivery-status"]
        guard let fields = ReportFields(in: message, mediaTypes: types) else { return nil }
        self.init(fields)
    }

    init?(_ fields: ReportFields) {
        let recipients = fields.groups.compactMap(Recipient.init)
        guard !recipients.isEmpty else { return nil }
        let first = fields.groups.first
        self.init(
            reportingMTA: first?.typedReportValue("Reporting-MTA") ?? "",
            originalEnvelopeID: first?.reportValue("Original-Envelope-Id"),
            gateway: first?.typedReportValue("DSN-Gateway"),
            receivedFromMTA: first?.typedReportValue("Received-From-MTA"),
            arrivalDate: first?.reportDate("Arrival-Date"),
            otherFields: first?.fields.unlisted() ?? [], recipients: recipients)
    }
}

extension DeliveryStatusNotification.Recipient {
    fileprivate init?(_ fields: HeaderSection) {
        guard
            let address = fields.typedReportValue("Final-Recipient")
                ?? fields.typedReportValue("Original-Recipient")
        else { return nil }
        let diagnosticCode = fields.typedReportValue("Diagnostic-Code")
        let written = fields.reportValue("Status").flatMap(EnhancedStatusCode.init(prefixOf:))
        guard let status = Self.status(written, diagnosticCode) else { return nil }
        self.init(
            originalRecipient: fields.typedReportValue("Original-Recipient").map(Self.address),
            finalRecipient: Self.address(address),
            action: Self.action(fields.reportValue("Action"), status), status: status,
            remoteMTA: fields.typedReportValue("Remote-MTA"), diagnosticCode: diagnosticCode,
            diagnosticType: diagnosticCode == nil ? "smtp" : Self.diagnosticType(fields),
            lastAttemptDate: fields.reportDate("Last-Attempt-Date"),
            finalLogID: fields.reportValue("Final-Log-ID"),
            willRetryUntil: fields.reportDate("Will-Retry-Until"),
            otherFields: fields.fields.unlisted())
    }

    private static func diagnosticType(_ fields: HeaderSection) -> String {
        let value = fields.reportValue("Diagnostic-Code") ?? ""
        guard let semicolon = value.utf8.firstIndex(of: UInt8(ascii: ";")) else { return "" }
        return value[..<semicolon].trimmingSpaces.asciiLowercased
    }

    private static func address(_ text: String) -> String {
        guard text.hasPrefix("<"), text.hasSuffix(">"), text.utf8.count > 2 else { return text }
        return String(text.dropFirst().dropLast())
    }

    /// A status that says nothing (`5.0.0`) gives way to one in the diagnostic code.
    private static func status(
        _ written: EnhancedStatusCode?, _ diagnosticCode: String?
    ) -> EnhancedStatusCode? {
        if let written, written.subject != 0 || written.detail != 0 { return written }
        let words = (diagnosticCode ?? "").split(maxSplits: 100) {
            $0 == " " || $0 == "-" || $0 == "#"
        }
        let codes = words.lazy.compactMap { EnhancedStatusCode(prefixOf: $0) }
        // Behind the start of an answer stand quotations, and versions of programs: only a code of
        // the class that was written is meant there.
        let quoted = words.prefix(4).lazy.compactMap { EnhancedStatusCode(prefixOf: $0) }.first
        if let quoted { return quoted }
        if let code = codes.first(where: { $0.category == written?.category }) { return code }
        if let written { return written }
        switch words.first?.utf8.first {
        case UInt8(ascii: "5"): return EnhancedStatusCode(5, 0, 0)
        case UInt8(ascii: "4"): return EnhancedStatusCode(4, 0, 0)
        default: return nil
        }
    }

    private static func action(
        _ text: String?, _ status: EnhancedStatusCode
    ) -> DeliveryStatusNotification.Action {
        let word = (text ?? "").prefix { $0.isLetter }.asciiLowercased
        if let action = DeliveryStatusNotification.Action(rawValue: word) { return action }
        switch status.category {
        case 2: return .delivered
        case 4: return .delayed
        default: return .failed
        }
    }
}

extension DeliveryStatusNotification {
    /// The fields that the standard has, in lower case (RFC 3464 §2.2 and §2.3): none of them is
    /// one of the other fields.
    public static let standardFieldNames: Set<String> = [
        "original-envelope-id", "reporting-mta", "dsn-gateway", "received-from-mta",
        "arrival-date", "original-recipient", "final-recipient", "action", "status",
        "remote-mta", "diagnostic-code", "last-attempt-date", "final-log-id",
        "will-retry-until",
    ]
}

extension [Field] {
    /// The fields that the standard does not have.
    fileprivate func unlisted() -> [ReportField] {
        filter { !DeliveryStatusNotification.standardFieldNames.contains($0.name.asciiLowercased) }
            .map(ReportField.init)
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        let blanks = start.reversed().prefix { $0 == " " || $0 == "\t" }.count
        return start.dropLast(blanks)
    }
}
