import NIOCore
import NIOPosix
import WaxwingMTA

extension SocketEndpoint {
    var relay: Destination.Relay { Destination.Relay(host: host, port: port) }

    /// This endpoint with a port that nobody has, when it names none.
    func withFreePort() async throws -> SocketEndpoint {
        port == 0 ? try await probed() : self
    }

    /// This endpoint, found to be free a moment ago; with a port if it names none.
    /// - Throws: what the system says when it cannot be bound.
    func probed() async throws -> SocketEndpoint {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: host, port: port).get()
        let free = channel.localAddress?.port ?? 0
        try await channel.close()
        return SocketEndpoint(host: host, port: free)
    }

    /// Where a program on this machine reaches what listens here.
    var reachable: SocketEndpoint {
        switch host {
        case "0.0.0.0": SocketEndpoint(host: "127.0.0.1", port: port)
        case "::": SocketEndpoint(host: "::1", port: port)
        default: self
        }
    }
}
