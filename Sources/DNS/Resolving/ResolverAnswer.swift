/// What a look-up found, as records of a type that the question implies.
public struct ResolverAnswer<Record: Sendable>: Sendable {
    public enum Outcome: Sendable {
        /// At least one record, in the order of the answer.
        case records([Record])
        /// The name exists, without records of this type.
        case noData
        /// The name does not exist, nor does any below it (NXDOMAIN).
        case nameNotFound
        /// Nobody knows now: a timeout, SERVFAIL, bogus signatures. The reason is for the log.
        case temporaryFailure(reason: String)
    }

    public var outcome: Outcome
    /// How long the answer may be remembered; zero for failures.
    public var ttl: Duration
    /// Whether DNSSEC proves the answer, the absence of records included.
    public var isSecure: Bool
    /// The names that turned out to be aliases, in the order they were followed: the name that
    /// was looked up first. Empty when it is no alias.
    public var aliases: [DNSName]
    /// The name that the outcome is about: the last target of the aliases, or the name itself.
    public var canonicalName: DNSName

    public init(
        _ outcome: Outcome, ttl: Duration = .zero, isSecure: Bool = false,
        aliases: [DNSName] = [], canonicalName: DNSName
    ) {
        self.outcome = outcome
        self.ttl = ttl
        self.isSecure = isSecure
        self.aliases = aliases
        self.canonicalName = canonicalName
    }

    /// The records; none for the other outcomes.
    public var records: [Record] {
        guard case .records(let records) = outcome else { return [] }
        return records
    }

    /// The reason when the outcome is a temporary failure.
    public var failureReason: String? {
        guard case .temporaryFailure(let reason) = outcome else { return nil }
        return reason
    }

    /// The same answer about what `transform` makes of each record; no data when that is nothing.
    public func compactMap<Other>(
        _ transform: (Record) -> Other?
    ) -> ResolverAnswer<Other> {
        let mapped: ResolverAnswer<Other>.Outcome
        switch outcome {
        case .records(let records):
            let others = records.compactMap(transform)
            mapped = others.isEmpty ? .noData : .records(others)
        case .noData: mapped = .noData
        case .nameNotFound: mapped = .nameNotFound
        case .temporaryFailure(let reason): mapped = .temporaryFailure(reason: reason)
        }
        return ResolverAnswer<Other>(
            mapped, ttl: ttl, isSecure: isSecure, aliases: aliases, canonicalName: canonicalName)
    }
}

extension ResolverAnswer: Equatable where Record: Equatable {}
extension ResolverAnswer.Outcome: Equatable where Record: Equatable {}
