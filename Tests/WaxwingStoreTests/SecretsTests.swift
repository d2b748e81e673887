import Foundation
import MailTypes
import Testing
import WaxwingCore
import WaxwingTesting

@testable import WaxwingStore

/// Secrets are nowhere in the data folder but behind its key.
@Suite struct SecretsTests {
    private static let account = Account(
        id: AccountID("111122223333") ?? .development, name: "test", createdAt: .testStart)
    private static let secret = "wJalrXUtnFEMIbPxRfiCYEXAMPLEKEYabcdefghij"
    private static let privateKey = "MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQ"

    private static func identity() throws -> Identity {
        var identity = Identity(
            name: try IdentityName(parsing: "a.example"), createdAt: .testStart,
            verificationToken: "t")
        let pair = DKIMKeyPair(selector: "s1", privateKey: privateKey, publicKey: "MIGf")
        identity.dkim = DKIMSettings(origin: .external(ExternalDKIM(key: pair)))
        return identity
    }

    private static func fill(_ store: ServiceStore) async throws {
        _ = try await store.insert(account)
        let key = Credential(
            id: "AKIAEXAMPLE", kind: .accessKey, account: account.id, owner: nil,
            createdAt: .testStart)
        _ = try await store.insert(key, secret: SecretText(secret), limit: 2)
        _ = try await store.insert(identity(), in: .sample)
    }

    @Test func noSecretReachesAFile() async throws {
        let store = try await TemporaryStore.make()
        try await Self.fill(store.service)
        _ = try await store.service.update(try Self.identity().name, in: .sample) {
            $0.feedbackForwarding = false
        }
        let found = try await store.service.identity(
            named: try Self.identity().name, in: .sample)
        #expect(found?.dkim?.signingKey?.privateKey == Self.privateKey)
        let master = try #require(
            try MasterKeyFile(path: store.folder.path(of: MasterKeyFile.standardName)).read())
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: store.folder.path)
        where name.hasPrefix(DataFolder.databaseName) {
            let data = try Data(contentsOf: URL(fileURLWithPath: store.folder.path(of: name)))
            for secret in [Self.secret, Self.privateKey] {
                #expect(data.range(of: Data(secret.utf8)) == nil, "\(name)")
                #expect(data.range(of: Data(Base64.encode(Array(secret.utf8)).utf8)) == nil)
            }
            #expect(data.range(of: Data(master.bytes)) == nil)
            #expect(data.range(of: Data(Base64.encode(master.bytes).utf8)) == nil)
            count += data.count
        }
        #expect(count > 0)
    }

    @Test func theMasterKeyIsForItsOwnerAlone() async throws {
        let store = try await TemporaryStore.make()
        let path = store.folder.path(of: MasterKeyFile.standardName)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: StoreError.self) { try MasterKeyFile(path: path).read() }
    }

    @Test(arguments: [nil, "AAAA"])
    func dataWithoutItsKeyIsNotOpened(content: String?) async throws {
        let store = try await TemporaryStore.make()
        try await Self.fill(store.service)
        let path = store.folder.path(of: MasterKeyFile.standardName)
        try FileManager.default.removeItem(atPath: path)
        if content != nil { _ = try MasterKeyFile(path: path).make() }
        await #expect(throws: StoreError.self) {
            _ = try await ServiceStore(store.database)
        }
        // Nor is another key made in its place.
        #expect(FileManager.default.fileExists(atPath: path) == (content != nil))
    }

    @Test func aKeyFromElsewhereIsTaken() async throws {
        let folder = try DataFolder.temporary()
        defer { try? folder.remove() }
        let elsewhere = MasterKeyFile(path: folder.path(of: "elsewhere.key"))
        let database = try SQLiteDatabase(folder: folder)
        let store = try await ServiceStore(database, masterKeyFile: elsewhere)
        try await Self.fill(store)
        let standard = folder.path(of: MasterKeyFile.standardName)
        #expect(!FileManager.default.fileExists(atPath: standard))
        let again = try await ServiceStore(database, masterKeyFile: elsewhere)
        #expect(try await again.signIn("AKIAEXAMPLE")?.secret == SecretText(Self.secret))
    }

    @Test func theMasterKeyCanBeChanged() async throws {
        let store = try await TemporaryStore.make()
        try await Self.fill(store.service)
        let file = MasterKeyFile(path: store.folder.path(of: MasterKeyFile.standardName))
        let old = try #require(try file.read())
        #expect(try await ServiceStore.rotateMasterKey(of: store.database) == 2)
        #expect(try file.read() != old)
        let again = try await ServiceStore(store.database)
        #expect(try await again.signIn("AKIAEXAMPLE")?.secret == SecretText(Self.secret))
        let identity = try await again.identity(named: Self.identity().name, in: .sample)
        #expect(identity == (try Self.identity()))
        await #expect(throws: StoreError.self) {
            _ = try await ServiceStore(store.database, masterKey: old)
        }
    }

    /// The data keys are changed in one transaction; the files before and after it.
    @Test(arguments: [false, true])
    func aChangeOfTheMasterKeyThatWasCutShortIsEnded(hasCommitted: Bool) async throws {
        let store = try await TemporaryStore.make()
        try await Self.fill(store.service)
        let file = MasterKeyFile(path: store.folder.path(of: MasterKeyFile.standardName))
        if hasCommitted {
            let old = try #require(try file.read())
            _ = try await ServiceStore.rotateMasterKey(of: store.database)
            // As it was before the files changed places.
            try file.takePlace(of: file.next)
            try Data("\(Base64.encode(old.bytes))\n".utf8)
                .write(to: URL(fileURLWithPath: file.path))
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: file.path)
        } else {
            _ = try file.next.make()
        }
        let again = try await ServiceStore(store.database)
        #expect(try await again.signIn("AKIAEXAMPLE")?.secret == SecretText(Self.secret))
        #expect(try file.next.read() == nil)
    }

    @Test func aSecretMovedToAnotherRowIsNotRead() async throws {
        let store = try await TemporaryStore.make()
        try await Self.fill(store.service)
        let owner = AccountMember(name: MemberName(.user, "b"), createdAt: .testStart)
        _ = try await store.service.insert(owner, in: Self.account.id, limit: 9)
        _ = try await store.database.write {
            try $0.execute("UPDATE credentials SET owner_kind = 'user', owner_name = 'b'")
        }
        await #expect(throws: StoreError.self) {
            _ = try await store.service.signIn("AKIAEXAMPLE")
        }
    }

    @Test func identitiesFromBeforeEncryptionAreRead() async throws {
        let store = try await TemporaryStore.make()
        let identity = try Self.identity()
        _ = try await store.service.insert(identity, in: .sample)
        let plain = try JSONText.encode(identity)
        #expect(plain.contains(Self.privateKey))
        _ = try await store.database.write {
            try $0.execute("UPDATE identities SET document = $1", [.text(plain)])
        }
        let found = try await store.service.identity(named: identity.name, in: .sample)
        #expect(found == identity)
    }
}
