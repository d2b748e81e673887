import MailMessage
import MailTypes
import WaxwingCore

/// What came back to a return path, as the sender of the message gets to see it.
struct ForwardedReport {
    /// What the sender may not want by mail.
    let kind: FeedbackKinds
    let content: [UInt8]

    /// Reports come from the service whoever wrote them, as with SES: nothing else of them changes.
    /// What is no report (RFC 6522), such as an automatic reply, stays as it is, and counts as what
    /// comes back by itself.
    init(_ received: [UInt8], provider: Provider) {
        guard var message = try? Message(parsing: received),
            let type = message.parts.root.contentType.reportType
        else {
            kind = .bounces
            content = received
            return
        }
        kind = type == .complaint ? .complaints : .bounces
        let sender =
            type == .complaint
            ? Mailbox(localPart: "complaints", domain: provider.complaintDomain)
            : Mailbox(localPart: "MAILER-DAEMON", domain: provider.bounceDomain(in: .standard))
        guard let from = try? Field("From", addresses: [Address(mailbox: sender)]) else {
            content = received
            return
        }
        message.headerSection.replace("From", with: from)
        content = message.formatted
    }
}

private enum ReportType {
    case bounce, complaint
}

extension ContentType {
    /// Nil for what is no report about a message.
    fileprivate var reportType: ReportType? {
        guard mediaType == "multipart/report" else { return nil }
        switch parameters.text("report-type")?.asciiLowercased {
        case "feedback-report": return .complaint
        case "delivery-status": return .bounce
        default: return nil
        }
    }
}
