import MailTypes
public import WaxwingCore

/// What every store of identities promises.
public enum IdentityStoreChecks {
    public typealias Store = any IdentityStore
    typealias Check = StoreCheck<Store>

    public static let all: [StoreCheck<Store>] = keeping + changing + finding

    private struct Refusal: Error {}

    private static func name(_ text: String) throws -> IdentityName {
        try IdentityName(parsing: text)
    }

    private static func identity(_ text: String, token: String = "token") throws -> Identity {
        Identity(name: try name(text), createdAt: .testStart, verificationToken: token)
    }

    // MARK: Keeping

    private static let keeping = [
        Check("an identity is read back whole") {
            var identity = try identity("sender.example")
            let key = DKIMKeyPair(selector: "abc", privateKey: "private", publicKey: "public")
            let easy = EasyDKIM(keys: [key], keyLength: .rsa2048, keysMadeAt: .testStart)
            identity.dkim = DKIMSettings(status: .success, origin: .easy(easy))
            identity.mailFrom = MailFromSettings(
                domain: "mail.sender.example", onMXFailure: .rejectMessage, status: .pending,
                startedAt: .testStart)
            identity.tags = [ResourceTag(key: "team", value: "Grün")]
            identity.lastCheckedAt = .testStart + .milliseconds(1)
            try expectEqual(try await $0.insert(identity, in: .sample), true)
            try expectEqual(try await $0.identity(named: identity.name, in: .sample), identity)
        },
        Check("a name is taken once in an account and region") {
            let first = try identity("sender.example", token: "first")
            let second = try identity("sender.example", token: "second")
            try expectEqual(try await $0.insert(first, in: .sample), true)
            try expectEqual(try await $0.insert(second, in: .sample), false)
            try expectEqual(try await $0.insert(second, in: .otherAccount), true)
            try expectEqual(try await $0.insert(second, in: .otherRegion), true)
            try expectEqual(try await $0.identity(named: first.name, in: .sample), first)
            try expectEqual(try await $0.identity(named: first.name, in: .otherRegion), second)
        },
        Check("nothing of one account or region shows in another") {
            let identity = try identity("sender.example")
            _ = try await $0.insert(identity, in: .sample)
            for scope in [Scope.otherAccount, .otherRegion] {
                try expectEqual(try await $0.identity(named: identity.name, in: scope), nil)
                try expectEqual(
                    try await $0.identities(in: scope, after: nil, limit: 9, kind: nil), [])
                try expectEqual(
                    try await $0.update(identity.name, in: scope) { $0.tags = [] }, nil)
                try expectEqual(try await $0.remove(identity.name, in: scope), false)
            }
            try expectEqual(try await $0.identity(named: identity.name, in: .sample), identity)
        },
        Check("removing says whether there was one") {
            let identity = try identity("anna@sender.example")
            _ = try await $0.insert(identity, in: .sample)
            try expectEqual(try await $0.remove(identity.name, in: .sample), true)
            try expectEqual(try await $0.remove(identity.name, in: .sample), false)
            try expectEqual(try await $0.identity(named: identity.name, in: .sample), nil)
            try expectEqual(try await $0.insert(identity, in: .sample), true)
        },
        Check("everything can be removed") {
            _ = try await $0.insert(try identity("sender.example"), in: .sample)
            _ = try await $0.insert(try identity("sender.example"), in: .otherAccount)
            try await $0.removeAllIdentities()
            try expectEqual(try await $0.allIdentities().count, 0)
        },
    ]

    // MARK: Changing

    private static let changing = [
        Check("a change gives what it made, and is kept") {
            let identity = try identity("sender.example")
            _ = try await $0.insert(identity, in: .sample)
            let changed = try await $0.update(identity.name, in: .sample) {
                $0.verification = .success
                $0.nextCheckAt = nil
            }
            try expectEqual(changed?.verification, .success)
            try expectEqual(try await $0.identity(named: identity.name, in: .sample), changed)
            let due = try await $0.identitiesToCheck(at: .testStart + .seconds(1), limit: 9)
            try expectEqual(due.count, 0, "number of identities to check")
        },
        Check("a change that throws queues nothing, and one that does not queues its mail") {
            let identity = try identity("sender.example")
            _ = try await $0.insert(identity, in: .sample)
            let refused = try? await $0.updateAndQueue(identity.name, in: .sample) { _ in
                throw Refusal()
            }
            try expect(refused == nil, "the error did not come through")
            let updated = try await $0.updateAndQueue(identity.name, in: .sample) {
                $0.verification = .failed
                return [.sample(1), .sample(2)]
            }
            try expectEqual(updated?.identity.verification, .failed)
            try expectEqual(updated?.queued.map(\.message.id.number), [1, 2])
            guard let queue = $0 as? any QueueStore else { return }
            try expectEqual(try await queue.queueLength(), 2)
        },
        Check("a change of what is not there is none") {
            let changed = try await $0.update(name("sender.example"), in: .sample) { _ in }
            try expectEqual(changed, nil)
        },
        Check("a change that throws changes nothing, and says what it threw") {
            let identity = try identity("sender.example")
            _ = try await $0.insert(identity, in: .sample)
            var isRefused = false
            do {
                _ = try await $0.update(identity.name, in: .sample) {
                    $0.verification = .failed
                    throw Refusal()
                }
            } catch is Refusal {
                isRefused = true
            }
            try expect(isRefused, "the error did not come through")
            try expectEqual(try await $0.identity(named: identity.name, in: .sample), identity)
        },
        Check("changes at once come one after the other, and those that throw spoil none") {
            store in
            let identity = try identity("sender.example")
            _ = try await store.insert(identity, in: .sample)
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        _ = try? await store.update(identity.name, in: .sample) {
                            $0.tags.append(ResourceTag(key: "\(number)", value: ""))
                            if number.isMultiple(of: 3) { throw Refusal() }
                        }
                    }
                }
            }
            let tags = try await store.identity(named: identity.name, in: .sample)?.tags ?? []
            let expected = (0..<60).filter { !$0.isMultiple(of: 3) }.map(String.init)
            try expectEqual(tags.map(\.key).sorted(), expected.sorted())
        },
    ]

    // MARK: Finding

    private static let finding = [
        Check("a list goes by name, page by page, of one kind or of both") {
            let names = ["b.example", "a.example", "Z@a.example", "a@c.example", "c.example"]
            for name in names { _ = try await $0.insert(try identity(name), in: .sample) }
            _ = try await $0.insert(try identity("aa.example"), in: .otherAccount)
            var listed: [String] = []
            while true {
                let page = try await $0.identities(
                    in: .sample, after: listed.last, limit: 2, kind: nil)
                listed += page.map(\.name.description)
                if page.count < 2 { break }
            }
            try expectEqual(
                listed, ["Z@a.example", "a.example", "a@c.example", "b.example", "c.example"])
            let addresses = try await $0.identities(
                in: .sample, after: "Z@a.example", limit: 9, kind: .address)
            try expectEqual(addresses.map(\.name.description), ["a@c.example"])
            let domains = try await $0.identities(in: .sample, after: nil, limit: 2, kind: .domain)
            try expectEqual(domains.map(\.name.description), ["a.example", "b.example"])
        },
        Check("identities to check come from every account, the longest due first") {
            for (index, name) in ["a.example", "b.example", "c.example"].enumerated() {
                var identity = try identity(name)
                identity.nextCheckAt = .testStart + .seconds(-index)
                _ = try await $0.insert(identity, in: index == 1 ? .otherAccount : .sample)
            }
            _ = try await $0.insert(try identity("anna@d.example"), in: .sample)
            var later = try identity("later.example")
            later.nextCheckAt = .testStart + .seconds(1)
            _ = try await $0.insert(later, in: .sample)
            let due = try await $0.identitiesToCheck(at: .testStart, limit: 9)
            try expectEqual(
                due.map(\.identity.name.description), ["c.example", "b.example", "a.example"])
            try expectEqual(due.map(\.scope), [.sample, .otherAccount, .sample])
            let first = try await $0.identitiesToCheck(at: .testStart, limit: 1)
            try expectEqual(first.map(\.identity.name.description), ["c.example"])
        },
        Check("a token finds the address it was mailed to, and no domain") {
            _ = try await $0.insert(
                try identity("anna@sender.example", token: "secret"), in: .otherRegion)
            _ = try await $0.insert(try identity("sender.example", token: "public"), in: .sample)
            let found = try await $0.identity(withVerificationToken: "secret")
            try expectEqual(found?.identity.name.description, "anna@sender.example")
            try expectEqual(found?.scope, .otherRegion)
            try expect(
                try await $0.identity(withVerificationToken: "public") == nil,
                "the token of a domain was taken for an address's")
            let renewed = try await $0.update(try name("anna@sender.example"), in: .otherRegion) {
                $0.verificationToken = "renewed"
            }
            try expectEqual(renewed?.verificationToken, "renewed")
            try expect(
                try await $0.identity(withVerificationToken: "secret") == nil,
                "a token that was replaced still counts")
        },
    ]
}
