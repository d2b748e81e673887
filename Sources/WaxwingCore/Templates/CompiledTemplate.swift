import JSONText
import MailMessage
import MailTemplates

/// The parts of a template, ready to be rendered.
struct CompiledTemplate: Sendable {
    /// Nil for one that the request itself brought.
    let name: String?
    private let subject: Template?
    private let text: Template?
    private let html: Template?

    /// - Throws: ``ServiceError`` for a part that is no template.
    init(name: String?, subject: String?, text: String?, html: String?) throws(ServiceError) {
        self.name = name
        self.subject = try Self.part(subject, "subject")
        self.text = try Self.part(text, "text part")
        self.html = try Self.part(html, "HTML part")
    }

    private static func part(
        _ text: String?, _ what: String
    ) throws(ServiceError) -> Template? {
        guard let text else { return nil }
        do throws(TemplateError) {
            return try Template(parsing: text)
        } catch {
            throw .refused(code: "InvalidTemplate", "The \(what) is no template: \(error).")
        }
    }

    /// The content of a message.
    /// - Throws: ``RenderingFailure`` when the data lacks something.
    func rendered(with data: Document) throws(RenderingFailure) -> SendContent {
        // Templates kept in files end with a line break; within a subject one is refused later.
        let subject = try Self.render(subject, data) ?? ""
        var content = SendContent(subject: subject.trimmed)
        content.text = try Self.render(text, data).map { .init($0) }
        content.html = try Self.render(html, data).map { .init($0) }
        return content
    }

    private static func render(
        _ template: Template?, _ data: Document
    ) throws(RenderingFailure) -> String? {
        guard let template else { return nil }
        do throws(RenderingError) {
            return String(decoding: try template.render(data: data), as: UTF8.self)
        } catch {
            throw RenderingFailure(error)
        }
    }
}

/// Why a template could not be rendered, in the words of SES.
struct RenderingFailure: Error {
    let text: String
    /// The code that v1 has for it.
    private let code: String

    init(_ error: RenderingError) {
        text = "\(error)"
        if case .missingAttribute = error {
            code = "MissingRenderingAttribute"
        } else {
            code = "InvalidTemplate"
        }
    }

    var serviceError: ServiceError { .refused(code: code, text) }
}

extension String {
    /// Without white space and line breaks at both ends.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
