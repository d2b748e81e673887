import MailTypes
import Synchronization

/// Finds credentials by their ids, without asking the store each time.
///
/// What it knows may be ``lifetime`` old: so long may a key that another process switched off go
/// on signing in here. Changes made through this process's ``Administration`` count at once.
public final class CredentialDirectory: Sendable {
    public static let lifetime = Duration.seconds(5)
    /// Credentials kept at the most; past that the whole memory is dropped.
    static let entryLimit = 4096
    /// How exact the time of the last use is.
    static let useInterval = Duration.seconds(3600)

    private struct Entry {
        let credential: ActiveCredential
        let readAt: UnixTime
    }

    private struct Known {
        var entries: [String: Entry] = [:]
        /// When an id was found to be nobody's.
        var missing: [String: UnixTime] = [:]
        var usedAt: [String: UnixTime] = [:]
        /// Rises when all is forgotten, so that what was read before is not remembered after.
        var generation = 0
    }

    private let store: any AccountStore
    private let clock: any WallClock
    private let known = Mutex(Known())

    public init(store: any AccountStore, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    /// The credential with this id that signs in; nil when there is none, or it, its owner or its
    /// account is switched off.
    public func credential(_ id: String, _ kind: Credential.Kind) async throws -> ActiveCredential?
    {
        // Nothing else is an id, so that nobody fills the memory with them.
        guard (16...128).contains(id.utf8.count), id.utf8.allSatisfy(\.isAlphanumeric) else {
            return nil
        }
        let now = clock.now()
        let (entry, missing, generation) = known.withLock {
            ($0.entries[id], $0.missing[id], $0.generation)
        }
        if let missing, now - missing < Self.lifetime, now >= missing { return nil }
        if let entry, now - entry.readAt < Self.lifetime, now >= entry.readAt {
            return entry.credential.kind == kind ? entry.credential : nil
        }
        let credential = try await store.signIn(id)?.active
        known.withLock { known in
            guard known.generation == generation else { return }
            guard let credential else {
                // Apart, so that nobody pushes out what is there by asking for what is not.
                if known.missing.count >= Self.entryLimit { known.missing.removeAll() }
                known.missing[id] = now
                known.entries[id] = nil
                return
            }
            if known.entries.count >= Self.entryLimit { known.entries.removeAll() }
            known.entries[id] = Entry(credential: credential, readAt: now)
        }
        return credential?.kind == kind ? credential : nil
    }

    /// To be called after every change of accounts, members or credentials.
    public func forgetAll() {
        known.withLock { known in
            known.entries.removeAll()
            known.missing.removeAll()
            known.generation += 1
        }
    }

    /// Notes that a credential signed in; on disk once an hour.
    public func noteUse(of credential: ActiveCredential) async throws {
        let now = clock.now()
        let isDue = known.withLock { known in
            let last = known.usedAt[credential.id] ?? credential.lastUsedAt
            guard last.map({ now - $0 >= Self.useInterval }) ?? true else { return false }
            if known.usedAt.count >= Self.entryLimit { known.usedAt.removeAll() }
            known.usedAt[credential.id] = now
            return true
        }
        if isDue { try await store.markUsed(credential.id, at: now) }
    }
}
