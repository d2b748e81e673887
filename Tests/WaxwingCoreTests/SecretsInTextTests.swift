import SMTP
import Testing
import WaxwingCore

/// What holds a secret does not tell it when it is printed, or dumped with what it is a part of.
@Suite struct SecretsInTextTests {
    private struct Holder<Value> { let value: Value }

    private func texts(of value: some Any) -> [String] {
        var dumped = ""
        dump(Holder(value: value), to: &dumped)
        return [
            "\(value)", String(describing: value), String(reflecting: value),
            "\(Holder(value: value))", "\(Optional(value) as Any)", dumped,
        ]
    }

    @Test func keepKeys() {
        let pair = DKIMKeyPair(selector: "s", privateKey: "hush", publicKey: "p")
        for text in texts(of: pair) { #expect(!text.contains("hush")) }
        for text in texts(of: SecretText("hush")) { #expect(!text.contains("hush")) }
    }

    @Test func keepPasswords() {
        let credentials = SMTPCredentials(username: "hush", password: "hush")
        for text in texts(of: credentials) { #expect(!text.contains("hush")) }
    }
}
