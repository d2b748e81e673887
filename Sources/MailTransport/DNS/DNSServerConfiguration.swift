/// Where ``AuthoritativeDNSServer`` listens, and what it lets a peer take.
public struct DNSServerConfiguration: Equatable, Sendable {
    /// The address to listen at, over UDP and TCP.
    public var host: String
    /// 0 takes any port that is free for both.
    public var port: Int

    /// Longest datagram sent, in bytes, whatever the client says that it takes: one that every
    /// path carries in one piece. What is longer comes over TCP.
    public var datagramSizeLimit = 1232
    /// Longest query read over TCP, in bytes; after a longer one the connection is closed.
    public var querySizeLimit = 4096
    /// Most connections at once; more are closed at once.
    public var connectionLimit = 256
    /// Time in which each query must arrive whole, counted from the one before; at least a few
    /// seconds (RFC 7766 §6.2.3).
    public var idleTimeout = Duration.seconds(10)

    public init(host: String = "127.0.0.1", port: Int = 0) {
        self.host = host
        self.port = port
    }
}
