import Testing
import WaxwingCore

@Suite struct SMTPPasswordTests {
    @Test(arguments: [
        ("some+secret+key", "BMXhUYlu5Z3gSXVQORxlVa7XPaz91aGWdfHxvkOZdWZ2"),
        ("another+secret+key", "BBbphbrQmrKMx42d1N6+C7VINYEBGI5v9VsZeTxwskfh"),
    ])
    func isDerivedAsSESDoes(secret: String, password: String) throws {
        let region = try #require(Region("eu-central-1"))
        #expect(SMTPPassword(secret: secret, region: region).text == password)
    }

    @Test func isGoodForOneRegion() throws {
        let password = SMTPPassword(secret: "secret", region: .standard)
        #expect(password.matches(password.text))
        let other = SMTPPassword(secret: "secret", region: try #require(Region("eu-west-1")))
        #expect(!other.matches(password.text))
        #expect(!password.matches(""))
    }
}
