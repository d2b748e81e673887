import MailTypes
import SESModel
import WaxwingCore

// `SendBounce`: checked as a whole; received messages are not kept yet, so that none is found.
extension SESHandlers {
    func sendBounce(
        _ request: SESv1.SendBounceRequest, _ context: SESContext
    ) async throws -> SESv1.SendBounceResponse {
        guard case .address(let sender)? = try? IdentityName(parsing: request.bounceSender) else {
            throw ServiceError.invalidParameter(
                "Invalid email address<\(request.bounceSender)>.")
        }
        guard try await identities.isVerified(sender, in: context.scope) else {
            throw ServiceError.messageRejected(
                SendingService.notVerifiedText([request.bounceSender], in: try context.scope.region)
            )
        }
        guard !request.bouncedRecipientInfoList.isEmpty else {
            throw ServiceError.invalidParameter("A bounce needs at least one recipient.")
        }
        try Self.check(request.messageDsn?.extensionFields)
        for recipient in request.bouncedRecipientInfoList { try Self.check(recipient) }
        throw ServiceError.messageRejected(
            "Message <\(request.originalMessageId)> was not received in the last 24 hours.")
    }

    private static func check(_ info: SESv1.BouncedRecipientInfo) throws(ServiceError) {
        guard case .address? = try? IdentityName(parsing: info.recipient) else {
            throw .invalidParameter("Invalid email address<\(info.recipient)>.")
        }
        guard let fields = info.recipientDsnFields else {
            guard info.bounceType != nil else {
                throw .invalidParameter(
                    "Either BounceType or RecipientDsnFields must be specified for recipient "
                        + "<\(info.recipient)>.")
            }
            return
        }
        guard let status = EnhancedStatusCode(prefixOf: fields.status),
            "\(status)" == fields.status
        else { throw .invalidParameter("Invalid DSN status: \(fields.status)") }
        try check(fields.extensionFields)
    }

    private static func check(_ fields: [SESv1.ExtensionField]?) throws(ServiceError) {
        for field in fields ?? [] {
            let isName = field.name.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
            guard isName, (1...50).contains(field.name.utf8.count) else {
                throw .invalidParameter("Invalid extension field name: \(field.name)")
            }
            let isOneLine = !field.value.utf8.contains { $0 == 0x0D || $0 == 0x0A }
            guard isOneLine, field.value.utf8.count <= 2048 else {
                throw .invalidParameter("Invalid extension field value: \(field.value)")
            }
        }
    }
}
