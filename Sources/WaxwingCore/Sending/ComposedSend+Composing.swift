import MailMessage
import MailTypes

extension SendingService {
    /// The message of a request, from its parts.
    func compose(
        _ request: ComposedSend, from source: Address, to: [Address], cc: [Address],
        replyTo: [Address]
    ) throws(ServiceError) -> [UInt8] {
        guard request.text != nil || request.html != nil else {
            throw .invalidParameter("Empty required body: give Text, Html or both.")
        }
        let message = ComposedMessage(
            from: source, to: to, cc: cc, replyTo: replyTo, subject: request.subject,
            additionalFields: request.headers, text: request.text.map { .init($0) },
            html: request.html.map { .init($0) }, attachments: request.attachments)
        var random = SystemRandomNumberGenerator()
        do throws(CompositionError) {
            return try message.formatted(using: &random)
        } catch {
            throw .invalidParameter("The message cannot be written: \(error).")
        }
    }
}
