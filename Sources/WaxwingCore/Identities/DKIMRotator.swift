/// What the administration asks to have Easy DKIM's keys changed.
public protocol DKIMRotator: Sendable {
    /// When keys change by themselves.
    var rotation: DKIMRotationSchedule { get }

    func identity(named name: IdentityName, in scope: Scope) async throws -> Identity?

    /// Asks for another key to sign as soon as it has been published for long enough.
    /// - Returns: the identity as it is then; nil when there is none of that name.
    /// - Throws: ``ServiceError/invalidParameter(_:)`` when the keys are not the service's to change.
    func rotate(_ name: IdentityName, in scope: Scope) async throws -> Identity?
}

extension IdentityService: DKIMRotator {}

/// Leaves word in the store: for data that no service has open. The next one that opens them finds
/// the identity due, and takes the steps.
public struct StoredDKIMRotator: DKIMRotator {
    /// That of a service which is configured otherwise is not known here.
    public let rotation = DKIMRotationSchedule()

    private let store: any IdentityStore
    private let clock: any WallClock

    public init(store: any IdentityStore, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    public func identity(named name: IdentityName, in scope: Scope) async throws -> Identity? {
        try await store.resolvedIdentity(named: name, in: scope)
    }

    public func rotate(_ name: IdentityName, in scope: Scope) async throws -> Identity? {
        let now = clock.now()
        return try await store.update(name, in: scope) { try $0.wantRotation(at: now) }
    }
}
