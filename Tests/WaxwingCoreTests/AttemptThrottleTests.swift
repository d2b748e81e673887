import MailTypes
import Testing
import WaxwingCore
import WaxwingTesting

@Suite struct AttemptThrottleTests {
    private let clock = ManualClock()
    private let throttle: AttemptThrottle

    init() { throttle = AttemptThrottle(clock: clock) }

    private func attempt(_ source: UInt8 = 1, _ credential: String = "A") -> AttemptThrottle.Attempt
    {
        AttemptThrottle.Attempt(source: .v4([192, 0, 2, source]), credential: credential)
    }

    private func fail(_ count: Int, _ attempt: AttemptThrottle.Attempt) {
        for _ in 0..<count { throttle.failed(attempt) }
    }

    @Test func someFailuresCostNothing() {
        fail(5, attempt())
        #expect(throttle.admit(attempt()) == .now)
        #expect(throttle.admit(attempt()) == .now)
    }

    @Test func turnsOfASourceComeFurtherAndFurtherApart() {
        fail(6, attempt())
        #expect(throttle.admit(attempt(1, "B")) == .after(.milliseconds(500)))
        #expect(throttle.admit(attempt(1, "C")) == .after(.milliseconds(1000)))
        fail(2, attempt())
        #expect(throttle.admit(attempt(1, "D")) == .after(.milliseconds(2000)))
    }

    @Test func whoeverWouldWaitTooLongIsRefused() {
        fail(40, attempt())
        var outcomes: [AttemptThrottle.Admission] = []
        for _ in 0..<4 { outcomes.append(throttle.admit(attempt(1, "B"))) }
        #expect(
            outcomes == [.after(.seconds(10)), .after(.seconds(20)), .refused, .refused])
    }

    @Test func failuresAreForgotten() {
        fail(40, attempt())
        clock.advance(by: .seconds(600))
        #expect(throttle.admit(attempt(1, "B")) == .now)
        #expect(throttle.admit(attempt(1, "C")) == .now)
    }

    @Test func aCredentialIsSlowedDownForNewSources() {
        for source in 1..<20 { fail(1, attempt(UInt8(source))) }
        #expect(throttle.admit(attempt(99)) == .after(.seconds(2)))
        #expect(throttle.admit(attempt(99, "B")) == .now)
    }

    @Test func nobodyLocksTheOwnerOut() {
        throttle.succeeded(attempt(1))
        for source in 10..<200 { fail(3, attempt(UInt8(source))) }
        for _ in 0..<50 { #expect(throttle.admit(attempt(1)) == .now) }
        // Whoever is new waits, but never for good.
        #expect(throttle.admit(attempt(2)) == .after(.seconds(2)))
    }

    @Test func successDoesNotWipeOutASourcesFailures() {
        fail(8, attempt(1, "B"))
        throttle.succeeded(attempt(1, "A"))
        #expect(throttle.admit(attempt(1, "B")) != .now)
    }

    @Test func anIPv6NetworkIsOneSource() throws {
        let first = try #require(IPAddress(parsing: "2001:db8::1"))
        let second = try #require(IPAddress(parsing: "2001:db8::ffff:1"))
        let third = try #require(IPAddress(parsing: "2001:db8:0:1::1"))
        fail(8, AttemptThrottle.Attempt(source: first, credential: "A"))
        #expect(throttle.admit(.init(source: second, credential: "B")) != .now)
        #expect(throttle.admit(.init(source: third, credential: "C")) == .now)
    }

    @Test func aFloodFillsNoMemoryAndForgetsNoAttacker() {
        var configuration = AttemptThrottle.Configuration()
        configuration.entryLimit = 100
        let throttle = AttemptThrottle(configuration: configuration, clock: clock)
        for _ in 0..<10 { throttle.failed(attempt(1, "B")) }
        for number in 0..<1000 {
            let source = IPAddress.v4([10, 0, UInt8(number / 250), UInt8(number % 250)])
            throttle.failed(.init(source: source, credential: "\(number)"))
        }
        #expect(throttle.admit(attempt(1, "C")) != .now)
    }

    @Test func waitsBeforeItLetsIn() async throws {
        fail(6, attempt())
        var slept: [Duration] = []
        let isLetIn = try await throttle.waitForTurn(attempt()) { slept.append($0) }
        #expect(isLetIn)
        #expect(slept == [.milliseconds(500)])
    }
}
