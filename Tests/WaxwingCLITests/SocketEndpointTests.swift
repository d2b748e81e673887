import Testing

@testable import WaxwingCLI

@Suite struct SocketEndpointTests {
    @Test(arguments: [
        ("127.0.0.1:25", "127.0.0.1", 25),
        ("localhost:0", "127.0.0.1", 0),
        ("[::1]:2525", "::1", 2525),
        ("0.0.0.0:65535", "0.0.0.0", 65_535),
    ])
    func readsHostAndPort(text: String, host: String, port: Int) throws {
        let endpoint = try #require(SocketEndpoint(parsing: text))
        #expect(endpoint == SocketEndpoint(host: host, port: port))
    }

    @Test(arguments: ["", "25", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "mail.example:25"])
    func refusesWhatNoSocketTakes(text: String) {
        #expect(SocketEndpoint(parsing: text) == nil)
    }

    @Test func writesBracketsAroundIPv6() {
        #expect(SocketEndpoint(host: "::1", port: 25).description == "[::1]:25")
    }
}
