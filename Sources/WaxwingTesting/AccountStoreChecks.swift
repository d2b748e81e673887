import MailTypes
public import WaxwingCore

/// What every store of accounts promises.
public enum AccountStoreChecks {
    public typealias Store = any AccountStore

    private static let id = AccountID("111122223333") ?? .development
    private static let other = AccountID("444455556666") ?? .development

    private static func account(_ id: AccountID = id) -> Account {
        Account(
            id: id, name: "Zoë & Co",
            email: Mailbox(localPart: "zoe", domain: "owner.example"),
            organization: OrganizationPath("o-a1/r-b2/ou-c3/"),
            regions: [.standard], createdAt: .testStart)
    }

    private static func member(_ kind: MemberName.Kind, _ name: String) -> AccountMember {
        AccountMember(
            name: MemberName(kind, name), policies: ["send": #"{"Statement":[]}"#],
            createdAt: .testStart)
    }

    private static func key(
        _ id: String, of owner: MemberName? = nil, in account: AccountID = id,
        kind: Credential.Kind = .accessKey
    ) -> Credential {
        Credential(id: id, kind: kind, account: account, owner: owner, createdAt: .testStart)
    }

    public static let all: [StoreCheck<Store>] = [
        StoreCheck("an account is read back as it was written, and changed whole") { store in
            try expect(try await store.insert(account()), "inserted")
            try expect(try await !store.insert(account()), "present")
            try expectEqual(try await store.account(id), account())
            try expectEqual(try await store.account(other), nil)
            let changed = try await store.updateAccount(id) { account in
                account.isEnabled = false
                account.email = nil
                account.organization = nil
                account.regions = []
            }
            try expectEqual(changed?.isEnabled, false)
            try expectEqual(try await store.account(id), changed)
            try expectEqual(try await store.updateAccount(other) { _ in }, nil)
        },
        StoreCheck("accounts are listed in the order of their ids") { store in
            for id in [other, id] { _ = try await store.insert(account(id)) }
            try expectEqual(try await store.accounts(after: nil, limit: 9).map(\.id), [id, other])
            try expectEqual(try await store.accounts(after: nil, limit: 1).map(\.id), [id])
            try expectEqual(try await store.accounts(after: id, limit: 9).map(\.id), [other])
        },
        StoreCheck("a member is one of its account and kind") { store in
            for id in [id, other] { _ = try await store.insert(account(id)) }
            let user = member(.user, "mailer")
            try expectEqual(try await store.insert(user, in: id, limit: 2), .inserted)
            try expectEqual(try await store.insert(user, in: id, limit: 2), .present)
            try expectEqual(
                try await store.insert(member(.role, "mailer"), in: id, limit: 2), .inserted)
            try expectEqual(
                try await store.insert(member(.user, "b"), in: id, limit: 2), .inserted)
            try expectEqual(try await store.insert(member(.user, "c"), in: id, limit: 2), .full)
            try expectEqual(try await store.member(user.name, in: id), user)
            try expectEqual(try await store.member(user.name, in: other), nil)
            try expectEqual(
                try await store.members(.user, in: id).map(\.name.name), ["b", "mailer"])
            let changed = try await store.updateMember(user.name, in: id) { $0.policies = [:] }
            try expectEqual(changed?.policies, [:])
            try expectEqual(try await store.member(user.name, in: id), changed)
            let nobody = AccountID("777788889999") ?? id
            try expectEqual(try await store.insert(user, in: nobody, limit: 2), .noOwner)
        },
        StoreCheck("a credential is found by its id alone, with its owner") { store in
            _ = try await store.insert(account())
            let user = member(.user, "mailer")
            _ = try await store.insert(user, in: id, limit: 9)
            let key = key("AKIAONE", of: user.name)
            try expectEqual(
                try await store.insert(key, secret: SecretText("s3cret"), limit: 2), .inserted)
            let found = try await store.signIn("AKIAONE")
            try expectEqual(
                found,
                SignIn(
                    credential: key, secret: SecretText("s3cret"), account: account(),
                    member: user))
            try expectEqual(found?.active?.principal.arn, "arn:aws:iam::\(id):user/mailer")
            try expectEqual(try await store.signIn("AKIATWO"), nil)
            try expectEqual(try await store.credentials(.accessKey, in: id), [key])
            try expectEqual(try await store.credentials(.smtp, in: id), [])
            try expectEqual(try await store.credentials(.accessKey, in: other), [])
        },
        StoreCheck("an owner has so many credentials of a kind and no more") { store in
            _ = try await store.insert(account())
            let secret = SecretText("s")
            for (key, outcome) in [
                (key("A"), AccountInsertion.inserted), (key("A"), .present),
                (key("B"), .inserted), (key("C"), .full), (key("D", kind: .smtp), .inserted),
                (key("E", of: MemberName(.user, "nobody")), .noOwner),
                (key("F", in: other), .noOwner),
            ] {
                try expectEqual(
                    try await store.insert(key, secret: secret, limit: 2), outcome, key.id)
            }
        },
        StoreCheck("a credential is switched off, used and removed by its account alone") { store in
            for id in [id, other] { _ = try await store.insert(account(id)) }
            _ = try await store.insert(key("A"), secret: SecretText("s"), limit: 2)
            try expect(
                try await !store.setCredential("A", in: other, isActive: false), "another's")
            try expect(try await !store.removeCredential("A", in: other), "another's")
            try expect(try await store.setCredential("A", in: id, isActive: false), "its own")
            try expectEqual(try await store.signIn("A")?.active, nil)
            try await store.markUsed("A", at: UnixTime.testStart + .seconds(5))
            let found = try await store.signIn("A")?.credential
            try expectEqual(found?.isActive, false)
            try expectEqual(found?.lastUsedAt, UnixTime.testStart + .seconds(5))
            try expect(try await store.removeCredential("A", in: id), "removed")
            try expectEqual(try await store.signIn("A"), nil)
        },
        StoreCheck("what belongs to a member or an account goes with it") { store in
            _ = try await store.insert(account())
            let user = MemberName(.user, "mailer")
            _ = try await store.insert(member(.user, "mailer"), in: id, limit: 9)
            _ = try await store.insert(key("A", of: user), secret: SecretText("s"), limit: 2)
            _ = try await store.insert(key("B"), secret: SecretText("s"), limit: 2)
            try expect(try await store.removeMember(user, in: id), "removed")
            try expect(try await !store.removeMember(user, in: id), "gone")
            try expectEqual(try await store.signIn("A"), nil)
            try expect(try await store.signIn("B") != nil, "the account's own stays")
            try expect(try await store.removeAccount(id), "removed")
            try expect(try await !store.removeAccount(id), "gone")
            try expectEqual(try await store.signIn("B"), nil)
            // The same id again begins anew.
            _ = try await store.insert(account())
            try expectEqual(
                try await store.insert(key("B"), secret: SecretText("t"), limit: 2), .inserted)
            try expectEqual(try await store.signIn("B")?.secret, SecretText("t"))
        },
    ]
}
