import ArgumentParser
import DNS
import Foundation
import MailTransport
import MailTypes

/// Where the records come from.
struct DNSOptions: ParsableArguments {
    @Option(
        name: .customLong("dns"),
        help: ArgumentHelp(
            "Ask nobody: take all records from this zone file. May be repeated.",
            valueName: "file"),
        completion: .file())
    var zoneFiles: [String] = []

    @Option(
        name: .customLong("resolver"),
        help: ArgumentHelp(
            "Ask this server instead of the system's resolvers; port 53 unless given.",
            valueName: "address:port"))
    var endpoint: ResolverEndpoint?

    @Option(
        name: .customLong("trust-anchor"),
        help: ArgumentHelp(
            "Prove answers by DNSSEC from these DS or DNSKEY records on; without it none is secure.",
            valueName: "file"),
        completion: .file())
    var trustAnchor: String?

    func validate() throws {
        guard zoneFiles.isEmpty || trustAnchor == nil else {
            throw ValidationError(
                "--dns reads files, so there is nothing for --trust-anchor to prove.")
        }
        if let trustAnchor, !FileManager.default.isReadableFile(atPath: trustAnchor) {
            throw ValidationError(
                "cannot read the trust anchor \(trustAnchor); Debian keeps the root's in "
                    + "/usr/share/dns/root.key (package dns-root-data).")
        }
        guard zoneFiles.isEmpty || endpoint == nil else {
            throw ValidationError("--dns asks nobody, so it does not go together with --resolver.")
        }
    }

    func resolver() throws -> any DNS.Resolver {
        guard zoneFiles.isEmpty else {
            var world = OfflineDNS()
            for file in zoneFiles { try world.read(file) }
            return world.resolver
        }
        var configuration = UnboundConfiguration()
        configuration.trustAnchorFile = trustAnchor
        if let endpoint { configuration.ask([endpoint]) }
        do {
            return try UnboundResolver(configuration)
        } catch let error as UnboundError {
            throw InputError("the DNS cannot be asked: \(error); see --resolver and --dns")
        }
    }
}

extension UnboundConfiguration {
    /// Asks these servers and no others.
    mutating func ask(_ servers: [ResolverEndpoint]) {
        upstream = .forwarders(servers.map { "\($0.address)@\($0.port)" })
        asksLocalhost = servers.contains(where: \.address.isLoopback)
        // Who names a server wants its answers about every name, those that are kept for tests and
        // for private networks included.
        transparentZones = ["test.", "invalid.", "home.arpa."]
        options = [.init(name: "unblock-lan-zones:", value: "yes")]
    }
}
