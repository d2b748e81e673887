import DNS
import MailAuth
import MailTypes
import Synchronization

/// The keys and SPF records that were read of late, for all messages that are received.
///
/// The DNS is asked about every name for every message, and the resolver alone knows how long an
/// answer holds, or that there is none. What is kept here is what the bytes of a record mean, which
/// never changes: a record that is published anew counts with the next message, and the old one
/// no more.
final class AuthenticationMemory: SPFRecordCache {
    private let keys = Mutex(DKIMKeyCache())
    private let records = Mutex(RecentSPFRecords())

    func record(for text: [UInt8]) -> SPFRecord? { records.withLock { $0.record(for: text) } }

    func store(_ record: SPFRecord, for text: [UInt8]) {
        records.withLock { $0.store(record, for: text) }
    }

    /// The same answer with its keys read.
    func reading(_ lookup: DKIMKeyLookup) -> DKIMKeyLookup {
        keys.withLock { $0.reading(lookup) }
    }
}

/// Keys from the DNS, read once.
struct RememberedDKIMKeys: DKIMKeyProvider {
    private let published: ResolverDKIMKeys
    private let memory: AuthenticationMemory

    init(_ resolver: any Resolver, memory: AuthenticationMemory) {
        published = ResolverDKIMKeys(resolver)
        self.memory = memory
    }

    func keyRecords(for name: DomainName) async -> DKIMKeyLookup {
        memory.reading(await published.keyRecords(for: name))
    }
}
