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
    /// The same, read before.
    case keys([DKIMKey])
    /// The name does not exist, or has no TXT record.
    case notFound
    /// Time ran out, or a server failed; the text says which.
    case temporaryFailure(String)

    /// Most records that are tried at one name; there should be one (RFC 6376 §3.6.2.2).
    static let recordLimit = 4
}

extension DKIMKeyProvider {
    /// The records at each of `names`, all looked up at once.
    func lookups(of names: [DomainName]) async -> [DomainName: DKIMKeyLookup] {
        if let only = names.first, names.count == 1 {
            return [only: await keyRecords(for: only)]
        }
        return await withTaskGroup(of: (DomainName, DKIMKeyLookup).self) { group in
            for name in names {
                group.addTask { (name, await keyRecords(for: name)) }
            }
            var lookups: [DomainName: DKIMKeyLookup] = [:]
            for await (name, lookup) in group { lookups[name] = lookup }
            return lookups
        }
    }
}

/// Keys that are known beforehand; every other name is not found.
public struct StaticDKIMKeys: DKIMKeyProvider {
    public var lookups: [DomainName: DKIMKeyLookup]

    public init(_ lookups: [DomainName: DKIMKeyLookup] = [:]) { self.lookups = lookups }

    public func keyRecords(for name: DomainName) async -> DKIMKeyLookup {
        lookups[name] ?? .notFound
    }
}
