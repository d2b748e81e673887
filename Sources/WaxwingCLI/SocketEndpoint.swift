import ArgumentParser
import MailTypes

/// `HOST:PORT` as a listener takes it; `[::1]:25` for IPv6, and port 0 for any free one.
struct SocketEndpoint: Equatable, Sendable {
    var host: String
    var port: Int

    init(host: String = "127.0.0.1", port: Int) {
        self.host = host
        self.port = port
    }

    init?(parsing text: String) {
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port)
        else { return nil }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        if host == "localhost" { host = "127.0.0.1" }
        guard IPAddress(parsing: host) != nil else { return nil }
        self.init(host: String(host), port: port)
    }
}

extension SocketEndpoint: CustomStringConvertible {
    var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

extension SocketEndpoint: ExpressibleByArgument {
    init?(argument: String) { self.init(parsing: argument) }

    var defaultValueDescription: String { description }
}
