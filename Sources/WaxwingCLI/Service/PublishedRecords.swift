import DNS
import MailTypes
import Synchronization
import WaxwingCore

/// The records of identities in zones that are served, kept apart by whom they belong to: several
/// may share an owner name.
final class PublishedRecords: Sendable {
    private struct Key: Hashable {
        let scope: Scope
        let name: IdentityName
    }

    private let zones: ZoneStore
    private let published = Mutex<[DNSName: [Key: [DNSRecord]]]>([:])

    init(in zones: ZoneStore) { self.zones = zones }

    /// Makes `records` all that an identity has published.
    func replace(_ records: [DNSRecord], of name: IdentityName, in scope: Scope) {
        let key = Key(scope: scope, name: name)
        let byOwner = Dictionary(grouping: records, by: \.name)
        published.withLock { published in
            let before = published.filter { $0.value[key] != nil }.map(\.key)
            for owner in Set(before).union(byOwner.keys) {
                published[owner, default: [:]][key] = byOwner[owner]
                zones.replace(published[owner]?.values.flatMap(\.self) ?? [], for: owner)
                if published[owner]?.isEmpty == true { published[owner] = nil }
            }
        }
    }

    /// Forgets what was published; the zones are the caller's to empty.
    func removeAll() { published.withLock { $0 = [:] } }
}

extension DNSRecord {
    init?(_ record: IdentityRecord, ttl: Duration) {
        guard let owner = try? DNSName(record.name) else { return nil }
        switch record.value {
        case .canonicalName(let target):
            guard let target = try? DNSName(target) else { return nil }
            self.init(owner, ttl: ttl, .cname(target))
        case .text(let text):
            self.init(owner, ttl: ttl, .text(text))
        case .mailExchanger(let preference, let host):
            guard let host = try? DNSName(host) else { return nil }
            self.init(owner, ttl: ttl, .mx(MXRecord(preference: preference, exchange: host)))
        }
    }
}
