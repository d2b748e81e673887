import MailMessage
import MailReports
import MailTypes

extension FuzzTarget {
    static let reports = FuzzTarget("reports") { bytes in
        guard let message = try? Message(parsing: bytes) else { return }
        if let notification = DeliveryStatusNotification(parsing: message) {
            require(!notification.recipients.isEmpty, "a report names a recipient")
        }
        _ = FeedbackReport(parsing: message)
        _ = ReportedMessage(in: message)
        _ = AutomaticReply.mayAnswer(message, reversePath: .null)
        let file = ReportFile.read(message)
        require(!file.reports.isEmpty || !file.failures.isEmpty, "something is said")
        _ = ReportFileName(parsing: String(decoding: bytes.prefix(200), as: UTF8.self))
    }
}
