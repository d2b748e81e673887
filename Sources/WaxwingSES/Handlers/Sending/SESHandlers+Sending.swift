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

extension SESHandlers {
    /// The context of a send that may name an endpoint, whose primary region it then belongs to.
    ///
    /// Such a request is signed for a set of regions. One that is signed for a single one has to be
    /// signed for a region of the endpoint.
    func sendContext(
        _ context: SESContext, _ door: SendContext.Door, endpointID: String?
    ) async throws -> SendContext {
        var send = try context.sendContext(door)
        guard let endpointID else { return send }
        let (scope, endpoint) = try await sending.scope(
            ofEndpoint: endpointID, of: send.scope.account)
        let isOfEndpoint = context.region == endpoint.secondaryRegion.description
        guard context.caller.isGood(in: scope.region, signedForAnother: isOfEndpoint) else {
            throw SESError(
                .accessDenied,
                "The request is not signed for region \(scope.region), which multi-region endpoint "
                    + "<\(endpointID)> sends in, or its credentials are not good there.")
        }
        send.scope = scope
        send.endpointID = endpointID
        return send
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
