public import MailTypes

/// A policy as it is kept between deliveries.
public struct MTASTSCacheEntry: Equatable, Sendable {
    public var policy: MTASTSPolicy
    /// The `id` of the record under which the policy was fetched.
    public var recordID: String
    public var fetchedAt: UnixTime

    public init(policy: MTASTSPolicy, recordID: String, fetchedAt: UnixTime) {
        self.policy = policy
        self.recordID = recordID
        self.fetchedAt = fetchedAt
    }

    /// Until when the policy applies, whatever the DNS says.
    public var expiresAt: UnixTime { fetchedAt + policy.maxAge }

    /// A moment before the fetch counts as the fetch: clocks are set back.
    public func isValid(at now: UnixTime) -> Bool { now < expiresAt }
}

/// The last fetch that failed, so that the policy host is not asked again for each message.
public struct MTASTSFailedFetch: Equatable, Sendable {
    public var recordID: String
    public var at: UnixTime

    public init(recordID: String, at: UnixTime) {
        self.recordID = recordID
        self.at = at
    }
}

/// What to do about a domain's policy before mail is sent to it.
///
/// It is a function of what is known; fetching, and keeping the entry, are the caller's:
///
///     switch MTASTSCacheDecision(cached: entry, failed: failed, record: record, now: now) {
///     case .use(let entry, let isStale): …      // stale: fetch beside the delivery
///     case .fetch(let id, let fallback): …      // then MTASTSCacheDecision.use(after:…)
///     case .none: …
///     }
public enum MTASTSCacheDecision: Equatable, Sendable {
    /// The policy applies. A stale one is fetched again at leisure, so that nobody who holds up the
    /// fetch for long enough outlasts it (RFC 8461 §3.3, §10.2).
    case use(MTASTSCacheEntry, isStale: Bool)
    /// The policy is fetched first; `fallback` applies when that fails.
    case fetch(recordID: String, fallback: MTASTSCacheEntry?)
    /// Mail is sent as if the domain had no MTA-STS.
    case none

    /// The age at which a policy is fetched again although nothing says that it has changed.
    public static let refreshInterval = Duration.seconds(86_400)
    /// How long a policy that could not be fetched is not asked for again, for one `id`.
    public static let retryInterval = Duration.seconds(300)

    public init(
        cached: MTASTSCacheEntry?, failed: MTASTSFailedFetch? = nil, record: MTASTSRecordLookup,
        now: UnixTime
    ) {
        let valid = cached.flatMap { $0.isValid(at: now) ? $0 : nil }
        guard case .record(let record) = record else {
            // That the record is gone does not end a policy (RFC 8461 §3.1): else whoever forges
            // the DNS would end it.
            self = valid.map { .use($0, isStale: false) } ?? .none
            return
        }
        let waits =
            failed.map { $0.recordID == record.id && now - $0.at < Self.retryInterval } ?? false
        if let valid, valid.recordID == record.id || waits {
            let isStale = now - valid.fetchedAt >= Self.refreshInterval && !waits
            self = .use(valid, isStale: isStale)
        } else {
            self = waits ? .none : .fetch(recordID: record.id, fallback: valid)
        }
    }

    /// The entry that applies after a fetch, to be kept; nil when mail is sent without MTA-STS. After
    /// a failure `fallback` stays as it is, and the caller keeps an ``MTASTSFailedFetch``.
    public static func entry(
        after outcome: MTASTSFetchOutcome, recordID: String, fallback: MTASTSCacheEntry?,
        now: UnixTime
    ) -> MTASTSCacheEntry? {
        switch outcome {
        case .policy(let policy):
            MTASTSCacheEntry(policy: policy, recordID: recordID, fetchedAt: now)
        case .failed:
            fallback.flatMap { $0.isValid(at: now) ? $0 : nil }
        }
    }
}
