import DNS
import MailTypes
import Testing
import WaxwingCore

@testable import WaxwingCLI

@Suite struct DevelopmentZonesTests {
    let name = IdentityName.domain("example.com")

    @Test func publishesWhatAnIdentityNeeds() async throws {
        let zones = zones()
        await zones.identityChanged(name, in: try scope("us-east-1"), to: try identity("one"))
        let target = await zones.zones.canonicalName(of: "one._domainkey.example.com")
        #expect(target.records == ["one.dkim.amazonses.com"])
        let key = await zones.zones.textRecords(of: "one._domainkey.example.com" as DNSName)
        #expect(key.records == [Array("v=DKIM1; k=rsa; p=public".utf8)])
    }

    @Test func keepsWhatAnotherRegionNeeds() async throws {
        let zones = zones()
        await zones.identityChanged(name, in: try scope("us-east-1"), to: try identity("one"))
        await zones.identityChanged(name, in: try scope("eu-west-1"), to: try identity("two"))
        let both = await zones.zones.textRecords(of: "_amazonses.example.com" as DNSName)
        #expect(Set(both.records) == [Array("one".utf8), Array("two".utf8)])
        await zones.identityChanged(name, in: try scope("us-east-1"), to: nil)
        let rest = await zones.zones.textRecords(of: "_amazonses.example.com" as DNSName)
        #expect(rest.records == [Array("two".utf8)])
    }

    @Test func leavesTheOwnersZoneAloneWhenTold() async throws {
        let zones = zones(publishesIdentities: false)
        await zones.identityChanged(name, in: try scope("us-east-1"), to: try identity("one"))
        let own = await zones.zones.textRecords(of: "_amazonses.example.com" as DNSName)
        #expect(own.records.isEmpty)
        let key = await zones.zones.textRecords(of: "one.dkim.amazonses.com" as DNSName)
        #expect(key.records.count == 1)
    }

    private func zones(publishesIdentities: Bool = true) -> DevelopmentZones {
        DevelopmentZones(provider: Provider(), publishesIdentities: publishesIdentities) {}
    }

    private func scope(_ region: String) throws -> Scope {
        Scope(account: .development, region: try #require(Region(region)))
    }

    private func identity(_ token: String) throws -> Identity {
        var identity = Identity(
            name: name, createdAt: UnixTime(seconds: 0), verificationToken: token)
        let key = DKIMKeyPair(selector: token, privateKey: "private", publicKey: "public")
        identity.dkim = DKIMSettings(
            origin: .easy(
                EasyDKIM(keys: [key], keyLength: .rsa2048, keysMadeAt: UnixTime(seconds: 0))))
        return identity
    }
}
