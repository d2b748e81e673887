internal import MailTypes
internal import NIOCore
internal import Synchronization

/// The open connections of one listener: counted against the limits, and found again to be ended.
final class SMTPConnectionRegistry: Sendable {
    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var countsByAddress: [IPAddress: Int] = [:]
        var isDraining = false
        var drained: [EventLoopPromise<Void>] = []
    }

    private let state = Mutex(State())
    private let contentCount = Atomic(0)
    private let admittedCount = Atomic(0)
    private let refusedCount = Atomic(0)
    private let limit: Int
    private let limitPerAddress: Int

    init(limit: Int, limitPerAddress: Int) {
        self.limit = limit
        self.limitPerAddress = limitPerAddress
    }

    /// Counts a new connection; false if it is one too many, and then not counted.
    func admit(_ channel: any Channel, from address: IPAddress) -> Bool {
        let isAdmitted = state.withLock { state in
            let count = state.countsByAddress[address.network, default: 0]
            guard !state.isDraining, state.channels.count < limit, count < limitPerAddress else {
                return false
            }
            state.countsByAddress[address.network] = count + 1
            state.channels[ObjectIdentifier(channel)] = channel
            return true
        }
        if isAdmitted {
            admittedCount.wrappingAdd(1, ordering: .relaxed)
        } else {
            refusedCount.wrappingAdd(1, ordering: .relaxed)
        }
        return isAdmitted
    }

    /// Connections since the start: those that were admitted, and those that were one too many.
    var totals: (admitted: Int, refused: Int) {
        (admittedCount.load(ordering: .relaxed), refusedCount.load(ordering: .relaxed))
    }

    var count: Int { state.withLock { $0.channels.count } }

    func remove(_ channel: any Channel, from address: IPAddress) {
        let drained: [EventLoopPromise<Void>] = state.withLock { state in
            guard state.channels.removeValue(forKey: ObjectIdentifier(channel)) != nil else {
                return []
            }
            let count = state.countsByAddress[address.network, default: 1] - 1
            state.countsByAddress[address.network] = count > 0 ? count : nil
            guard state.channels.isEmpty else { return [] }
            defer { state.drained = [] }
            return state.drained
        }
        for promise in drained { promise.succeed() }
    }

    /// Counts bytes of unfinished messages in or out, and returns how many there are.
    func countContent(_ change: Int) -> Int {
        contentCount.add(change, ordering: .relaxed).newValue
    }

    var channels: [any Channel] { state.withLock { Array($0.channels.values) } }

    /// Admits nobody any more, and completes `promise` when the last connection has ended.
    func drain(_ promise: EventLoopPromise<Void>) -> [any Channel] {
        let channels = state.withLock { state in
            state.isDraining = true
            if !state.channels.isEmpty { state.drained.append(promise) }
            return Array(state.channels.values)
        }
        if channels.isEmpty { promise.succeed() }
        return channels
    }
}
