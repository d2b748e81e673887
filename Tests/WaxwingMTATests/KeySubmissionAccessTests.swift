import MailTypes
import SMTP
import Testing
import WaxwingCore
import WaxwingMTA
import WaxwingStore
import WaxwingTesting

@Suite struct KeySubmissionAccessTests {
    /// An account with a key, and what lets it in.
    private final class Bench: Sendable {
        let folder: DataFolder
        let clock = ManualClock()
        let accounts: Accounts
        let account: Account
        let key: Administration.NewAccessKey

        init() async throws {
            folder = try DataFolder.temporary()
            let store = try await ServiceStore(SQLiteDatabase(folder: folder))
            accounts = Accounts(store: store, clock: clock)
            account = try await accounts.administration.createAccount(name: "test")
            key = try await accounts.administration.createAccessKey(of: nil, in: account.id)
        }

        deinit { try? folder.remove() }

        var id: String { key.credential.id }

        func password(_ region: Region = .standard) -> String {
            SMTPPassword(secret: key.secret.revealed, region: region).text
        }

        func outcome(
            _ name: String, _ password: String, as other: String = "",
            _ access: KeySubmissionAccess? = nil, from source: String = "192.0.2.1"
        ) async throws -> SubmissionOutcome {
            let access = access ?? KeySubmissionAccess(accounts, regions: [.standard])
            return try await access.access(
                for: SMTPCredentials(
                    username: name, password: password, authorizationIdentity: other),
                from: IPAddress(parsing: source) ?? .v4([192, 0, 2, 1]))
        }

        var own: SubmissionOutcome { own(in: .standard) }

        /// What signing in with the key comes to.
        func own(in region: Region, _ id: String? = nil) -> SubmissionOutcome {
            let credential = ActiveCredential(
                id: id ?? self.id, secret: SecretText(""),
                principal: Principal(account: account.id))
            return .accepted(SubmissionIdentity(credential, in: region))
        }
    }

    private let elsewhere = Region("eu-west-1") ?? .standard

    @Test func takesTheDerivedPassword() async throws {
        let bench = try await Bench()
        #expect(try await bench.outcome(bench.id, bench.password()) == bench.own)
        #expect(try await bench.outcome(bench.id, bench.password(), as: bench.id) == bench.own)
        let access = KeySubmissionAccess(bench.accounts, regions: [.standard])
        #expect(access.identityWithoutCredentials == nil)
    }

    @Test func refusesEverythingElse() async throws {
        let bench = try await Bench()
        let empty = SMTPPassword(secret: "", region: .standard).text
        for (name, password, other) in [
            (bench.id, bench.key.secret.revealed, ""), (bench.id, "", ""),
            (bench.id, bench.password(elsewhere), ""), (bench.id, bench.password(), "else"),
            ("AKIAOTHEROTHEROTHERO", bench.password(), ""), ("AKIAOTHEROTHEROTHERO", empty, ""),
            ("", "", ""), ("", empty, ""), (bench.id.lowercased(), bench.password(), ""),
        ] {
            let outcome = try await bench.outcome(name, password, as: other)
            #expect(outcome != bench.own, "\(name)")
            bench.clock.advance(by: .seconds(3600))
        }
    }

    @Test func keySwitchedOffIsRefusedAtOnce() async throws {
        let bench = try await Bench()
        let administration = bench.accounts.administration
        #expect(try await bench.outcome(bench.id, bench.password()) == bench.own)
        try await administration.setCredential(bench.id, in: bench.account.id, isActive: false)
        #expect(try await bench.outcome(bench.id, bench.password()) == .refused)
        try await administration.setCredential(bench.id, in: bench.account.id, isActive: true)
        #expect(try await bench.outcome(bench.id, bench.password()) == bench.own)
        try await administration.updateAccount(bench.account.id) { $0.isEnabled = false }
        #expect(try await bench.outcome(bench.id, bench.password()) == .refused)
    }

    @Test func passwordForAllRegionsIsGoodInEach() async throws {
        let bench = try await Bench()
        let made = try await bench.accounts.administration.createSMTPCredentialForAllRegions(
            of: nil, account: bench.account.id)
        for region in [Region.standard, elsewhere] {
            let outcome = try await bench.outcome(
                made.userName, made.password.revealed, as: "",
                KeySubmissionAccess(bench.accounts, regions: [region]))
            #expect(outcome == bench.own(in: region, made.userName))
        }
        #expect(
            try await bench.outcome(made.userName, made.password.revealed + "x") == .refused)
    }

    @Test func accountOfSomeRegionsSignsInThere() async throws {
        let bench = try await Bench()
        let regions = [elsewhere]
        try await bench.accounts.administration.updateAccount(bench.account.id) {
            $0.regions = regions
        }
        #expect(try await bench.outcome(bench.id, bench.password()) == .refused)
        let there = try await bench.outcome(
            bench.id, bench.password(elsewhere), as: "",
            KeySubmissionAccess(bench.accounts, regions: [elsewhere]))
        #expect(there != .refused)
    }

    @Test func aPasswordTellsItsRegion() async throws {
        let bench = try await Bench()
        let access = KeySubmissionAccess(bench.accounts, regions: [.standard, elsewhere])
        for region in [Region.standard, elsewhere] {
            let outcome = try await bench.outcome(
                bench.id, bench.password(region), as: "", access)
            #expect(outcome == bench.own(in: region))
        }
    }

    @Test func aSessionEndsWithItsCredentials() async throws {
        let bench = try await Bench()
        let access = KeySubmissionAccess(bench.accounts, regions: [.standard])
        guard case .accepted(let identity) = bench.own else { return }
        #expect(try await access.current(identity) == identity)
        try await bench.accounts.administration.setCredential(
            bench.id, in: bench.account.id, isActive: false)
        #expect(try await access.current(identity) == nil)
    }

    @Test func devTakesAnybodyButKnowsItsOwn() async throws {
        let bench = try await Bench()
        let access = KeySubmissionAccess.acceptAnyone(knowing: bench.accounts)
        let development = SubmissionIdentity(
            scope: Scope(account: .development, region: .standard))
        #expect(
            try await bench.outcome("any", "thing", as: "", access) == .accepted(development))
        #expect(access.identityWithoutCredentials == development)
        #expect(try await bench.outcome(bench.id, bench.password(), as: "", access) == bench.own)
        #expect(try await bench.outcome(bench.id, "wrong", as: "", access) == .refused)
    }

    @Test func tooManyFailuresHoldUpTheSource() async throws {
        let bench = try await Bench()
        var outcomes: [SubmissionOutcome] = []
        for _ in 0..<6 { outcomes.append(try await bench.outcome("AKIAOTHEROTHEROTHERO", "x")) }
        #expect(outcomes.allSatisfy { $0 == .refused })
        let attempt = AttemptThrottle.Attempt(
            source: .v4([192, 0, 2, 1]), credential: bench.id)
        #expect(bench.accounts.throttle.admit(attempt) != .now)
    }
}
