import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func registerV1VerificationTemplates(on router: inout SESRouter) {
        router.serve(SESv1.CreateCustomVerificationEmailTemplate.self) { request, context in
            try await verificationTemplates.create(
                request.template(at: clock.now()), in: context.scope)
            return Empty()
        }
        router.serve(SESv1.GetCustomVerificationEmailTemplate.self) { request, context in
            let template = try await verificationTemplates.template(
                named: request.templateName, in: context.scope)
            return SESv1.GetCustomVerificationEmailTemplateResponse(
                templateName: template.name, fromEmailAddress: template.sender,
                templateSubject: template.subject, templateContent: template.content,
                successRedirectionURL: template.redirects.success,
                failureRedirectionURL: template.redirects.failure)
        }
        router.serve(SESv1.UpdateCustomVerificationEmailTemplate.self) { request, context in
            // Unlike v2, v1 leaves alone what is not given.
            try await verificationTemplates.update(request.templateName, in: context.scope) {
                $0.sender = request.fromEmailAddress ?? $0.sender
                $0.subject = request.templateSubject ?? $0.subject
                $0.content = request.templateContent ?? $0.content
                $0.redirects = VerificationRedirects(
                    success: request.successRedirectionURL ?? $0.redirects.success,
                    failure: request.failureRedirectionURL ?? $0.redirects.failure)
            }
            return Empty()
        }
        router.serve(SESv1.DeleteCustomVerificationEmailTemplate.self) { request, context in
            // v1 names no error for this operation: what is not there counts as deleted.
            _ = try await resources.remove(
                VerificationTemplate.self, request.templateName, in: context.scope)
            return Empty()
        }
        router.serve(SESv1.ListCustomVerificationEmailTemplates.self) { request, context in
            // Unlike v2, v1 serves the longest page where a size is out of bounds.
            let size = request.maxResults.flatMap { (1...50).contains($0) ? $0 : nil } ?? 50
            let page = try await verificationTemplates(
                token: request.nextToken, size: size, in: context.scope)
            return SESv1.ListCustomVerificationEmailTemplatesResponse(
                customVerificationEmailTemplates: page.resources.map { template in
                    SESv1.CustomVerificationEmailTemplate(
                        templateName: template.name, fromEmailAddress: template.sender,
                        templateSubject: template.subject,
                        successRedirectionURL: template.redirects.success,
                        failureRedirectionURL: template.redirects.failure)
                }, nextToken: page.nextToken)
        }
        router.serve(SESv1.SendCustomVerificationEmail.self) { request, context in
            do {
                return SESv1.SendCustomVerificationEmailResponse(
                    messageId: try await sendVerification(
                        request.templateName, to: request.emailAddress,
                        configurationSet: request.configurationSetName, context, by: .apiV1))
            } catch let error as ServiceError where error.isPause {
                // Other than the operations that send mail, this one has no code for a pause.
                throw ServiceError.messageRejected(error.text)
            }
        }
    }
}

extension ServiceError {
    /// Whether mail is held back for now: by the account, the configuration set, or a MAIL FROM
    /// domain that has lost its records.
    fileprivate var isPause: Bool {
        switch self {
        case .mailFromDomainNotVerified, .refused("AccountSendingPausedException", _),
            .refused("ConfigurationSetSendingPausedException", _):
            true
        default: false
        }
    }
}
