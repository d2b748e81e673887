import Testing
import WaxwingTesting

@testable import WaxwingCore

@Suite struct CallThrottleTests {
    private let clock = ManualClock()

    private func admitted(
        _ throttle: CallThrottle, _ tries: Int, _ operation: String = "GetAccount",
        in scope: Scope = .sample
    ) -> Int {
        (0..<tries).count { _ in throttle.admits(operation, in: scope) }
    }

    @Test func aSecondsWorthOfCallsIsAdmittedAtOnce() {
        let throttle = CallThrottle(callsPerSecond: 5, clock: clock)
        #expect(admitted(throttle, 20) == 5)
    }

    @Test func callsComeBackWithTime() {
        let throttle = CallThrottle(callsPerSecond: 2, clock: clock)
        #expect(admitted(throttle, 9) == 2)
        clock.advance(by: .milliseconds(499))
        #expect(admitted(throttle, 9) == 0)
        clock.advance(by: .milliseconds(1))
        #expect(admitted(throttle, 9) == 1)
        clock.advance(by: .seconds(3600))
        #expect(admitted(throttle, 9) == 2)
    }

    @Test func operationsAccountsAndRegionsAreBoundedApart() {
        let throttle = CallThrottle(callsPerSecond: 1, clock: clock)
        #expect(admitted(throttle, 2) == 1)
        #expect(admitted(throttle, 2, "GetTenant") == 1)
        #expect(admitted(throttle, 2, in: .otherAccount) == 1)
        #expect(admitted(throttle, 2, in: .otherRegion) == 1)
    }

    @Test func aFloodOfNamesTakesNoMoreThanItsRoom() {
        let throttle = CallThrottle(callsPerSecond: 1, clock: clock)
        for number in 0..<120_000 { _ = throttle.admits("\(number)", in: .sample) }
        #expect(admitted(throttle, 2) == 1)
    }

    @Test func aClockThatGoesBackGivesNothing() {
        let throttle = CallThrottle(callsPerSecond: 1, clock: clock)
        #expect(admitted(throttle, 2) == 1)
        clock.advance(by: .seconds(-5))
        #expect(admitted(throttle, 2) == 0)
    }
}
