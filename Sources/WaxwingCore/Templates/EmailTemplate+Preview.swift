import MailMessage
public import MailTypes

extension EmailTemplate {
    /// The message that the template makes of `data`, as far as it is the same for every sender and
    /// recipient: without From, To and Message-ID.
    ///
    ///     Date: Mon, 23 Nov 2026 09:00:00 +0000
    ///     Subject: Hello Ann
    ///     MIME-Version: 1.0
    ///     Content-Type: multipart/alternative; …
    ///
    /// - Parameter data: a JSON object.
    /// - Throws: ``ServiceError`` `InvalidRenderingParameter` and `MissingRenderingAttribute`.
    public func preview(
        with data: String, at now: UnixTime,
        using generator: inout some RandomNumberGenerator
    ) throws(ServiceError) -> String {
        let template = try CompiledTemplate(name: name, subject: subject, text: text, html: html)
        let values = try TemplateData.object(data)
        let content: SendContent
        do throws(RenderingFailure) {
            content = try template.rendered(with: values)
        } catch {
            throw error.serviceError
        }
        // The writer of messages needs an author, who is left out again.
        let nobody = Address(mailbox: Mailbox(localPart: "nobody", domain: "invalid"))
        var composed = ComposedMessage(from: nobody, subject: content.subject, date: now)
        composed.text = content.text
        composed.html = content.html
        guard let bytes = try? composed.formatted(using: &generator),
            var message = try? Message(parsing: bytes)
        else {
            throw .refused(
                code: "InvalidRenderingParameter",
                "The rendered subject cannot stand in a message.")
        }
        message.headerSection.removeAll("From")
        return String(decoding: message.formatted, as: UTF8.self)
    }
}
