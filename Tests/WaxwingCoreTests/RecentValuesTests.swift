import MailTypes
import Synchronization
import Testing
import WaxwingTesting

@testable import WaxwingCore

@Suite struct RecentValuesTests {
    /// A store of numbers whose readings wait to be let through.
    private final class Source: Sendable {
        private struct State {
            var value: Int? = 1
            var readings = 0
            var isClosed = false
            var waiting: [CheckedContinuation<Void, Never>] = []
            var fails = false
        }

        struct Failure: Error {}

        private let state = Mutex(State())

        var readings: Int { state.withLock { $0.readings } }
        func set(_ value: Int?) { state.withLock { $0.value = value } }
        func fail() { state.withLock { $0.fails = true } }
        func close() { state.withLock { $0.isClosed = true } }

        func open() {
            let waiting = state.withLock { state in
                state.isClosed = false
                defer { state.waiting = [] }
                return state.waiting
            }
            for continuation in waiting { continuation.resume() }
        }

        func read() async throws -> Int? {
            let (value, fails) = state.withLock { state in
                state.readings += 1
                return (state.value, state.fails)
            }
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    if state.isClosed { state.waiting.append(continuation) }
                    return !state.isClosed
                }
                if goesOn { continuation.resume() }
            }
            if fails { throw Failure() }
            return value
        }

        func waitForReadings(_ count: Int) async {
            while readings < count { await Task.yield() }
        }
    }

    private let source = Source()
    private let clock = ManualClock()
    private let recent: RecentValues<String, Int>

    init() {
        recent = RecentValues(lifetime: .seconds(2), limit: 3, clock: clock)
    }

    private func value(_ key: String = "a") async throws -> Int? {
        try await recent.value(for: key) { [source] in try await source.read() }
    }

    @Test(arguments: [1, nil]) func isReadOnceInALifetime(_ stored: Int?) async throws {
        source.set(stored)
        for _ in 1...3 { #expect(try await value() == stored) }
        #expect(source.readings == 1)
        clock.advance(by: .seconds(2))
        source.set(5)
        #expect(try await value() == 5)
        #expect(source.readings == 2)
    }

    @Test func callersShareAReading() async throws {
        source.close()
        try await withThrowingTaskGroup(of: Int?.self) { group in
            for _ in 1...20 { group.addTask { try await value() } }
            await source.waitForReadings(1)
            for _ in 1...100 { await Task.yield() }
            source.open()
            for try await found in group { #expect(found == 1) }
        }
        #expect(source.readings == 1)
    }

    @Test func isReadAnewBehindTheScenesInTheSecondHalf() async throws {
        _ = try await value()
        clock.advance(by: .seconds(1))
        source.set(2)
        source.close()
        #expect(try await value() == 1, "nobody waits for the reading")
        await source.waitForReadings(2)
        #expect(try await value() == 1)
        source.open()
        while try await value() == 1 { await Task.yield() }
        #expect(source.readings == 2)
        clock.advance(by: .seconds(1))
        #expect(try await value() == 2, "its lifetime began with the second reading")
    }

    @Test func whatWasForgottenIsReadAnewAndAnOldReadingLeavesNothing() async throws {
        source.close()
        async let early = value()
        await source.waitForReadings(1)
        source.set(2)
        recent.forget("a")
        async let late = value()
        await source.waitForReadings(2)
        source.open()
        #expect(try await early == 1)
        #expect(try await late == 2)
        #expect(try await value() == 2)
        #expect(source.readings == 2)
    }

    @Test func aFailedReadingIsTheCallersAndIsNotRemembered() async throws {
        source.fail()
        await #expect(throws: Source.Failure.self) { try await value() }
        await #expect(throws: Source.Failure.self) { try await value() }
        #expect(source.readings == 2)
    }

    @Test func whoAsksForWhatIsNotThereDoesNotPushOutWhatIs() async throws {
        _ = try await value()
        source.set(nil)
        for number in 1...10 { #expect(try await value("nobody \(number)") == nil) }
        #expect(try await value() == 1)
    }

    @Test func keepsNoMoreThanItsLimit() async throws {
        for number in 1...4 { _ = try await value("\(number)") }
        _ = try await value("1")
        #expect(source.readings == 5)
    }

    @Test func aClockThatGoesBackMakesNothingLastLonger() async throws {
        _ = try await value()
        clock.advance(by: .seconds(-10))
        source.set(3)
        #expect(try await value() == 3)
    }
}
