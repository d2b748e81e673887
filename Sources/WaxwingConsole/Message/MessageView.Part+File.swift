import MailTypes

extension MessageView.Part {
    /// The name to save it under; made from its type where it has none.
    var fileName: String {
        if let name, !name.isEmpty { return name }
        return "part-\(index)" + (Self.extensions[contentType] ?? "")
    }

    /// What the Content-Type field of a download says. A type that is no type is
    /// `application/octet-stream`.
    var fieldValue: String {
        let halves = contentType.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy(Self.isToken) else {
            return "application/octet-stream"
        }
        guard let charset, Self.isToken(charset) else { return contentType }
        return "\(contentType); charset=\(charset)"
    }

    /// RFC 2045 §5.1
    private static func isToken(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.count <= 127
            && text.utf8.allSatisfy { $0.isVisible && !#"()<>@,;:\"/[]?="#.utf8.contains($0) }
    }

    private static let extensions = [
        "text/plain": ".txt", "text/html": ".html", "text/calendar": ".ics", "text/csv": ".csv",
        "image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif", "image/webp": ".webp",
        "image/svg+xml": ".svg", "application/pdf": ".pdf", "application/json": ".json",
        "application/zip": ".zip", "application/xml": ".xml", "message/rfc822": ".eml",
        "message/delivery-status": ".txt",
    ]
}
