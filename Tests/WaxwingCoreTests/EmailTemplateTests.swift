import MailTypes
import Testing

@testable import WaxwingCore

@Suite struct EmailTemplateTests {
    private func template(
        subject: String? = "Hello {{name}}", text: String? = nil, html: String? = nil
    ) -> EmailTemplate {
        var template = EmailTemplate(name: "t", createdAt: UnixTime(seconds: 0))
        template.subject = subject
        template.text = text
        template.html = html
        return template
    }

    private func preview(_ template: EmailTemplate, _ data: String) throws -> String {
        var random = SystemRandomNumberGenerator()
        // 2026-11-23T09:00:00Z
        return try template.preview(
            with: data, at: UnixTime(seconds: 1_795_424_400), using: &random)
    }

    @Test func aPreviewIsWhatEverybodyWouldGet() throws {
        let message = try preview(template(text: "Dear {{name}}"), #"{"name":"Ann"}"#)
        #expect(
            message == """
                Date: Mon, 23 Nov 2026 09:00:00 +0000\r
                Subject: Hello Ann\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=UTF-8\r
                Content-Transfer-Encoding: 7bit\r
                \r
                Dear Ann\r\n
                """)
    }

    @Test(arguments: [
        ("{}", "MissingRenderingAttribute"), (#"{"name":null}"#, "MissingRenderingAttribute"),
        ("[]", "InvalidRenderingParameter"), ("", "InvalidRenderingParameter"),
        (#"{"name":"a\r\nb"}"#, "InvalidRenderingParameter"),
    ])
    func refusesDataThatDoesNotFit(data: String, code: String) {
        let error = #expect(throws: ServiceError.self) { try preview(template(text: "t"), data) }
        guard case .refused(code, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    private static let broken: [(String?, String?, String?, String)] = [
        ("s", "{{#if a}}", nil, "The text part is no template: line 1"),
        ("s", nil, "<p>\n{{/if}}", "The HTML part is no template: line 2"),
        ("{{", nil, nil, "The subject is no template: line 1"),
        (nil, "t", nil, "The subject must be specified."),
        ("", "t", nil, "The subject must be specified."),
    ]

    @Test(arguments: broken)
    func saysWhichPartIsWrong(
        subject: String?, text: String?, html: String?, problem: String
    ) {
        let error = #expect(throws: ServiceError.self) {
            try template(subject: subject, text: text, html: html).check()
        }
        #expect(error?.text.hasPrefix(problem) == true, "\(String(describing: error))")
    }
}
