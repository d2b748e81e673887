import Testing
import WaxwingCore

@testable import WaxwingStore

@Suite struct SchemaTests {
    private let first = Migration(1, ["CREATE TABLE a (x BIGINT)"])
    private let second = Migration(2, ["CREATE TABLE b (x BIGINT)", "INSERT INTO b VALUES (7)"])

    @Test func numbersGoUpFromOne() {
        #expect(Schema.migrations.map(\.number) == Array(1...Schema.migrations.count))
    }

    @Test func runsEachStepOnce() async throws {
        let folder = try DataFolder.temporary()
        defer { try? folder.remove() }
        let database = try SQLiteDatabase(folder: folder)
        try await Schema.migrate(database, to: [first])
        for _ in 0..<2 { try await Schema.migrate(database, to: [first, second]) }
        let rows = try await database.read { try $0.rows("SELECT x FROM b") }
        #expect(rows == [SQLRow([.integer(Int64(7))])])
    }

    /// Mail that an earlier version received has an id to be sent back by, and an owner.
    @Test func receivedMailOfBeforeGetsAnID() async throws {
        let folder = try DataFolder.temporary()
        defer { try? folder.remove() }
        let database = try SQLiteDatabase(folder: folder)
        let before = Schema.migrations.filter { $0.number < Schema.receiving.number }
        try await Schema.migrate(database, to: before)
        try await database.write { transaction in
            for id in [Int64(7), 912_345_678_901_234_567] {
                try transaction.execute(
                    """
                    INSERT INTO inbox_messages (id, received_at, reverse_path, recipients,
                        message_id, subject, from_text, size_in_bytes, remote_address, helo_domain,
                        authentication)
                    VALUES ($1, 0, '', '[]', '', '', '', 0, '', '', '{"dkim":[]}')
                    """, [.integer(id)])
            }
        }
        try await Schema.migrate(database)
        let rows = try await database.read {
            try $0.rows("SELECT receipt_id, account, region FROM inbox_messages ORDER BY id")
        }
        let account = SQLValue.text(AccountID.development.description)
        #expect(
            rows == [
                SQLRow([.text(String(repeating: "0", count: 39) + "7"), account, .null]),
                SQLRow([
                    .text(String(repeating: "0", count: 22) + "912345678901234567"), account, .null,
                ]),
            ])
        let service = try await ServiceStore(database)
        #expect(try await service.message(7)?.region == nil)
        #expect(try await service.messageCount() == 2)
    }

    @Test func stepThatFailsLeavesTheStateBefore() async throws {
        let folder = try DataFolder.temporary()
        defer { try? folder.remove() }
        let database = try SQLiteDatabase(folder: folder)
        let broken = Migration(2, ["CREATE TABLE b (x BIGINT)", "CREATE TABLE a (x BIGINT)"])
        try await Schema.migrate(database, to: [first])
        await #expect(throws: StoreError.self) {
            try await Schema.migrate(database, to: [first, broken])
        }
        try await Schema.migrate(database, to: [first, second])
        #expect(try await database.read { try $0.rows("SELECT x FROM b") }.count == 1)
    }

    @Test func refusesTablesOfALaterVersion() async throws {
        let folder = try DataFolder.temporary()
        defer { try? folder.remove() }
        let database = try SQLiteDatabase(folder: folder)
        try await Schema.migrate(database, to: [first, second])
        await #expect(
            throws: StoreError.unavailable(
                "the data was written by a later version of Waxwing (its tables have state 2, "
                    + "this version knows up to 1): start that version")
        ) { try await Schema.migrate(database, to: [first]) }
    }

    /// SQLite numbers parameters by their first appearance, PostgreSQL by their name.
    @Test(arguments: [
        QueueStatements.insertMessage, QueueStatements.insertContent,
        QueueStatements.insertDelivery, QueueStatements.due, QueueStatements.lease,
        QueueStatements.endLeases, QueueStatements.end, QueueStatements.defer,
        QueueStatements.release, QueueStatements.removeEndedContent, QueueStatements.message,
        QueueStatements.sender, QueueStatements.messagesInOrder, QueueStatements.record,
        QueueStatements.insertRecord, AnswerStatements.insert, AnswerStatements.replace,
        AnswerStatements.find, AnswerStatements.old, AnswerStatements.remove,
        StatisticsStatements.countMessage, StatisticsStatements.countBounce,
        StatisticsStatements.since, IdentityStatements.insert, IdentityStatements.update,
        IdentityStatements.remove, IdentityStatements.named, IdentityStatements.namedForUpdate,
        IdentityStatements.page, IdentityStatements.pageOfKind, IdentityStatements.dueForCheck,
        IdentityStatements.addressWithToken, InboxStatements.insertMessage,
        InboxStatements.insertContent, InboxStatements.page, InboxStatements.message,
        InboxStatements.received, InboxStatements.content, AccountStatements.insert,
        AccountStatements.update,
        AccountStatements.page, AccountStatements.insertMember, AccountStatements.updateMember,
        AccountStatements.member, AccountStatements.members, AccountStatements.removeMember,
        CredentialStatements.insert, CredentialStatements.count, CredentialStatements.ofAccount,
        CredentialStatements.setActive, CredentialStatements.markUsed,
        CredentialStatements.remove, CredentialStatements.removeOfOwner, DataKeyStatements.insert,
        DataKeyStatements.replace,
    ])
    func parametersAppearInTheOrderOfTheirNumbers(statement: SQLStatement) {
        for text in [statement.sqlite, statement.postgreSQL] {
            var seen: [Int] = []
            for part in text.split(separator: "$").dropFirst() {
                let number = Int(part.prefix { $0.isNumber }) ?? 0
                if !seen.contains(number) { seen.append(number) }
            }
            #expect(seen == Array(1...max(1, seen.count)), "\(text)")
        }
    }
}
