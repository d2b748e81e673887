public import DNS
public import MailTypes

/// Key records from the DNS.
public struct ResolverDKIMKeys: DKIMKeyProvider {
    private let resolver: any Resolver

    public init(_ resolver: any Resolver) { self.resolver = resolver }

    public func keyRecords(for name: DomainName) async -> DKIMKeyLookup {
        let answer = await resolver.textRecords(of: name)
        switch answer.outcome {
        case .records(let records): return .records(records)
        case .noData, .nameNotFound: return .notFound
        case .temporaryFailure(let reason): return .temporaryFailure(reason)
        }
    }
}
