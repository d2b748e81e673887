import MailTypes
import Testing
import WaxwingCore

@Suite struct RetryScheduleTests {
    let now = UnixTime(seconds: 1_000_000)

    @Test(arguments: [(1, 60), (2, 120), (3, 240), (7, 3600), (1_000_000, 3600)])
    func doublesUpToTheLongestWait(attempts: Int, seconds: Int) {
        let next = RetrySchedule().nextAttempt(after: attempts, now: now, randomness: 0.5)
        #expect(next - now == .seconds(seconds))
    }

    @Test func spreadsByTheJitter() {
        let schedule = RetrySchedule()
        let early = schedule.nextAttempt(after: 1, now: now, randomness: 0)
        let late = schedule.nextAttempt(after: 1, now: now, randomness: 1)
        #expect(early - now == .seconds(54))
        #expect(late - now == .seconds(66))
    }
}
