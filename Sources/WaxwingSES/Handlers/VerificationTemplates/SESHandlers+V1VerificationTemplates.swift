import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func registerV1VerificationTemplates(on router: inout SESRouter) {
        router.serve(SESv1.CreateCustomVerificationEmailTemplate.self) { request, context in
            let template = VerificationTemplate(
                name: request.templateName, createdAt: clock.now(),
                sender: request.fromEmailAddress, subject: request.templateSubject,
                content: request.templateContent,
                redirects: VerificationRedirects(
                    success: request.successRedirectionURL,
                    failure: request.failureRedirectionURL))
            try await verificationTemplates.create(template, in: context.scope)
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
            let page = try await verificationTemplates(
                token: request.nextToken, size: request.maxResults ?? 50, in: context.scope)
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
            SESv1.SendCustomVerificationEmailResponse(
                messageId: try await sendVerification(
                    request.templateName, to: request.emailAddress,
                    configurationSet: request.configurationSetName, context, by: .apiV1))
        }
    }
}
