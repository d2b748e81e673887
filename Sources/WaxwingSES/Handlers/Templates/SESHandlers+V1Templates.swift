import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func registerV1Templates(on router: inout SESRouter) {
        router.serve(SESv1.CreateTemplate.self) { try await create($0, $1) }
        router.serve(SESv1.GetTemplate.self) { try await get($0, $1) }
        router.serve(SESv1.UpdateTemplate.self) { try await update($0, $1) }
        router.serve(SESv1.DeleteTemplate.self) { request, context in
            // v1 names no error for this operation: what is not there counts as deleted.
            _ = try await resources.removeTemplate(
                named: request.templateName, in: context.scope)
            return SESv1.DeleteTemplateResponse()
        }
        router.serve(SESv1.ListTemplates.self) { try await list($0, $1) }
    }

    private func create(
        _ request: SESv1.CreateTemplateRequest, _ context: SESContext
    ) async throws -> SESv1.CreateTemplateResponse {
        var template = EmailTemplate(name: request.template.templateName, createdAt: clock.now())
        template.subject = request.template.subjectPart
        template.text = request.template.textPart
        template.html = request.template.htmlPart
        try await resources.create(template, in: context.scope)
        return SESv1.CreateTemplateResponse()
    }

    private func get(
        _ request: SESv1.GetTemplateRequest, _ context: SESContext
    ) async throws -> SESv1.GetTemplateResponse {
        let template = try await resources.template(
            named: request.templateName, in: context.scope)
        return SESv1.GetTemplateResponse(
            template: SESv1.Template(
                templateName: template.name, subjectPart: template.subject,
                textPart: template.text, htmlPart: template.html))
    }

    private func update(
        _ request: SESv1.UpdateTemplateRequest, _ context: SESContext
    ) async throws -> SESv1.UpdateTemplateResponse {
        let template = request.template
        try await resources.updateTemplate(
            named: template.templateName, subject: template.subjectPart, text: template.textPart,
            html: template.htmlPart, in: context.scope)
        return SESv1.UpdateTemplateResponse()
    }

    private func list(
        _ request: SESv1.ListTemplatesRequest, _ context: SESContext
    ) async throws -> SESv1.ListTemplatesResponse {
        // Unlike v2, v1 serves the longest page where a size is out of bounds.
        let size = request.maxItems.map { (1...100).contains($0) ? $0 : 100 } ?? 10
        let page = try await templates(token: request.nextToken, size: size, in: context.scope)
        return SESv1.ListTemplatesResponse(
            templatesMetadata: page.resources.map {
                SESv1.TemplateMetadata(name: $0.name, createdTimestamp: $0.createdAt)
            }, nextToken: page.nextToken)
    }
}
