import DNS

/// Answers remembered for their time to live, in front of a resolver.
///
/// There are two generations. Answers join the young one; when it is full it becomes the old one,
/// and the old one is forgotten. That bounds the memory without a list of who was used when.
struct DNSAnswerCache {
    private struct Entry {
        var answer: DNSAnswer
        var expiry: ContinuousClock.Instant
    }

    private var young: [DNSQuestion: Entry] = [:]
    private var old: [DNSQuestion: Entry] = [:]
    private let generationLimit: Int
    private let ttlLimit: Duration

    /// - Parameter countLimit: Most answers; none are remembered when it is less than 2.
    init(countLimit: Int, ttlLimit: Duration) {
        generationLimit = countLimit / 2
        self.ttlLimit = ttlLimit
    }

    var count: Int { young.count + old.count }

    /// What is remembered, with the time that it has left to live.
    func answer(to question: DNSQuestion, at now: ContinuousClock.Instant) -> DNSAnswer? {
        guard let entry = young[question] ?? old[question], entry.expiry > now else { return nil }
        var answer = entry.answer
        answer.ttl = now.duration(to: entry.expiry)
        return answer
    }

    /// Remembers an answer, unless it is a failure: that may be over at the next attempt.
    mutating func insert(
        _ answer: DNSAnswer, to question: DNSQuestion, at now: ContinuousClock.Instant
    ) {
        let ttl = min(answer.ttl, ttlLimit)
        guard generationLimit > 0, ttl > .zero, answer.failureReason == nil else { return }
        if young.count >= generationLimit, young[question] == nil {
            old = young
            young = [:]
        }
        young[question] = Entry(answer: answer, expiry: now + ttl)
    }
}
