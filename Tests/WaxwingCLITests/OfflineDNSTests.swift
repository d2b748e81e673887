import DNS
import Testing

@testable import WaxwingCLI

@Suite struct OfflineDNSTests {
    private func world(_ text: String) throws -> OfflineDNS {
        var world = OfflineDNS()
        try world.read(text, name: "test.zone")
        return world
    }

    @Test func answersFromAZoneFile() async throws {
        let resolver = try world(
            """
            example.com. 60 IN TXT ( "v=spf1 "
                "-all" )
            alias.example.com. CNAME example.com.
            """
        ).resolver
        let answer = await resolver.textRecords(of: "alias.example.com" as DNSName)
        #expect(answer.records == [Array("v=spf1 -all".utf8)])
        #expect(await resolver.lookUp("other.example", .txt).outcome == .nameNotFound)
    }

    @Test func failsWhereTheFileSaysSo() async throws {
        let resolver = try world(
            """
            ; a comment\r
            ;ERROR,broken.example,TXT,SERVFAIL\r
            ;ERROR,none.example,TXT,NXDOMAIN\r
            broken.example. A 192.0.2.1\r
            """
        ).resolver
        #expect(await resolver.lookUp("broken.example", .txt).failureReason == "SERVFAIL")
        #expect(await resolver.lookUp("broken.example", .a).records.count == 1)
        #expect(await resolver.lookUp("none.example", .txt).outcome == .nameNotFound)
    }

    @Test func takesANameAndATypeAloneForNoRecord() async throws {
        let resolver = try world("_domainkey.example.com TXT\nexample.com. A 192.0.2.1").resolver
        #expect(await resolver.lookUp("_domainkey.example.com", .txt).records.isEmpty)
        #expect(await resolver.lookUp("example.com", .a).records.count == 1)
    }

    @Test(arguments: [
        ("example.com. A 192.0.2.1\nexample.com. A x\n", "test.zone:2"),
        ("\n\n;ERROR,broken.example,TXT\n", "test.zone:3"),
        (";ERROR,a..b,TXT,SERVFAIL", "test.zone:1"),
        ("example.com. TXT \"", "test.zone:1"),
    ])
    func saysOnWhichLineTheFileIsWrong(text: String, place: String) {
        do throws(InputError) {
            var world = OfflineDNS()
            try world.read(text, name: "test.zone")
            Issue.record("read")
        } catch {
            #expect(error.place == place)
        }
    }
}
