import MailTypes
import SMTP
import Testing
import WaxwingCore
import WaxwingStore
import WaxwingTesting

@testable import WaxwingMTA

@Suite struct WarmUpTests {
    private static let target = IPAddress(parsing: "198.51.100.1")!
    private static let cold = IPAddress(parsing: "192.0.2.1")!
    private static let warm = IPAddress(parsing: "192.0.2.2")!
    private static let standard = IPAddress(parsing: "192.0.2.9")!
    private static let day = Duration.seconds(86_400)
    private static let midnight = UnixTime(seconds: 1_795_651_200)

    @Test(
        arguments: [
            (-1, 1111), (0, 1111), (1, 2222), (8, 10_000), (43, 48_888), (44, 50_000), (45, nil),
            (1000, nil),
        ] as [(Int, Int?)])
    func theShareRisesFromDayToDay(day: Int, share: Int?) {
        let warmUp = WarmUp(start: Self.midnight + .seconds(3600))
        let start = Self.midnight + .seconds(day * 86_400)
        #expect(warmUp.share(at: start) == share)
        #expect(warmUp.share(at: start + .milliseconds(86_399_999)) == share)
        #expect(WarmUp.nextDay(after: start) == start + Self.day)
        #expect(WarmUp.nextDay(after: start + .seconds(86_399)) == start + Self.day)
    }

    private func addresses(_ list: [(String, IPAddress)]) -> SourceAddresses {
        var addresses = SourceAddresses()
        for (pool, address) in list { addresses.add(address, to: pool) }
        addresses.warmUp(Self.cold, from: Self.midnight)
        return addresses
    }

    @Test func whatIsBeyondTheShareGoesByTheOthers() {
        let clock = ManualClock(Self.midnight)
        var addresses = addresses([("news", Self.cold), ("news", Self.warm)])
        func next(_ count: Int) -> SourceAddresses.Choice {
            addresses.next(for: Self.target, from: "news", count: count, at: clock.now())
        }
        func count(_ count: Int, from address: IPAddress?) -> Bool {
            addresses.count(count, from: address, at: clock.now())
        }
        #expect(next(1) == .address(Self.cold))
        #expect(count(1100, from: Self.cold))
        #expect(!count(12, from: Self.cold))
        // There is room for eleven more, and for no message to twelve.
        #expect(next(1) == .address(Self.warm))
        #expect(next(12) == .address(Self.warm))
        #expect(next(11) == .address(Self.cold))
        #expect(count(11, from: Self.cold))
        for _ in 0..<3 { #expect(next(1) == .address(Self.warm)) }
        // Others are not counted.
        #expect(count(1_000_000, from: Self.warm))
        #expect(count(1_000_000, from: nil))
        clock.advance(by: Self.day)
        #expect(next(2222) == .address(Self.cold))
        clock.advance(by: .seconds(44 * 86_400))
        #expect(count(1_000_000, from: Self.cold))
        #expect(next(1_000_000) == .address(Self.warm))
        #expect(next(1_000_000) == .address(Self.cold))
    }

    @Test func aPoolThatIsFullDeliversAsTheDefault() {
        let choices = { (list: [(String, IPAddress)]) -> SourceAddresses.Choice in
            var addresses = addresses(list)
            _ = addresses.count(1111, from: Self.cold, at: Self.midnight)
            return addresses.next(for: Self.target, from: "news", count: 1, at: Self.midnight)
        }
        #expect(
            choices([("news", Self.cold), ("default", Self.standard)]) == .address(Self.standard))
        #expect(choices([("news", Self.cold)]) == .anyAddress)
        #expect(choices([("news", Self.cold), ("default", Self.cold)]) == .exhausted)
    }

    @Test func deliveryHoldsToTheShare() async throws {
        let clock = ManualClock()
        var sources = SourceAddresses()
        sources.add(Self.cold, to: "news")
        sources.add(Self.standard, to: "default")
        // The last messages of this day's share are left.
        sources.warmUp(Self.cold, from: clock.now())
        let isCounted = sources.count(1111 - 30, from: Self.cold, at: clock.now())
        #expect(isCounted)
        let bench = try await Bench(sourceAddresses: sources) { _ in
            .accepted(SMTPReply(250, nil, "Ok"))
        }
        try await bench.run { bench in
            for number in 1...80 {
                try await bench.accept(
                    .sample(Int64(number), handling: .init(poolName: "news")))
            }
            try await bench.waitUntilSettled()
        }
        let bySource = Dictionary(grouping: bench.peer.deliveries, by: \.source)
        #expect(bySource[Self.cold]?.count == 30)
        #expect(bySource[Self.standard]?.count == 50)
    }

    @Test func whatNoAddressMaySendWaitsForTheNextDay() async throws {
        let clock = ManualClock()
        var sources = SourceAddresses()
        sources.add(Self.cold, to: "default")
        sources.warmUp(Self.cold, from: clock.now())
        let isCounted = sources.count(1111 - 5, from: Self.cold, at: clock.now())
        #expect(isCounted)
        let bench = try await Bench(sourceAddresses: sources) { _ in
            .accepted(SMTPReply(250, nil, "Ok"))
        }
        try await bench.run { bench in
            for number in 1...20 { try await bench.accept(.sample(Int64(number))) }
            let next = WarmUp.nextDay(after: bench.clock.now())
            try await bench.wait("the rest to wait for tomorrow") {
                try await bench.store.nextDue() == next
            }
            #expect(try await bench.store.queueLength() == 15)
            bench.clock.advance(by: next - bench.clock.now())
            bench.scheduler.wake()
            try await bench.waitUntilSettled()
        }
        #expect(bench.peer.deliveries.count == 20)
    }
}
