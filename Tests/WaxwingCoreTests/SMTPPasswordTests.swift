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

    /// The vector of Terraform's own tests before it derived passwords for regions.
    @Test(arguments: ["us-east-1", "eu-central-1"])
    func earlierDerivationIsGoodEverywhere(region: String) throws {
        let password = SMTPPassword(secret: "some+secret+key", region: try #require(Region(region)))
        #expect(password.matches("AnkqhOiWEcszZZzTMCQbOY1sPGoLFgMH9zhp4eNgSjo4"))
        let other = SMTPPassword(secret: "another+secret+key", region: .standard)
        #expect(!other.matches("AnkqhOiWEcszZZzTMCQbOY1sPGoLFgMH9zhp4eNgSjo4"))
    }

    @Test func isGoodForOneRegion() throws {
        let password = SMTPPassword(secret: "secret", region: .standard)
        #expect(password.matches(password.text))
        let other = SMTPPassword(secret: "secret", region: try #require(Region("eu-west-1")))
        #expect(!other.matches(password.text))
        #expect(!password.matches(""))
    }
}
