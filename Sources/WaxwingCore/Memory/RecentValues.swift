import MailTypes
import Synchronization

/// What was read of late, so that not every message asks the store.
///
/// A value counts for a lifetime from the moment at which its reading began. Whoever asks in the
/// second half of it has the value read anew behind the scenes and goes on with the old one;
/// callers who miss the same value wait for one reading. So a store is asked once for each name and
/// lifetime, however many ask here, and a value that is in use never has to be waited for.
///
/// What was not found is remembered apart, so that nobody pushes out what is there by asking for
/// what is not.
final class RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Entry {
        let value: Value
        let readAt: UnixTime
    }

    /// A reading under way. One that was forgotten still answers those who wait for it, and leaves
    /// nothing behind.
    private struct Reading {
        let number: Int
        let task: Task<Value?, any Error>
    }

    private struct Memory {
        var found: [Key: Entry] = [:]
        var missing: [Key: UnixTime] = [:]
        var readings: [Key: Reading] = [:]
        var lastReading = 0

        mutating func forget(_ key: Key) {
            found[key] = nil
            missing[key] = nil
            readings[key] = nil
        }
    }

    private enum Recollection {
        case value(Value?)
        case pending(Task<Value?, any Error>)
    }

    private let lifetime: Duration
    private let limit: Int
    private let clock: any WallClock
    private let memory = Mutex(Memory())

    /// - Parameter limit: values kept at the most, and names without one; past that all are dropped.
    init(lifetime: Duration, limit: Int, clock: any WallClock) {
        self.lifetime = lifetime
        self.limit = limit
        self.clock = clock
    }

    /// The value of `key`, or nil when `read` finds none.
    func value(
        for key: Key, reading read: @escaping @Sendable () async throws -> Value?
    ) async throws -> Value? {
        let now = clock.now()
        let recollection = memory.withLock { memory -> Recollection in
            switch known(key, in: memory, at: now) {
            case nil:
                return .pending(reading(of: key, in: &memory, at: now, read))
            case (let value, let age)?:
                if age * 2 >= lifetime { _ = reading(of: key, in: &memory, at: now, read) }
                return .value(value)
            }
        }
        switch recollection {
        case .value(let value): return value
        case .pending(let task): return try await task.value
        }
    }

    /// To be called after every change of what `key` names.
    func forget(_ key: Key) {
        memory.withLock { $0.forget(key) }
    }

    func forget(where isChanged: (Key) -> Bool) {
        memory.withLock { memory in
            for key in memory.found.keys where isChanged(key) { memory.found[key] = nil }
            for key in memory.missing.keys where isChanged(key) { memory.missing[key] = nil }
            for key in memory.readings.keys where isChanged(key) { memory.readings[key] = nil }
        }
    }

    func forgetAll() { forget { _ in true } }

    // MARK: Inside the lock

    /// Nil for what is not known, or no longer. A clock that went back makes nothing last longer.
    private func known(
        _ key: Key, in memory: borrowing Memory, at now: UnixTime
    ) -> (value: Value?, age: Duration)? {
        let entry = memory.found[key]
        guard let readAt = entry?.readAt ?? memory.missing[key] else { return nil }
        let age = now - readAt
        return age >= .zero && age < lifetime ? (entry?.value, age) : nil
    }

    /// The reading of `key` that is under way, or a new one.
    private func reading(
        of key: Key, in memory: inout Memory, at now: UnixTime,
        _ read: @escaping @Sendable () async throws -> Value?
    ) -> Task<Value?, any Error> {
        if let reading = memory.readings[key] { return reading.task }
        memory.lastReading += 1
        let number = memory.lastReading
        // A task of its own: the first caller may give up while others wait.
        let task = Task {
            let result: Result<Value?, any Error>
            do { result = .success(try await read()) } catch { result = .failure(error) }
            return try self.end(number, of: key, readAt: now, result)
        }
        memory.readings[key] = Reading(number: number, task: task)
        return task
    }

    private func end(
        _ number: Int, of key: Key, readAt: UnixTime, _ result: Result<Value?, any Error>
    ) throws -> Value? {
        memory.withLock { memory in
            guard memory.readings[key]?.number == number else { return }
            memory.readings[key] = nil
            // After a reading that failed, what is known counts to its end.
            guard case .success(let value) = result else { return }
            memory.forget(key)
            if let value {
                if memory.found.count >= limit { memory.found.removeAll() }
                memory.found[key] = Entry(value: value, readAt: readAt)
            } else {
                if memory.missing.count >= limit { memory.missing.removeAll() }
                memory.missing[key] = readAt
            }
        }
        return try result.get()
    }
}
