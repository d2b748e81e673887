import ArgumentParser
import MailTypes

/// A server that is asked for records: an address, and a port if it is not 53.
struct ResolverEndpoint: Equatable, Sendable {
    let address: IPAddress
    let port: Int

    init?(parsing text: String) {
        if let endpoint = SocketEndpoint(parsing: text),
            let address = IPAddress(parsing: endpoint.host), endpoint.port > 0,
            IPAddress(parsing: text) == nil
        {
            self.address = address
            port = endpoint.port
        } else if let address = IPAddress(parsing: text) {
            self.address = address
            port = 53
        } else {
            return nil
        }
    }
}

extension ResolverEndpoint: ExpressibleByArgument {
    init?(argument: String) { self.init(parsing: argument) }
}
