import MailTypes
import Testing

@testable import WaxwingCore

@Suite struct SenderProfileTests {
    let key = DKIMKeyPair(selector: "s1", privateKey: "k", publicKey: "p")

    private func domain(
        _ name: DomainName, isVerified: Bool = true, signs: Bool? = true,
        mailFrom: DomainName? = nil
    ) -> Identity {
        var identity = Identity(
            name: .domain(name), createdAt: UnixTime(seconds: 0), verificationToken: "t")
        identity.verification = isVerified ? .success : .pending
        if let signs {
            identity.dkim = DKIMSettings(
                signingEnabled: signs, status: .success,
                origin: .external(ExternalDKIM(key: key)))
        }
        if let mailFrom {
            identity.mailFrom = MailFromSettings(
                domain: mailFrom, onMXFailure: .useDefaultValue, status: .success,
                startedAt: UnixTime(seconds: 0))
        }
        return identity
    }

    private func address(_ text: String, isVerified: Bool = true) throws -> Identity {
        var identity = Identity(
            name: try IdentityName(parsing: text), createdAt: UnixTime(seconds: 0),
            verificationToken: "t")
        identity.verification = isVerified ? .success : .pending
        return identity
    }

    @Test func unverifiedIdentitiesGiveNoRight() throws {
        #expect(SenderProfile(identities: []) == nil)
        #expect(
            SenderProfile(identities: [try address("a@b.example", isVerified: false)]) == nil)
    }

    @Test func parentDomainSignsForItsSubdomain() throws {
        let profile = try #require(
            SenderProfile(identities: [
                domain("news.example.com", isVerified: false), domain("example.com"),
            ]))
        #expect(profile.signing?.domain == "example.com")
    }

    @Test func switchedOffSigningHidesTheParents() throws {
        let profile = try #require(
            SenderProfile(identities: [
                domain("news.example.com", signs: false), domain("example.com"),
            ]))
        #expect(profile.signing == nil)
    }

    @Test func verifiedAddressHasSettingsOfItsOwn() throws {
        var parent = domain("example.com", mailFrom: "bounce.example.com")
        parent.configurationSet = "of-the-domain"
        let profile = try #require(
            SenderProfile(identities: [try address("a@example.com"), parent]))
        #expect(profile.identity.name.description == "a@example.com")
        #expect(profile.mailFrom == nil)
        #expect(profile.configurationSet == nil)
        #expect(profile.signing?.domain == "example.com")
    }

    @Test func unverifiedAddressHasThoseOfItsDomain() throws {
        var parent = domain("example.com", mailFrom: "bounce.example.com")
        parent.configurationSet = "of-the-domain"
        let profile = try #require(
            SenderProfile(identities: [
                try address("a@example.com", isVerified: false), parent,
            ]))
        #expect(profile.identity.name.description == "example.com")
        #expect(profile.mailFrom?.domain == "bounce.example.com")
        #expect(profile.configurationSet == "of-the-domain")
    }

    @Test func searchesFromTheAddressToTheTop() throws {
        let mailbox = try Mailbox(parsing: "a+label@x.example.com")
        #expect(
            IdentityDirectory.names(covering: mailbox).map(\.description) == [
                "a+label@x.example.com", "a@x.example.com", "x.example.com", "example.com", "com",
            ])
    }
}
