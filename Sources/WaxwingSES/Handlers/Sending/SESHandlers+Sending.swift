import JSONText
import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func registerSending(on router: inout SESRouter) {
        registerV1Sending(on: &router)
        registerV2Sending(on: &router)
    }
}

extension SESContext {
    func sendContext(_ door: SendContext.Door) throws(SESError) -> SendContext {
        var context = SendContext(scope: try scope, door: door, caller: caller.principal)
        context.policies = caller.policies
        context.sourceIP = sourceIP
        context.userAgent = userAgent
        context.isSecure = isSecure
        context.tlsVersion = tlsVersion
        return context
    }

    /// What the headers of the request add to a send; both are Waxwing's own (docs/ses-extensions.md).
    ///
    /// - Parameter input: what is asked for; with a key, the same has to be asked for again.
    func addHeaders(
        to options: inout SendOptions, operation: String, input: Document
    ) throws {
        if let sendAt { options.sendAt = try SendOptions.time(sendAt) }
        guard let idempotencyKey else { return }
        guard let key = IdempotencyKey(idempotencyKey) else {
            throw ServiceError.invalidParameter(
                "The Idempotency-Key has to be 1 to \(IdempotencyKey.lengthLimit) visible ASCII "
                    + "characters.")
        }
        let text = "\(version.rawValue)\n\(operation)\n\(sendAt ?? "")\n"
        options.idempotency = IdempotentRequest(
            key: key, digest: SHA256Digest.hash(Array(text.utf8) + JSON.write(input)).bytes)
    }
}
