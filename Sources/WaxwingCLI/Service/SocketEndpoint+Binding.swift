import NIOCore
import NIOPosix
import WaxwingMTA

extension SocketEndpoint {
    var relay: Destination.Relay { Destination.Relay(host: host, port: port) }

    /// This endpoint with a port that nobody has, when it names none.
    func withFreePort() async throws -> SocketEndpoint {
        guard port == 0 else { return self }
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: host, port: 0).get()
        let free = channel.localAddress?.port ?? 0
        try await channel.close()
        return SocketEndpoint(host: host, port: free)
    }
}
