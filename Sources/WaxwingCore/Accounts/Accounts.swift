/// Accounts as the service's doors need them: who signs in, how often they may try, and what may be
/// changed about them.
///
///     let accounts = Accounts(store: store, clock: clock)
///     SESRouter(verifier: .strict(accounts), …)
///     SubmissionReception(access: KeySubmissionAccess(accounts, regions: regions), …)
public struct Accounts: Sendable {
    public let directory: CredentialDirectory
    public let throttle: AttemptThrottle
    public var administration: Administration

    public init(
        store: any AccountStore, clock: any WallClock,
        throttle: AttemptThrottle.Configuration = .init()
    ) {
        directory = CredentialDirectory(store: store, clock: clock)
        self.throttle = AttemptThrottle(configuration: throttle, clock: clock)
        administration = Administration(store: store, directory: directory, clock: clock)
    }
}
