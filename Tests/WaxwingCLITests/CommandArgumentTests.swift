import ArgumentParser
import MailTypes
import Testing

@testable import WaxwingCLI

@Suite struct CommandArgumentTests {
    @Test(arguments: [
        ("9.9.9.9", "9.9.9.9", 53), ("127.0.0.1:8053", "127.0.0.1", 8053), ("::1", "::1", 53),
        ("[2001:db8::1]:5353", "2001:db8::1", 5353), ("localhost:53", "127.0.0.1", 53),
        ("2001:db8::1:53", "2001:db8::1:53", 53),
    ])
    func readsResolvers(text: String, address: String, port: Int) throws {
        let endpoint = try #require(ResolverEndpoint(parsing: text))
        #expect(endpoint.address == IPAddress(parsing: address))
        #expect(endpoint.port == port)
    }

    @Test(arguments: ["", "dns.example", "9.9.9.9:0", "9.9.9.9:", "[::1]"])
    func refusesWhatIsNoResolver(text: String) {
        #expect(ResolverEndpoint(parsing: text) == nil)
    }

    @Test(arguments: [
        ("0", Int64(0)), ("1795424700", 1_795_424_700), ("2026-11-23T09:05:00Z", 1_795_424_700),
        ("2026-11-23", 1_795_392_000),
    ])
    func readsMoments(text: String, seconds: Int64) {
        #expect(Moment(argument: text)?.time == UnixTime(seconds: seconds))
    }

    @Test func refusesWhatIsNoMoment() { #expect(Moment(argument: "yesterday") == nil) }

    @Test func showsMomentsToPeople() {
        #expect(UnixTime(seconds: 1_795_424_700).readable == "2026-11-23 09:05:00 UTC")
    }

    @Test func oneStatusStandsForAll() {
        #expect(CommandStatus.combined([] as [CommandStatus]) == .success)
        #expect(CommandStatus.combined([.success, .undetermined]) == .undetermined)
        #expect(CommandStatus.combined([.undetermined, .problem, .success]) == .problem)
        #expect(CommandStatus.combined([.problem, .usage]) == .usage)
    }

    @Test(arguments: [
        ["dkim", "verify"],
        ["dkim", "verify", "--dns", "x.zone", "--resolver", "9.9.9.9", "m.eml"],
        ["dkim", "keygen", "--type", "ed25519", "--bits", "2048"],
        ["dkim", "keygen", "--bits", "512"],
        ["dkim", "sign", "--key", "k", "--domain", "a..b", "--selector", "s", "m.eml"],
        ["dkim", "sign", "--key", "k", "--domain", "a", "--selector", "s", "--lifetime", "0", "m"],
        ["dns", "query", "example.com", "NONE"],
    ])
    func refusesCallsThatMeanNothing(arguments: [String]) {
        #expect(throws: (any Error).self) { try WaxwingCommand.parseAsRoot(arguments) }
    }
}
