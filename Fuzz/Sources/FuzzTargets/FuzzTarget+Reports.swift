import MailMessage
import MailReports
import MailTypes

extension FuzzTarget {
    static let reports = FuzzTarget("reports") { bytes in
        guard let message = try? Message(parsing: bytes) else { return }
        _ = DeliveryStatusNotification(parsing: message)
        _ = FeedbackReport(parsing: message)
        _ = AutomaticReply.mayAnswer(message, reversePath: .null)
    }
}
