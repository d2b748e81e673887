import MailReports
import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func sendBounce(
        _ request: SESv1.SendBounceRequest, _ context: SESContext
    ) async throws -> SESv1.SendBounceResponse {
        var bounce = BounceSend(
            originalMessageID: request.originalMessageId, sender: request.bounceSender,
            recipients: request.bouncedRecipientInfoList.map(BounceSend.Recipient.init))
        bounce.senderARN = request.bounceSenderArn
        bounce.explanation = request.explanation
        if let report = request.messageDsn {
            bounce.report.reportingMTA = report.reportingMta
            bounce.report.arrivalDate = report.arrivalDate
            bounce.report.otherFields = report.extensionFields.reportFields
        }
        let receipt = try await bounces.send(bounce, by: context.sendContext(.apiV1))
        return SESv1.SendBounceResponse(messageId: receipt.messageID)
    }
}

extension BounceSend.Recipient {
    fileprivate init(_ info: SESv1.BouncedRecipientInfo) {
        self.init(
            address: info.recipient,
            reason: info.bounceType.flatMap { BounceReason(rawValue: $0.rawValue) },
            report: info.recipientDsnFields.map(BounceSend.RecipientReport.init))
    }
}

extension BounceSend.RecipientReport {
    fileprivate init(_ fields: SESv1.RecipientDsnFields) {
        self.init(action: fields.action.reported, status: fields.status)
        finalRecipient = fields.finalRecipient
        remoteMTA = fields.remoteMta
        diagnosticCode = fields.diagnosticCode
        lastAttemptDate = fields.lastAttemptDate
        otherFields = fields.extensionFields.reportFields
    }
}

extension SESv1.DsnAction {
    fileprivate var reported: DeliveryStatusNotification.Action {
        switch self {
        case .failed: .failed
        case .delayed: .delayed
        case .delivered: .delivered
        case .relayed: .relayed
        case .expanded: .expanded
        }
    }
}

extension [SESv1.ExtensionField]? {
    fileprivate var reportFields: [ReportField] {
        (self ?? []).map { ReportField(name: $0.name, value: $0.value) }
    }
}
