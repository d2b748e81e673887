import Synchronization

/// Zones that change while they are served: what an identity needs is published here as soon as
/// it exists.
///
/// Every method is one step: who asks sees all of a change or nothing of it.
public final class ZoneStore: Sendable {
    // The sections are short and never wait: a set of zones is copied on write.
    private let state: Mutex<ZoneSet>

    public init(_ zones: ZoneSet = ZoneSet()) { state = Mutex(zones) }

    /// The zones as they are now.
    public var zones: ZoneSet { state.withLock { $0 } }

    /// Makes `records` all that `owner` has, in the closest zone, or in a new one with `owner` as
    /// its apex when no zone holds it. None removes what it has.
    public func replace(_ records: [DNSRecord], for owner: DNSName) {
        state.withLock { $0.replace(records, for: owner) }
    }

    public func remove(_ owner: DNSName) { replace([], for: owner) }

    /// Adds an empty zone, unless there is one with this apex.
    public func addZone(_ apex: DNSName) {
        state.withLock { if $0[apex] == nil { $0.insert(Zone(apex)) } }
    }

    /// Removes the zone with this apex, and all its records.
    public func removeZone(_ apex: DNSName) { state.withLock { $0.remove(apex: apex) } }

    /// Makes `zones` all there is.
    public func replaceAll(with zones: ZoneSet) { state.withLock { $0 = zones } }

    public func removeAll() { replaceAll(with: ZoneSet()) }

    /// The authoritative response to a query.
    public func answer(_ query: DNSMessage) -> DNSMessage { zones.answer(query) }
}

extension ZoneStore: Resolver {
    /// Answers from the zones alone; what leads outside of them cannot be known here.
    public func lookUp(_ name: DNSName, _ type: DNSRecordType) async -> DNSAnswer {
        zones.answer(to: name, type)
            ?? DNSAnswer(
                .temporaryFailure(reason: "no zone holds \(name)"), canonicalName: name)
    }
}
