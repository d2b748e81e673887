public import DNS

/// How ``UnboundResolver`` finds and checks records.
public struct UnboundConfiguration: Equatable, Sendable {
    /// Who is asked.
    public enum Upstream: Equatable, Sendable {
        /// The servers of a `resolv.conf`.
        case resolvConf(path: String)
        /// These servers, each `ADDRESS` or `ADDRESS@PORT`.
        case forwarders([String])
        /// The servers of the DNS themselves, from the root's on.
        case rootServers
    }

    /// A server with authority for a part of the tree, asked instead of the public ones.
    public struct Stub: Equatable, Sendable {
        public var zone: DNSName
        /// `ADDRESS` or `ADDRESS@PORT`.
        public var address: String

        public init(zone: DNSName, address: String) {
            self.zone = zone
            self.address = address
        }
    }

    /// An option of libunbound, as `unbound.conf` names it.
    public struct Option: Equatable, Sendable {
        /// `outgoing-range:`, with the colon.
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public var upstream: Upstream
    public var stubs: [Stub] = []
    /// DS or DNSKEY records in the form of a master file. Without any trust anchor, no answer is
    /// secure and none is bogus.
    public var trustAnchors: [String] = []
    /// A file of such records, the root's among them: `/usr/share/dns/root.key` on Debian.
    public var trustAnchorFile: String?
    /// Whether servers on loopback addresses may be asked, as stubs and forwarders.
    public var asksLocalhost = false
    /// Zones that libunbound would answer itself, such as `test` and the reverse zones of private
    /// addresses, which are to be looked up like others.
    public var transparentZones: [DNSName] = []
    /// Further options, set last.
    public var options: [Option] = []

    /// After this a look-up fails for now.
    public var deadline = Duration.seconds(10)
    /// Most look-ups under way; more of them fail for now. Equal ones count as one.
    public var inFlightLimit = 10_000
    /// Most answers remembered in front of libunbound, which has a larger cache of its own.
    public var cacheLimit = 20_000
    /// Longest time that an answer is remembered, whatever its time to live.
    public var cacheTTLLimit = Duration.seconds(3600)

    public init(upstream: Upstream = .resolvConf(path: "/etc/resolv.conf")) {
        self.upstream = upstream
    }
}
