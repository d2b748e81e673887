import Testing

@testable import SESModel

@Suite struct PatternTests {
    private static let role = "arn:aws:iam::123456789012:role/"

    @Test(arguments: [
        (Pattern.emailAddress, "a@b", true), (.emailAddress, "@b", false),
        (.emailAddress, "a@", false), (.emailAddress, "@@@", true),
        (.word, "a_b-c9", true), (.word, "", false), (.word, "a b", false),
        (.headerName, "X-A", true), (.headerName, "X:A", false), (.headerName, "X A", false),
        (.printableText, "", true), (.printableText, "a\r\nb", false),
        (.base64, "", true), (.base64, "AA==", true), (.base64, "AA=", false),
        (.base64Letters, "AA=", true), (.base64Letters, "=", false), (.base64Letters, "", false),
        (.selector, "a", true), (.selector, "a-b", true), (.selector, "-a", false),
        (.s3URL, "s3://b/k", true), (.s3URL, "s3://b/", false), (.s3URL, "http://b/k", false),
        (.roleARN, role + "r", true), (.roleARN, role + "p/r", true), (.roleARN, role, false),
        (.roleARN, role + "/r", false),
        (.archiveARN, "arn:aws:ses:eu-west-1:1:mailmanager-archive/a-" + letters(24), true),
        (.archiveARN, "arn:aws:ses:eu-west-1:1:mailmanager-archive/a-" + letters(23), false),
        (
            .connectInstanceARN,
            "arn:aws:connect:us-east-1:1:instance/00000000-0000-0000-0000-000000000000", true
        ),
        (.connectInstanceARN, "arn:aws:connect:us-east-1:1:instance/0", false),
    ])
    func matchesTheWholeText(pattern: Pattern, text: String, holds: Bool) {
        #expect(pattern.matches(text) == holds, "\(pattern.expression) on \(text)")
    }

    private static func letters(_ count: Int) -> String { String(repeating: "a", count: count) }
}
