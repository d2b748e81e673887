import Foundation
import JSONText
import MailTypes
import WaxwingConsole

/// A connection to the administration of a running service: HTTP/1.1 over a Unix-domain socket,
/// one request for each.
struct AdministrationSocket {
    /// Longest answer, in bytes: a thousand accounts with room to spare.
    private static let answerLimit = 4 * 1024 * 1024
    private static let timeout = timeval(tv_sec: 30, tv_usec: 0)

    private let file: CInt

    /// Nil when nobody listens there.
    /// - Throws: ``InputError`` when somebody does, but not for this user.
    static func connect(to path: String) throws -> AdministrationSocket? {
        let file = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        guard file >= 0 else { throw InputError("cannot make a socket") }
        let reachable = SocketPath(path)
        guard var address = reachable.address else {
            close(file)
            return nil
        }
        var limit = timeout
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
        setsockopt(file, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
        defer { withExtendedLifetime(reachable) {} }
        let result = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.connect(file, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else {
            let reason = errno
            close(file)
            if reason == EACCES || reason == EPERM {
                throw InputError(
                    "the service's socket \(path) is its owner's alone: run this as the same user")
            }
            return nil
        }
        return AdministrationSocket(file: file)
    }

    func answer(
        to request: AdministrationAPI.Request
    ) throws -> AdministrationAPI.Answer {
        defer { close(file) }
        try send(Self.text(of: request))
        return try Self.parse(try receive())
    }

    private static func text(of request: AdministrationAPI.Request) -> [UInt8] {
        var target = ([AdministrationRoutes.prefix] + request.path.map(encoded))
            .joined(separator: "/")
        if !request.query.isEmpty {
            target +=
                "?"
                + request.query.sorted { $0.key < $1.key }
                .map { "\($0.key)=\(encoded($0.value))" }.joined(separator: "&")
        }
        let hasBody = request.method != "GET" && request.method != "DELETE"
        let body = hasBody ? JSON.write(request.body) : []
        let head = """
            \(request.method) \(target) HTTP/1.1\r
            Host: localhost\r
            Connection: close\r
            Content-Type: application/json\r
            Content-Length: \(body.count)\r
            \r

            """
        return Array(head.utf8) + body
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            byte.isAlphanumeric || "-._~@".utf8.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + hexadecimal([byte]).uppercased()
        }.joined()
    }

    private func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                Foundation.send(
                    file, bytes.baseAddress.map { $0 + sent }, bytes.count - sent,
                    CInt(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Self.broken }
            sent += count
        }
    }

    private func receive() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = recv(file, &part, part.count, 0)
            guard count >= 0, bytes.count + count <= Self.answerLimit else { throw Self.broken }
            guard count > 0 else { return bytes }
            bytes += part.prefix(count)
        }
    }

    private static func parse(_ bytes: [UInt8]) throws -> AdministrationAPI.Answer {
        let separator = Array("\r\n\r\n".utf8)
        guard let end = bytes.firstRange(of: separator),
            let line = bytes[..<end.lowerBound].split(separator: 0x0D).first
        else { throw broken }
        let words = line.split(separator: 0x20)
        guard words.count > 1, let status = Int(String(decoding: words[1], as: UTF8.self)) else {
            throw broken
        }
        guard let body = try? JSON.parse(Array(bytes[end.upperBound...])) else {
            throw InputError("the service answered \(status) without JSON")
        }
        return AdministrationAPI.Answer(status: status, body)
    }

    private static let broken = InputError("the service ended the connection without an answer")
}

/// The path of a Unix-domain socket. One that is longer than an address has room for is reached
/// through its folder, by the name that Linux has for an open file.
final class SocketPath {
    private static let lengthLimit = 107

    let path: String
    private var folder: CInt = -1

    init(_ path: String) {
        guard path.utf8.count > Self.lengthLimit else {
            self.path = path
            return
        }
        let url = URL(fileURLWithPath: path)
        folder = open(url.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        self.path = folder < 0 ? path : "/proc/self/fd/\(folder)/\(url.lastPathComponent)"
    }

    deinit { if folder >= 0 { close(folder) } }

    /// Nil when it is too long even so.
    var address: sockaddr_un? {
        guard path.utf8.count <= Self.lengthLimit else { return nil }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return address
    }
}
