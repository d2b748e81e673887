import DequeModule
public import MailTypes
import WaxwingCore

/// The addresses that mail leaves from, by pool.
///
/// A pool without addresses of its own delivers as the pool named `default`, and so do the pools
/// that every account has. Where `default` has no address of a family, the system chooses.
///
/// An address that is being warmed up takes its share of each day's mail and no more; what is beyond
/// goes by the other addresses of its pool, then by those of `default`.
public struct SourceAddresses: Equatable, Sendable {
    public static let defaultPool = "default"

    private enum Family: Hashable { case v4, v6 }

    /// For each pool and family, the next address to be used first.
    private var pools: [String: [Family: Deque<IPAddress>]] = [:]
    private var warmUps: [IPAddress: WarmUp] = [:]
    /// What addresses that are warmed up sent on the last day that they sent anything.
    private var sent: [IPAddress: (day: Int64, count: Int)] = [:]

    public init() {}

    /// What mail may leave from.
    enum Choice: Equatable {
        case address(IPAddress)
        /// Whichever the system takes.
        case anyAddress
        /// All addresses have sent their share of this day.
        case exhausted
    }

    public mutating func add(_ address: IPAddress, to pool: String) {
        pools[pool, default: [:]][Self.family(of: address), default: []].append(address)
    }

    /// Has an address take its share only, from the day of `start` on.
    public mutating func warmUp(_ address: IPAddress, from start: UnixTime) {
        warmUps[address] = WarmUp(start: start)
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

    /// The address for one more connection, each in its turn.
    /// - Parameter count: recipients of the first message, for whom there has to be room.
    mutating func next(
        for target: IPAddress, from pool: String?, count: Int, at now: UnixTime
    ) -> Choice {
        let family = Self.family(of: target)
        if let pool, let address = take(from: pool, family, count, now) { return .address(address) }
        if let address = take(from: Self.defaultPool, family, count, now) {
            return .address(address)
        }
        return pools[Self.defaultPool]?[family] == nil ? .anyAddress : .exhausted
    }

    /// The first address that has room, which goes to the end of the row.
    private mutating func take(
        from pool: String, _ family: Family, _ count: Int, _ now: UnixTime
    ) -> IPAddress? {
        guard let addresses = pools[pool]?[family],
            let index = addresses.firstIndex(where: { hasRoom($0, for: count, at: now) })
        else { return nil }
        pools[pool]?[family]?.remove(at: index)
        pools[pool]?[family]?.append(addresses[index])
        return addresses[index]
    }

    // MARK: Warming up

    /// Counts recipients that an address sends to.
    /// - Returns: false, and nothing is counted, when that would be more than its share of the day.
    mutating func count(_ recipients: Int, from address: IPAddress?, at now: UnixTime) -> Bool {
        guard let address, isWarmedUp(address, at: now) else { return true }
        guard hasRoom(address, for: recipients, at: now) else { return false }
        sent[address] = (WarmUp.day(of: now), sentToday(from: address, at: now) + recipients)
        return true
    }

    private func isWarmedUp(_ address: IPAddress, at now: UnixTime) -> Bool {
        warmUps[address]?.share(at: now) != nil
    }

    private func hasRoom(_ address: IPAddress, for count: Int, at now: UnixTime) -> Bool {
        guard let share = warmUps[address]?.share(at: now) else { return true }
        return sentToday(from: address, at: now) + count <= share
    }

    private func sentToday(from address: IPAddress, at now: UnixTime) -> Int {
        guard let sent = sent[address], sent.day == WarmUp.day(of: now) else { return 0 }
        return sent.count
    }

    public static func == (first: SourceAddresses, second: SourceAddresses) -> Bool {
        first.pools == second.pools && first.warmUps == second.warmUps
    }

    private static func family(of address: IPAddress) -> Family {
        switch address {
        case .v4: .v4
        case .v6: .v6
        }
    }
}
