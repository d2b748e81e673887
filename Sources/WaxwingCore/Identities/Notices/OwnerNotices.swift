import MailTypes

/// Writes to the contacts of an account when records of its identities are found, lost or given up,
/// as SES does.
public struct OwnerNotices: Sendable {
    /// Contacts of one account that are written to.
    private static let contactLimit = 10

    private let accounts: any AccountStore
    private let resources: any ResourceStore
    private let mail: SystemMail

    public init(accounts: any AccountStore, resources: any ResourceStore, mail: SystemMail) {
        self.accounts = accounts
        self.resources = resources
        self.mail = mail
    }

    /// Whom the owner wants told: the account's own address, and those of `PutAccountDetails`.
    func contacts(in scope: Scope) async throws -> [Mailbox] {
        var contacts: [Mailbox] = []
        if let email = try await accounts.account(scope.account)?.email { contacts.append(email) }
        let details = try await resources.settings(in: scope).details
        for text in details?.additionalContactAddresses ?? [] {
            guard let mailbox = try? Mailbox(parsing: text), mailbox.domain != nil else { continue }
            if !contacts.contains(mailbox) { contacts.append(mailbox) }
        }
        return Array(contacts.prefix(Self.contactLimit))
    }

    /// The mail that tells of changes, to be queued in the transaction that makes them.
    func messages(
        on notices: [IdentityNotice], of identity: Identity, _ records: [RecordFinding],
        to contacts: [Mailbox], in scope: Scope
    ) -> [NewMessage] {
        notices.compactMap { notice in
            let text = IdentityNoticeText(
                notice: notice, identity: identity, records: records, scope: scope)
            // Its addresses were parsed, so that there is nothing that could not be written.
            return try? mail.message(
                to: contacts, subject: text.subject, text: text.body, in: scope)
        }
    }

    /// Has the mail delivered, when the transaction has ended.
    func queued(_ messages: [NewMessage]) { mail.carry(messages) }
}
