import MailTypes
import Testing

@testable import WaxwingCore

@Suite struct RecipientFeedbackTests {
    @Test(arguments: [
        ("5.1.1", true), ("5.1.2", true), ("5.1.3", true), ("5.1.6", true), ("5.1.10", true),
        ("5.2.1", true),
        // Full, too large, the sender's own address, policy, content, no TLS, and not for good.
        ("5.2.2", false), ("5.3.4", false), ("5.1.8", false), ("5.7.1", false), ("5.6.0", false),
        ("5.7.10", false), ("4.1.1", false), ("5.0.0", false),
    ])
    func knowsWhatNamesNoAddress(code: String, isNone: Bool) throws {
        let status = try #require(EnhancedStatusCode(prefixOf: code))
        #expect(status.meansNoSuchAddress == isNone)
    }
}
