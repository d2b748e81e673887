import DNS
import Testing

@testable import MailTransport

@Suite struct DNSAnswerCacheTests {
    private let start = ContinuousClock.now
    private let question = DNSQuestion(DNSName("mail.test"), .mx)

    private func answer(_ outcome: DNSAnswer.Outcome = .noData, ttl: Duration) -> DNSAnswer {
        DNSAnswer(outcome, ttl: ttl, canonicalName: DNSName("mail.test"))
    }

    @Test func remembersForTheTimeToLive() {
        var cache = DNSAnswerCache(countLimit: 10, ttlLimit: .seconds(100))
        cache.insert(answer(ttl: .seconds(60)), to: question, at: start)
        #expect(cache.answer(to: question, at: start + .seconds(20))?.ttl == .seconds(40))
        #expect(cache.answer(to: question, at: start + .seconds(60)) == nil)
        #expect(cache.answer(to: DNSQuestion(DNSName("mail.test"), .a), at: start) == nil)
        cache.insert(answer(ttl: .seconds(86_400)), to: question, at: start)
        #expect(cache.answer(to: question, at: start + .seconds(100)) == nil)
    }

    @Test func forgetsFailures() {
        var cache = DNSAnswerCache(countLimit: 10, ttlLimit: .seconds(100))
        let failure = answer(.temporaryFailure(reason: ""), ttl: .seconds(60))
        cache.insert(failure, to: question, at: start)
        cache.insert(answer(ttl: .zero), to: question, at: start)
        #expect(cache.count == 0)
    }

    @Test func staysWithinItsBounds() throws {
        var cache = DNSAnswerCache(countLimit: 100, ttlLimit: .seconds(100))
        for index in 0..<1000 {
            let name = try DNSName(parsing: "n\(index).test")
            cache.insert(answer(ttl: .seconds(60)), to: DNSQuestion(name, .a), at: start)
            #expect(cache.count <= 100)
            #expect(cache.answer(to: DNSQuestion(name, .a), at: start) != nil)
        }
        #expect(cache.answer(to: DNSQuestion(DNSName("n950.test"), .a), at: start) != nil)
        var none = DNSAnswerCache(countLimit: 0, ttlLimit: .seconds(100))
        none.insert(answer(ttl: .seconds(60)), to: question, at: start)
        #expect(none.count == 0)
    }
}
