import MailTemplates
import Testing

@Test("A rendering has room for a message") func outputFitsAMessage() {
    #expect(TemplateLimits().outputSizeLimit == 10 * 1024 * 1024)
}
