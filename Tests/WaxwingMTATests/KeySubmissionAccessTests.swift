import SMTP
import Testing
import WaxwingCore
import WaxwingMTA

@Suite struct KeySubmissionAccessTests {
    struct OneKey: AccessKeySecrets {
        func secret(for accessKeyID: String) async -> (secret: String, account: AccountID)? {
            accessKeyID == "AKIDEXAMPLE" ? ("secret", .development) : nil
        }
    }

    let access = KeySubmissionAccess(keys: OneKey(), region: .standard)
    let password = SMTPPassword(secret: "secret", region: .standard).text

    @Test func takesTheDerivedPassword() async {
        let scope = await access.scope(
            for: SMTPCredentials(username: "AKIDEXAMPLE", password: password))
        #expect(scope == Scope(account: .development, region: .standard))
        #expect(access.scopeWithoutCredentials == nil)
    }

    @Test(arguments: [
        ("AKIDEXAMPLE", "secret"), ("AKIDEXAMPLE", ""), ("AKIDOTHER", ""), ("", ""),
    ])
    func refusesEverythingElse(username: String, password: String) async {
        let scope = await access.scope(
            for: SMTPCredentials(username: username, password: password))
        #expect(scope == nil)
    }

    @Test func refusesThePasswordOfAnUnknownKey() async {
        let empty = SMTPPassword(secret: "", region: .standard).text
        let scope = await access.scope(
            for: SMTPCredentials(username: "AKIDOTHER", password: empty))
        #expect(scope == nil)
    }
}
