extension ResourceStore {
    /// - Throws: ``ServiceError`` `TemplateDoesNotExist`.
    public func template(named name: String, in scope: Scope) async throws -> EmailTemplate {
        guard let template = try await find(EmailTemplate.self, name, in: scope) else {
            throw EmailTemplate.unknown(name)
        }
        return template
    }

    /// Keeps a new template.
    /// - Throws: ``ServiceError`` for one that cannot be used, one too many, or a name that is
    ///   taken.
    public func create(_ template: EmailTemplate, in scope: Scope) async throws {
        try template.check()
        try await change(in: scope) { transaction in
            guard try transaction.find(EmailTemplate.self, template.name) == nil else {
                throw ServiceError.alreadyExists("Template <\(template.name)> already exists.")
            }
            guard try transaction.count(EmailTemplate.self) < EmailTemplate.countLimit else {
                throw ServiceError.limitExceeded(
                    "The number of templates is limited to \(EmailTemplate.countLimit).")
            }
            _ = try transaction.insert(template)
        }
    }

    /// Puts subject and bodies in the place of those of the template with that name; what is nil
    /// is removed. Tags and the time of making stay.
    public func updateTemplate(
        named name: String, subject: String?, text: String?, html: String?, in scope: Scope
    ) async throws {
        let updated = try await update(EmailTemplate.self, name, in: scope) { template in
            template.subject = subject
            template.text = text
            template.html = html
            try template.check()
        }
        guard updated != nil else { throw EmailTemplate.unknown(name) }
    }

    /// - Returns: whether there was one.
    /// - Throws: ``ServiceError`` while tenants are associated with it.
    public func removeTemplate(named name: String, in scope: Scope) async throws -> Bool {
        try await change(in: scope) { transaction in
            try transaction.refuseIfAssociated(scope.arn("template", name))
            return try transaction.remove(EmailTemplate.self, name)
        }
    }
}
