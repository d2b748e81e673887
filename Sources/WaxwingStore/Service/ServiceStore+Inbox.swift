import MailTypes
public import WaxwingCore

extension ServiceStore: InboxStore {
    public func insert(_ message: InboxMessage, content: [UInt8]) async throws {
        let values = try message.columns
        try await database.write { transaction in
            try transaction.execute(InboxStatements.insertMessage, values)
            try transaction.execute(
                InboxStatements.insertContent, [.integer(message.id), .blob(content)])
        }
    }

    public func messages(after id: Int64?, limit: Int) async throws -> [InboxMessage] {
        guard limit > 0 else { return [] }
        return try await database.read { transaction in
            try transaction.rows(
                InboxStatements.page, [.integer(id ?? Int64.max), .integer(limit)]
            ).map(InboxMessage.init)
        }
    }

    public func message(_ id: Int64) async throws -> InboxMessage? {
        try await database.read { transaction in
            try transaction.row(InboxStatements.message, [.integer(id)]).map(InboxMessage.init)
        }
    }

    public func message(
        withReceiptID id: String, in scope: Scope
    ) async throws -> InboxMessage? {
        try await database.read { transaction in
            try transaction.row(InboxStatements.received, [.text(id)] + scope.columns)
                .map(InboxMessage.init)
        }
    }

    public func content(of id: Int64) async throws -> [UInt8]? {
        try await database.read { transaction in
            try transaction.row(InboxStatements.content, [.integer(id)])?.bytes(0)
        }
    }

    public func messageCount() async throws -> Int {
        try await database.read { Int(try $0.row(InboxStatements.count)?.integer(0) ?? 0) }
    }

    public func removeAllInboxMessages() async throws {
        try await database.write { transaction in
            for statement in InboxStatements.removeAll { try transaction.execute(statement) }
        }
    }
}

extension InboxMessage {
    fileprivate var columns: [SQLValue] {
        get throws {
            [
                .integer(id), .time(receivedAt), .text(reversePath.address),
                .text(try JSONText.encode(recipients)), .text(messageID), .text(subject),
                .text(from), .integer(sizeInBytes), .text(remoteAddress), .text(heloDomain),
                .text(tlsVersion), .text(try JSONText.encode(authentication)), .text(receiptID),
                .text(account.description), .text(region?.description),
            ]
        }
    }

    fileprivate init(_ row: SQLRow) throws {
        guard let account = AccountID(try row.text(13)) else {
            throw StoreError.unavailable("a stored message of the inbox has no account")
        }
        self.init(
            id: try row.integer(0), receiptID: try row.text(12), account: account,
            region: try row.optionalText(14).flatMap { Region($0) }, receivedAt: try row.time(1),
            reversePath: try row.reversePath(2),
            recipients: try JSONText.decode([String].self, from: row.text(3)),
            messageID: try row.text(4), subject: try row.text(5), from: try row.text(6),
            sizeInBytes: Int(try row.integer(7)), remoteAddress: try row.text(8),
            heloDomain: try row.text(9), tlsVersion: try row.optionalText(10),
            authentication: try JSONText.decode(AuthenticationSummary.self, from: row.text(11)))
    }
}

/// The SQL of the inbox.
enum InboxStatements {
    static let insertMessage: SQLStatement = """
        INSERT INTO inbox_messages (id, received_at, reverse_path, recipients, message_id, subject,
            from_text, size_in_bytes, remote_address, helo_domain, tls_version, authentication,
            receipt_id, account, region)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """
    static let insertContent: SQLStatement = """
        INSERT INTO inbox_contents (id, content) VALUES ($1, $2)
        """
    static let page: SQLStatement = """
        SELECT id, received_at, reverse_path, recipients, message_id, subject, from_text,
            size_in_bytes, remote_address, helo_domain, tls_version, authentication, receipt_id,
            account, region
        FROM inbox_messages WHERE id < $1 ORDER BY id DESC LIMIT $2
        """
    static let message: SQLStatement = """
        SELECT id, received_at, reverse_path, recipients, message_id, subject, from_text,
            size_in_bytes, remote_address, helo_domain, tls_version, authentication, receipt_id,
            account, region
        FROM inbox_messages WHERE id = $1
        """
    static let received: SQLStatement = """
        SELECT id, received_at, reverse_path, recipients, message_id, subject, from_text,
            size_in_bytes, remote_address, helo_domain, tls_version, authentication, receipt_id,
            account, region
        FROM inbox_messages
        WHERE receipt_id = $1 AND account = $2 AND (region IS NULL OR region = $3)
        """
    static let content: SQLStatement = "SELECT content FROM inbox_contents WHERE id = $1"
    static let count: SQLStatement = "SELECT COUNT(*) FROM inbox_messages"
    static let removeAll: [SQLStatement] = [
        "DELETE FROM inbox_contents", "DELETE FROM inbox_messages",
    ]
}
