import MailTypes
import NIOCore
import Synchronization

/// Lets no single address have all connections of a listener: it would be enough to open them, and
/// to say nothing, to keep everybody else waiting.
///
/// Proxies speak for many, and so does this machine; these are not counted.
final class ConnectionShares: Sendable {
    private let limit: Int
    private let trusted: Set<IPAddress>
    private let counts = Mutex<[IPAddress: Int]>([:])

    /// - Parameter limit: connections of one address.
    init(limit: Int, trusted: [IPAddress]) {
        self.limit = limit
        self.trusted = Set(trusted)
    }

    /// What stands in each connection's pipeline.
    var handler: any RemovableChannelHandler { Handler(shares: self) }

    /// Counts a connection, unless the address has its share.
    func admit(_ address: IPAddress) -> Bool {
        guard !address.isLoopback, !trusted.contains(address) else { return true }
        return counts.withLock { counts in
            guard counts[address.network, default: 0] < limit else { return false }
            counts[address.network, default: 0] += 1
            return true
        }
    }

    func release(_ address: IPAddress) {
        guard !address.isLoopback, !trusted.contains(address) else { return }
        counts.withLock { counts in
            counts[address.network] = counts[address.network].flatMap { $0 > 1 ? $0 - 1 : nil }
        }
    }

    /// Closes the connections that are too many.
    private final class Handler: ChannelInboundHandler, RemovableChannelHandler {
        typealias InboundIn = NIOAny

        private let shares: ConnectionShares
        private var counted: IPAddress?

        init(shares: ConnectionShares) { self.shares = shares }

        func handlerAdded(context: ChannelHandlerContext) {
            let text = context.channel.remoteAddress?.ipAddress
            guard let address = text.flatMap({ IPAddress(parsing: $0) }) else { return }
            if shares.admit(address) {
                counted = address
            } else {
                context.close(promise: nil)
            }
        }

        func handlerRemoved(context: ChannelHandlerContext) {
            if let counted { shares.release(counted) }
            counted = nil
        }
    }
}
