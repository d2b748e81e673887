import DequeModule
public import MailTypes
import WaxwingCore

/// The addresses that mail leaves from, by pool.
///
/// A pool without addresses of its own delivers as the pool named `default`, and so do the pools
/// that every account has. Where `default` has no address of a family, the system chooses.
public struct SourceAddresses: Equatable, Sendable {
    public static let defaultPool = "default"

    private enum Family: Hashable { case v4, v6 }

    /// For each pool and family, the next address to be used first.
    private var pools: [String: [Family: Deque<IPAddress>]] = [:]

    public init() {}

    public mutating func add(_ address: IPAddress, to pool: String) {
        pools[pool, default: [:]][Self.family(of: address), default: []].append(address)
    }

    /// Of all pools, in no order.
    public var all: [IPAddress] { pools.values.flatMap { $0.values.joined() } }

    /// The pool of that name, where it has addresses of its own; nil is the default.
    ///
    /// What is nil here shares its connections: 50 pools without addresses must not make 50 times
    /// the connections from one address.
    func pool(named name: String?) -> String? {
        guard let name, name != Self.defaultPool, pools[name] != nil,
            !DedicatedIPPool.reservedNames.contains(name)
        else { return nil }
        return name
    }

    /// Those hosts that a pool reaches from its own addresses: one with IPv4 only is like a machine
    /// without IPv6. Where there are none, all of them, which are reached as the default does it.
    func hosts(_ hosts: [MailHost], for pool: String?) -> [MailHost] {
        guard let pool, let families = pools[pool] else { return hosts }
        let reached = hosts.filter { families[Self.family(of: $0.address)] != nil }
        return reached.isEmpty ? hosts : reached
    }

    /// The address for one more connection, each in its turn; nil leaves it to the system.
    mutating func next(for target: IPAddress, from pool: String?) -> IPAddress? {
        let family = Self.family(of: target)
        let name = pool.flatMap { pools[$0]?[family] == nil ? nil : $0 } ?? Self.defaultPool
        guard let address = pools[name]?[family]?.popFirst() else { return nil }
        pools[name]?[family]?.append(address)
        return address
    }

    private static func family(of address: IPAddress) -> Family {
        switch address {
        case .v4: .v4
        case .v6: .v6
        }
    }
}
