import DNS
import Glibc

/// A socket of the test's own, connected to a server on 127.0.0.1, which gives up after 5 seconds.
final class DNSTestSocket {
    struct Failure: Error { let what: String }

    private let descriptor: Int32
    private let isStream: Bool

    init(port: Int, stream: Bool) throws {
        isStream = stream
        descriptor = socket(AF_INET, Int32((stream ? SOCK_STREAM : SOCK_DGRAM).rawValue), 0)
        var timeout = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var address = Self.loopback(port: port)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard code == 0 else { throw Failure(what: "connect") }
    }

    deinit { close(descriptor) }

    func send(_ bytes: [UInt8]) throws {
        guard Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
        else { throw Failure(what: "send") }
    }

    /// Ends what is sent; the other direction stays open.
    func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// What comes next, at most `limit` bytes; empty at the end of a stream.
    func receive(_ limit: Int = 65_535) throws -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: limit)
        let count = recv(descriptor, &buffer, limit, 0)
        // A reset is an end as well.
        guard count >= 0 || errno == ECONNRESET else { throw Failure(what: "receive") }
        return Array(buffer.prefix(max(0, count)))
    }

    /// One message, over TCP without its length; nil at the end of the stream.
    func receiveMessage() throws -> DNSMessage? {
        guard isStream else { return try DNSMessage(parsing: receive()[...]) }
        let length = try receiveExactly(2)
        guard length.count == 2 else { return nil }
        return try DNSMessage(
            parsing: receiveExactly(Int(length[0]) << 8 | Int(length[1]))[...])
    }

    private func receiveExactly(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let more = try receive(count - bytes.count)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        return address
    }
}

/// A port that takes datagrams and never answers.
final class SilentPort {
    private let descriptor: Int32
    let port: Int

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var address = DNSTestSocket.loopback(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = descriptor
        let code = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) | getsockname(socket, $0, &size)
            }
        }
        guard code == 0 else { throw DNSTestSocket.Failure(what: "bind") }
        port = Int(in_port_t(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }
}
