import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func registerV2Templates(on router: inout SESRouter) {
        router.serve(SESv2.CreateEmailTemplate.self) { try await create($0, $1) }
        router.serve(SESv2.GetEmailTemplate.self) { try await get($0, $1) }
        router.serve(SESv2.UpdateEmailTemplate.self) { try await update($0, $1) }
        router.serve(SESv2.DeleteEmailTemplate.self) { request, context in
            try EmailTemplate.checkName(request.templateName)
            guard
                try await resources.removeTemplate(
                    named: request.templateName, in: context.scope)
            else {
                throw ServiceError.notFound("Template \(request.templateName) does not exist.")
            }
            return SESv2.DeleteEmailTemplateResponse()
        }
        router.serve(SESv2.ListEmailTemplates.self) { try await list($0, $1) }
        router.serve(SESv2.TestRenderEmailTemplate.self) { request, context in
            SESv2.TestRenderEmailTemplateResponse(
                renderedTemplate: try await preview(
                    request.templateName, with: request.templateData, in: context.scope))
        }
    }

    private func create(
        _ request: SESv2.CreateEmailTemplateRequest, _ context: SESContext
    ) async throws -> SESv2.CreateEmailTemplateResponse {
        var template = EmailTemplate(name: request.templateName, createdAt: clock.now())
        template.subject = request.templateContent.subject
        template.text = request.templateContent.text
        template.html = request.templateContent.html
        template.tags = (request.tags ?? []).map { ResourceTag(key: $0.key, value: $0.value) }
        try template.tags.check()
        try await resources.create(template, in: context.scope)
        return SESv2.CreateEmailTemplateResponse()
    }

    private func get(
        _ request: SESv2.GetEmailTemplateRequest, _ context: SESContext
    ) async throws -> SESv2.GetEmailTemplateResponse {
        try EmailTemplate.checkName(request.templateName)
        let template = try await resources.template(
            named: request.templateName, in: context.scope)
        return SESv2.GetEmailTemplateResponse(
            templateName: template.name,
            templateContent: SESv2.EmailTemplateContent(
                subject: template.subject, text: template.text, html: template.html),
            tags: template.tags.map { SESv2.Tag(key: $0.key, value: $0.value) })
    }

    private func update(
        _ request: SESv2.UpdateEmailTemplateRequest, _ context: SESContext
    ) async throws -> SESv2.UpdateEmailTemplateResponse {
        let content = request.templateContent
        try await resources.updateTemplate(
            named: request.templateName, subject: content.subject, text: content.text,
            html: content.html, in: context.scope)
        return SESv2.UpdateEmailTemplateResponse()
    }

    private func list(
        _ request: SESv2.ListEmailTemplatesRequest, _ context: SESContext
    ) async throws -> SESv2.ListEmailTemplatesResponse {
        let size = try listSize(request.pageSize, default: 10, limit: 100)
        let page = try await templates(token: request.nextToken, size: size, in: context.scope)
        return SESv2.ListEmailTemplatesResponse(
            templatesMetadata: page.resources.map {
                SESv2.EmailTemplateMetadata(templateName: $0.name, createdTimestamp: $0.createdAt)
            }, nextToken: page.nextToken)
    }
}
