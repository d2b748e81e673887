import MailTypes
import Synchronization

/// Finds credentials by their ids, without asking the store each time.
///
/// What it knows may be ``lifetime`` old: so long may a key that another process switched off go
/// on signing in here. Changes made through this process's ``Administration`` count at once.
public final class CredentialDirectory: Sendable {
    public static let lifetime = Duration.seconds(5)
    /// Credentials kept at the most.
    static let entryLimit = 4096
    /// How exact the time of the last use is.
    static let useInterval = Duration.seconds(3600)

    private let store: any AccountStore
    private let clock: any WallClock
    private let recent: RecentValues<String, ActiveCredential>
    private let usedAt = Mutex<[String: UnixTime]>([:])

    public init(store: any AccountStore, clock: any WallClock) {
        self.store = store
        self.clock = clock
        recent = RecentValues(lifetime: Self.lifetime, limit: Self.entryLimit, clock: clock)
    }

    /// The credential with this id that signs in; nil when there is none, or it, its owner or its
    /// account is switched off.
    public func credential(_ id: String, _ kind: Credential.Kind) async throws -> ActiveCredential?
    {
        // Nothing else is an id, so that nobody fills the memory with them.
        guard (16...128).contains(id.utf8.count), id.utf8.allSatisfy(\.isAlphanumeric) else {
            return nil
        }
        let store = store
        let credential = try await recent.value(for: id) { try await store.signIn(id)?.active }
        return credential?.kind == kind ? credential : nil
    }

    /// To be called after every change of accounts, members or credentials.
    public func forgetAll() { recent.forgetAll() }

    /// Notes that a credential signed in; on disk once an hour.
    public func noteUse(of credential: ActiveCredential) async throws {
        let now = clock.now()
        let isDue = usedAt.withLock { usedAt in
            let last = usedAt[credential.id] ?? credential.lastUsedAt
            guard last.map({ now - $0 >= Self.useInterval }) ?? true else { return false }
            if usedAt.count >= Self.entryLimit { usedAt.removeAll() }
            usedAt[credential.id] = now
            return true
        }
        if isDue { try await store.markUsed(credential.id, at: now) }
    }
}
