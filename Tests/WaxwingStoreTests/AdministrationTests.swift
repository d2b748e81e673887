import MailTypes
import Testing
import WaxwingCore
import WaxwingStore
import WaxwingTesting

/// Accounts as operators and doors see them, over a real store.
@Suite struct AdministrationTests {
    private final class Bench: Sendable {
        let store: TemporaryStore
        let clock = ManualClock()
        let accounts: Accounts
        let account: Account

        init() async throws {
            store = try await TemporaryStore.make()
            accounts = Accounts(store: store.service, clock: clock)
            account = try await accounts.administration.createAccount(name: "  test ")
        }

        var administration: Administration { accounts.administration }
    }

    private func refusal(_ body: () async throws -> Void) async -> ServiceError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? ServiceError
        }
    }

    @Test func makesAccountsOfTwelveDigits() async throws {
        let bench = try await Bench()
        #expect(bench.account.name == "test")
        #expect(bench.account.id.description.first != "0")
        #expect(try await bench.administration.accounts() == [bench.account])
        let again = await refusal {
            _ = try await bench.administration.createAccount(id: bench.account.id, name: "x")
        }
        #expect(again == .alreadyExists("The account \(bench.account.id) already exists."))
    }

    @Test(arguments: ["", " ", "a\u{0}b", "a\u{202E}b", String(repeating: "x", count: 129)])
    func refusesNamesThatAreNone(name: String) async throws {
        let bench = try await Bench()
        let error = await refusal { _ = try await bench.administration.createAccount(name: name) }
        guard case .invalidParameter? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: ["", "a b", "a/b", "ä", "a\n", String(repeating: "x", count: 65)])
    func refusesMembersWithoutAName(name: String) async throws {
        let bench = try await Bench()
        let error = await refusal {
            _ = try await bench.administration.createMember(
                MemberName(.user, name), in: bench.account.id)
        }
        guard case .invalidParameter? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func keysLookLikeThoseOfAWS() async throws {
        let bench = try await Bench()
        let key = try await bench.administration.createAccessKey(of: nil, in: bench.account.id)
        #expect(key.credential.id.hasPrefix("AKIA"))
        #expect(key.credential.id.utf8.count == 20)
        #expect(key.secret.revealed.utf8.count == 40)
        let made = try await bench.administration.createSMTPCredential(
            of: nil, in: .standard, account: bench.account.id)
        #expect(
            made.password.revealed
                == SMTPPassword(
                    secret: made.accessKey?.secret.revealed ?? "", region: .standard
                ).text)
    }

    @Test func anEnabledAccountIsNotDeleted() async throws {
        let bench = try await Bench()
        let id = bench.account.id
        guard case .conflict? = await refusal({ try await bench.administration.deleteAccount(id) })
        else {
            Issue.record("it was deleted")
            return
        }
        try await bench.administration.updateAccount(id) { $0.isEnabled = false }
        try await bench.administration.deleteAccount(id)
        #expect(try await bench.administration.accounts().isEmpty)
    }

    @Test func boundsPolicies() async throws {
        let bench = try await Bench()
        let id = bench.account.id
        let name = MemberName(.role, "r")
        _ = try await bench.administration.createMember(name, in: id)
        let document =
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#
        for number in 0..<10 {
            try await bench.administration.putPolicy("p\(number)", document, of: name, in: id)
        }
        guard
            case .limitExceeded? = await refusal({
                try await bench.administration.putPolicy("p10", document, of: name, in: id)
            })
        else {
            Issue.record("an eleventh was taken")
            return
        }
        let long = document.dropLast() + String(repeating: " ", count: 7000) + "}"
        for text in ["", "[]", "{}", String(long)] {
            guard
                case .invalidParameter? = await refusal({
                    try await bench.administration.putPolicy("p0", text, of: name, in: id)
                })
            else {
                Issue.record("taken: \(text.prefix(20))")
                return
            }
        }
        #expect(try await bench.administration.member(name, in: id).policies.count == 10)
    }

    // MARK: What the doors see

    @Test func aChangeCountsAtOnceHereAndSoonElsewhere() async throws {
        let bench = try await Bench()
        let key = try await bench.administration.createAccessKey(of: nil, in: bench.account.id)
        let id = key.credential.id
        let elsewhere = CredentialDirectory(store: bench.store.service, clock: bench.clock)
        #expect(try await elsewhere.credential(id, .accessKey) != nil)
        #expect(try await bench.accounts.directory.credential(id, .accessKey) != nil)
        try await bench.administration.setCredential(id, in: bench.account.id, isActive: false)
        #expect(try await bench.accounts.directory.credential(id, .accessKey) == nil)
        #expect(try await elsewhere.credential(id, .accessKey) != nil)
        bench.clock.advance(by: CredentialDirectory.lifetime)
        #expect(try await elsewhere.credential(id, .accessKey) == nil)
    }

    @Test func aCredentialIsOfOneKind() async throws {
        let bench = try await Bench()
        let smtp = try await bench.administration.createSMTPCredentialForAllRegions(
            of: nil, account: bench.account.id)
        #expect(try await bench.accounts.directory.credential(smtp.userName, .smtp) != nil)
        #expect(try await bench.accounts.directory.credential(smtp.userName, .accessKey) == nil)
    }

    @Test func useIsNotedOnceAnHour() async throws {
        let bench = try await Bench()
        let key = try await bench.administration.createAccessKey(of: nil, in: bench.account.id)
        func lastUse() async throws -> UnixTime? {
            try await bench.administration.credentials(.accessKey, in: bench.account.id)
                .first?.lastUsedAt
        }
        let directory = bench.accounts.directory
        let active = try #require(
            try await directory.credential(key.credential.id, .accessKey))
        #expect(try await lastUse() == nil)
        try await directory.noteUse(of: active)
        #expect(try await lastUse() == .testStart)
        bench.clock.advance(by: .seconds(3599))
        try await directory.noteUse(of: active)
        #expect(try await lastUse() == .testStart)
        bench.clock.advance(by: .seconds(1))
        try await directory.noteUse(of: active)
        #expect(try await lastUse() == UnixTime.testStart + .seconds(3600))
    }

    @Test func membersActUnderTheirOwnNames() async throws {
        let bench = try await Bench()
        let id = bench.account.id
        for kind in [MemberName.Kind.user, .role] {
            let name = MemberName(kind, "a")
            _ = try await bench.administration.createMember(name, in: id)
            let key = try await bench.administration.createAccessKey(of: name, in: id)
            let active = try await bench.accounts.directory.credential(
                key.credential.id, .accessKey)
            #expect(
                active?.principal.arn
                    == (kind == .user
                        ? "arn:aws:iam::\(id):user/a"
                        : "arn:aws:sts::\(id):assumed-role/a/\(key.credential.id)"))
            #expect(active?.policies == [])
        }
    }
}
