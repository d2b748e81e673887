extension EmailTemplate {
    /// Where the picture goes that counts openings; at the end without it.
    private static let openTracker = "{{ses:openTracker}}"

    /// Refuses a template that could never be sent.
    func check() throws(ServiceError) {
        try Self.checkName(name)
        guard let subject, !subject.isEmpty else {
            throw .invalidParameter("The subject must be specified.")
        }
        let size = (text?.utf8.count ?? 0) + (html?.utf8.count ?? 0)
        guard size <= Self.sizeLimit else {
            throw .refused(
                code: "InvalidTemplate",
                "Template \(name) is too large: text and HTML may have \(Self.sizeLimit) bytes "
                    + "together, and have \(size).")
        }
        _ = try CompiledTemplate(name: name, subject: subject, text: text, html: html)
        guard (html ?? "").ranges(of: Self.openTracker).count <= 1 else {
            throw .refused(
                code: "InvalidTemplate",
                "A template may have \(Self.openTracker) in one place only.")
        }
    }

    /// SES takes any name that is visible and stands in a path; so does this.
    public static func checkName(_ name: String) throws(ServiceError) {
        let isBlank = name.utf8.allSatisfy { $0 == UInt8(ascii: " ") }
        let isPrintable = name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        guard !isBlank, isPrintable, name.utf8.count <= nameLimit, name.utf8.first != 0x20,
            name.utf8.last != 0x20
        else { throw .invalidParameter("Invalid template name <\(name)>.") }
    }

    static func unknown(_ name: String) -> ServiceError {
        .refused(code: "TemplateDoesNotExist", "Template \(name) does not exist.")
    }
}
