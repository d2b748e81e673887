import MailTypes
import SMTP
import WaxwingCore

extension SubmissionIdentity {
    func sendContext(in session: SMTPSessionInfo) -> SendContext {
        var context = SendContext(scope: scope, door: .smtp, caller: principal)
        context.policies = policies
        context.sourceIP = "\(session.remoteAddress)"
        context.isSecure = session.tls != nil
        context.tlsVersion = session.tls?.version
        return context
    }
}
