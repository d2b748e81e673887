import MailTypes
import Testing
import WaxwingConsole

@Suite struct LocalHostTests {
    @Test(arguments: [
        "127.0.0.1:8025", "127.0.0.1", "[::1]:8025", "192.168.1.7:8025", "localhost:8025",
        "localhost", "LOCALHOST", "localhost.", "waxwing:8025", "mail.localhost", "dev.test:8025",
        "host.docker.internal:8025", "printer.local", "mail.example.org:8025", "",
    ])
    func trusts(authority: String) {
        #expect(LocalHost.isTrusted(authority, besides: ["example.org"]))
    }

    @Test func trustsProgramsThatSayNothing() {
        #expect(LocalHost.isTrusted(nil, besides: []))
    }

    @Test(arguments: [
        "evil.com:8025", "localhost.evil.com", "127.0.0.1.evil.com:8025", "evilexample.org",
        "evil.com:127.0.0.1", "a b", "127.0.0.1@evil.com", "%6cocalhost.evil.com",
    ])
    func distrusts(authority: String) {
        #expect(!LocalHost.isTrusted(authority, besides: ["example.org"]))
    }
}
