public import MailTypes

/// Where a verifier finds key records: DNS, or a fixed list in tests.
public protocol DKIMKeyProvider: Sendable {
    /// The TXT records at `name`, `selector._domainkey.domain`.
    ///
    /// The name may hold U-labels (RFC 8616 §5), which DNS wants as A-labels. A lookup should end
    /// after five seconds.
    func keyRecords(for name: DomainName) async -> DKIMKeyLookup
}

/// What a lookup of a key showed.
public enum DKIMKeyLookup: Equatable, Sendable {
    /// The TXT records, each with its strings joined.
    case records([[UInt8]])
    /// The name does not exist, or has no TXT record.
    case notFound
    /// Time ran out, or a server failed; the text says which.
    case temporaryFailure(String)
}

/// Keys that are known beforehand; every other name is not found.
public struct StaticDKIMKeys: DKIMKeyProvider {
    public var lookups: [DomainName: DKIMKeyLookup]

    public init(_ lookups: [DomainName: DKIMKeyLookup] = [:]) { self.lookups = lookups }

    public func keyRecords(for name: DomainName) async -> DKIMKeyLookup {
        lookups[name] ?? .notFound
    }
}
