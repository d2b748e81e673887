import Foundation
import NIOCore
import WaxwingMTA

extension SocketEndpoint {
    var relay: Destination.Relay { Destination.Relay(host: host, port: port) }

    /// This endpoint with a port that nobody has, when it names none.
    func withFreePort() throws -> SocketEndpoint { port == 0 ? try probed() : self }

    /// This endpoint, found to be free a moment ago; with a port if it names none. Nobody can
    /// connect meanwhile.
    /// - Throws: what the system says when it cannot be bound.
    func probed() throws -> SocketEndpoint {
        let address = try SocketAddress(ipAddress: host, port: port)
        let family = host.contains(":") ? AF_INET6 : AF_INET
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw IOError(errnoCode: errno, reason: "socket") }
        defer { close(descriptor) }
        // As the listener will have it: old connections of a port are no hindrance.
        var yes: Int32 = 1
        setsockopt(
            descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        let result = address.withSockAddr { bind(descriptor, $0, socklen_t($1)) }
        guard result == 0 else { throw IOError(errnoCode: errno, reason: "bind") }
        var bound = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let named = withUnsafeMutablePointer(to: &bound) { bound in
            bound.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(descriptor, $0, &length)
            }
        }
        guard named == 0 else { throw IOError(errnoCode: errno, reason: "getsockname") }
        // The port stands at the same place in both families, in network order.
        let free = withUnsafeBytes(of: bound) { Int($0[2]) << 8 | Int($0[3]) }
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
