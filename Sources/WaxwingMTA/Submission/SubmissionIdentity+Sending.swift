import MailTypes
import SMTP
import WaxwingCore

extension SubmissionIdentity {
    func sendContext(in session: SMTPSessionInfo) -> SendContext {
        var context = SendContext(scope: scope, door: .smtp, caller: principal)
        context.sourceIP = "\(session.remoteAddress)"
        context.isSecure = session.tls != nil
        return context
    }

    /// - Throws: ``ServiceError/accessDenied(_:)`` when the caller's own policies do not allow it
    ///   to send.
    func authorize(
        _ request: RawSend, in session: SMTPSessionInfo, by authorizer: any CallAuthorizer,
        now: UnixTime
    ) throws {
        let sender = request.source.flatMap { try? Mailbox(parsing: $0) }
        let domain = sender?.domain?.text
        let names = [domain, sender.map { _ in request.source ?? "" }].compactMap(\.self)
        var call = Call(
            action: "ses:SendRawEmail", resources: names.map { scope.arn("identity", $0) },
            principal: principal, policies: policies, region: scope.region.description,
            sourceIP: "\(session.remoteAddress)", isSecure: session.tls != nil, now: now)
        call.fromAddress = sender.map { _ in request.source ?? "" }
        guard authorizer.allows(call) else {
            throw ServiceError.accessDenied(
                "User '\(principal.arn)' is not authorized to perform 'ses:SendRawEmail' on "
                    + "resource '\(call.resources.first ?? "*")'")
        }
    }
}
