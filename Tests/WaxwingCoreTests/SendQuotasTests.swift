import MailTypes
import Synchronization
import Testing
import WaxwingTesting

@testable import WaxwingCore

@Suite struct SendQuotasTests {
    private final class Counts: StatisticsStore {
        let accepted = Mutex(0)
        let reads = Mutex(0)

        func statistics(
            in scope: Scope, since time: UnixTime
        ) async throws -> [SendStatistics] {
            reads.withLock { $0 += 1 }
            return [SendStatistics(timestamp: time, accepted: accepted.withLock { $0 })]
        }

        func removeAllStatistics() async throws {}
    }

    private let clock = ManualClock()
    private let counts = Counts()

    private func quotas() -> SendQuotas { SendQuotas(statistics: counts, clock: clock) }

    private func settings(daily: Double? = nil, rate: Double? = nil) -> AccountSettings {
        var settings = AccountSettings()
        settings.dailyQuota = daily
        settings.maximumRate = rate
        return settings
    }

    @Test func anAccountWithoutBoundsAsksNobody() async throws {
        let quotas = quotas()
        for _ in 0..<10 {
            _ = try await quotas.take(50, daily: 50, of: AccountSettings(), in: .sample)
        }
        #expect(counts.reads.withLock { $0 } == 0)
    }

    @Test func theDayEndsWhereItsQuotaDoes() async throws {
        let quotas = quotas()
        counts.accepted.withLock { $0 = 7 }
        let limited = settings(daily: 10)
        let first = try await quotas.take(2, daily: 2, of: limited, in: .sample)
        await #expect(throws: ServiceError.throttled("Daily message quota exceeded.")) {
            try await quotas.take(2, daily: 2, of: limited, in: .sample)
        }
        // What was not accepted is free again.
        quotas.settle(first, isAccepted: false)
        let second = try await quotas.take(3, daily: 3, of: limited, in: .sample)
        counts.accepted.withLock { $0 = 10 }
        quotas.settle(second, isAccepted: true)
        clock.advance(by: .seconds(6))
        await #expect(throws: ServiceError.self) {
            try await quotas.take(1, daily: 1, of: limited, in: .sample)
        }
        // Quarters of an hour that are over drop out of the count.
        counts.accepted.withLock { $0 = 4 }
        clock.advance(by: .seconds(6))
        _ = try await quotas.take(6, daily: 6, of: limited, in: .sample)
        _ = try await quotas.take(6, daily: 6, of: limited, in: .otherRegion)
    }

    @Test func whatIsUnderWayIsCountedWhileTheCountIsRead() async throws {
        let quotas = quotas()
        let limited = settings(daily: 10)
        let first = try await quotas.take(8, daily: 8, of: limited, in: .sample)
        clock.advance(by: .seconds(6))
        await #expect(throws: ServiceError.self) {
            try await quotas.take(3, daily: 3, of: limited, in: .sample)
        }
        quotas.settle(first, isAccepted: true)
    }

    @Test func aSecondGivesWhatItsRateSays() async throws {
        let quotas = quotas()
        let limited = settings(rate: 2)
        _ = try await quotas.take(1, daily: 1, of: limited, in: .sample)
        _ = try await quotas.take(1, daily: 1, of: limited, in: .sample)
        await #expect(throws: ServiceError.throttled("Maximum sending rate exceeded.")) {
            try await quotas.take(1, daily: 1, of: limited, in: .sample)
        }
        clock.advance(by: .milliseconds(500))
        _ = try await quotas.take(1, daily: 1, of: limited, in: .sample)
        // Silence saves up one second's worth, and no more.
        clock.advance(by: .seconds(100))
        _ = try await quotas.take(2, daily: 2, of: limited, in: .sample)
        await #expect(throws: ServiceError.self) {
            try await quotas.take(1, daily: 1, of: limited, in: .sample)
        }
    }

    @Test func aMessageToManyIsPaidOffBeforeTheNext() async throws {
        let quotas = quotas()
        let limited = settings(rate: 1)
        _ = try await quotas.take(10, daily: 10, of: limited, in: .sample)
        clock.advance(by: .seconds(9))
        await #expect(throws: ServiceError.self) {
            try await quotas.take(1, daily: 1, of: limited, in: .sample)
        }
        clock.advance(by: .seconds(1))
        _ = try await quotas.take(1, daily: 1, of: limited, in: .sample)
    }
}
