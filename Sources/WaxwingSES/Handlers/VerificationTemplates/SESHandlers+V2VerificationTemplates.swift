import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func registerV2VerificationTemplates(on router: inout SESRouter) {
        router.serve(SESv2.CreateCustomVerificationEmailTemplate.self) { request, context in
            var template = request.template(at: clock.now())
            template.tags = (request.tags ?? []).map { ResourceTag(key: $0.key, value: $0.value) }
            try template.tags.check()
            try await verificationTemplates.create(template, in: context.scope)
            return SESv2.CreateCustomVerificationEmailTemplateResponse()
        }
        router.serve(SESv2.GetCustomVerificationEmailTemplate.self) { request, context in
            try VerificationTemplate.check(name: request.templateName)
            let template = try await verificationTemplates.template(
                named: request.templateName, in: context.scope)
            return SESv2.GetCustomVerificationEmailTemplateResponse(
                templateName: template.name, fromEmailAddress: template.sender,
                templateSubject: template.subject, templateContent: template.content,
                tags: template.tags.map { SESv2.Tag(key: $0.key, value: $0.value) },
                successRedirectionURL: template.redirects.success,
                failureRedirectionURL: template.redirects.failure)
        }
        router.serve(SESv2.UpdateCustomVerificationEmailTemplate.self) { request, context in
            try await verificationTemplates.update(request.templateName, in: context.scope) {
                request.replace(&$0)
            }
            return SESv2.UpdateCustomVerificationEmailTemplateResponse()
        }
        router.serve(SESv2.DeleteCustomVerificationEmailTemplate.self) { request, context in
            try VerificationTemplate.check(name: request.templateName)
            guard
                try await resources.remove(
                    VerificationTemplate.self, request.templateName, in: context.scope)
            else {
                throw ServiceError.notFound(
                    "Custom verification email template <\(request.templateName)> does not exist")
            }
            return SESv2.DeleteCustomVerificationEmailTemplateResponse()
        }
        router.serve(SESv2.ListCustomVerificationEmailTemplates.self) { request, context in
            let size = try listSize(request.pageSize, default: 50, limit: 50)
            let page = try await verificationTemplates(
                token: request.nextToken, size: size, in: context.scope)
            return SESv2.ListCustomVerificationEmailTemplatesResponse(
                customVerificationEmailTemplates: page.resources.map { template in
                    SESv2.CustomVerificationEmailTemplateMetadata(
                        templateName: template.name, fromEmailAddress: template.sender,
                        templateSubject: template.subject,
                        successRedirectionURL: template.redirects.success,
                        failureRedirectionURL: template.redirects.failure)
                }, nextToken: page.nextToken)
        }
        router.serve(SESv2.SendCustomVerificationEmail.self) { request, context in
            SESv2.SendCustomVerificationEmailResponse(
                messageId: try await sendVerification(
                    request.templateName, to: request.emailAddress,
                    configurationSet: request.configurationSetName, context, by: .apiV2))
        }
    }
}
