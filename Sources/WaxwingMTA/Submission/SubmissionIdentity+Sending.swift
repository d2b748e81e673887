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
        var call = Call(
            action: "ses:SendRawEmail", principal: principal, policies: policies,
            region: scope.region.description, sourceIP: "\(session.remoteAddress)",
            isSecure: session.tls != nil, now: now)
        if policies != nil {
            call.addSenders(
                [request.source].compactMap(\.self), content: request.content, in: scope)
        }
        guard authorizer.allows(call) else {
            throw ServiceError.accessDenied(
                "User '\(principal.arn)' is not authorized to perform 'ses:SendRawEmail' on "
                    + "resource '\(call.resource)'")
        }
    }
}
