import MailTypes
import WaxwingCore

extension QueuedMessage {
    init(id: ID, row: SQLRow) throws {
        self.init(
            id: id, scope: try row.scope(0), messageID: try row.text(2),
            reversePath: try row.reversePath(3), feedbackPath: try row.reversePath(4),
            content: try row.bytes(10), isEightBit: try row.integer(5) != 0,
            acceptedAt: try row.time(6), expiresAt: try row.time(7),
            handling: Handling(
                requiresTLS: try row.integer(8) != 0, poolName: try row.optionalText(9),
                withheldFeedback: FeedbackKinds(rawValue: Int(try row.integer(11)))))
    }
}

extension MessageSender {
    init(_ row: SQLRow) throws {
        self.init(
            scope: try row.scope(0), messageID: try row.text(2),
            reversePath: try row.reversePath(3), feedbackPath: try row.reversePath(4),
            withheldFeedback: FeedbackKinds(rawValue: Int(try row.integer(5))))
    }
}

extension Delivery {
    init(_ row: SQLRow) throws {
        let message = QueuedMessage.ID(number: try row.integer(0))
        self.init(
            id: ID(message: message, index: Int(try row.integer(1))),
            recipient: Mailbox(stored: try row.text(2)), attempts: Int(try row.integer(3)),
            lastReply: try row.optionalText(4))
    }
}

extension SQLRow {
    /// Account and region, in two columns from `column` on.
    func scope(_ column: Int) throws -> Scope {
        guard let account = AccountID(try text(column)), let region = Region(try text(column + 1))
        else { throw StoreError.unavailable("a row belongs to no account or region") }
        return Scope(account: account, region: region)
    }

    func reversePath(_ column: Int) throws -> ReversePath {
        let address = try text(column)
        return address.isEmpty ? .null : .mailbox(Mailbox(stored: address))
    }
}

extension Mailbox {
    /// The address that was written as `formatted`.
    ///
    /// Total: an address that breaks the grammar fails at its delivery, with a reason. Failing
    /// here it would stand at the head of the queue for ever.
    init(stored text: String) {
        if let mailbox = try? Mailbox(parsing: text) {
            self = mailbox
            return
        }
        let at = text.lastIndex(of: "@") ?? text.endIndex
        let host = text[at...].dropFirst()
        let domain = try? DomainName(parsing: host)
        self.init(
            localPart: String(text[..<at]), host: domain.map(Host.domain) ?? .literal(String(host)))
    }
}
