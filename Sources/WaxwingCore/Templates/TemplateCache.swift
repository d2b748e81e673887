import Synchronization

/// Keeps templates that were read, so that each is read once.
final class TemplateCache: Sendable {
    private struct Key: Hashable {
        let scope: Scope
        let name: String
    }

    /// Templates kept at the most; past that all are dropped.
    private static let limit = 1000

    private let entries = Mutex<[Key: (template: EmailTemplate, compiled: CompiledTemplate)]>([:])

    func compiled(
        _ template: EmailTemplate, in scope: Scope
    ) throws(ServiceError) -> CompiledTemplate {
        let key = Key(scope: scope, name: template.name)
        if let entry = entries.withLock({ $0[key] }), entry.template == template {
            return entry.compiled
        }
        let compiled = try CompiledTemplate(
            name: template.name, subject: template.subject, text: template.text,
            html: template.html)
        entries.withLock { entries in
            if entries.count >= Self.limit { entries.removeAll() }
            entries[key] = (template, compiled)
        }
        return compiled
    }
}
