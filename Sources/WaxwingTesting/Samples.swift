public import MailTypes
public import WaxwingCore

extension Scope {
    /// The account of `waxwing dev`, in the standard region.
    public static let sample = Scope(account: .development, region: .standard)
    /// The same region of another account.
    public static let otherAccount = Scope(
        account: AccountID("111122223333") ?? .development, region: .standard)
    /// Another region of the same account.
    public static let otherRegion = Scope(
        account: .development, region: Region("eu-west-1") ?? .standard)
}

extension Mailbox {
    /// `<localPart>@recipient.example`
    public static func recipient(_ localPart: String) -> Mailbox {
        Mailbox(localPart: localPart, domain: "recipient.example")
    }
}

extension NewMessage {
    /// A short message; what a test cares for is given, the rest made up.
    public static func sample(
        _ number: Int64, in scope: Scope = .sample, to recipients: [String] = ["anna"],
        reversePath: ReversePath? = nil, content: [UInt8]? = nil, at time: UnixTime = .testStart,
        handling: QueuedMessage.Handling = .init(), submission: NewMessage.Submission? = nil,
        notBefore: UnixTime? = nil
    ) -> NewMessage {
        let own = Mailbox(localPart: "bounce-\(number)", domain: "amazonses.com")
        let message = QueuedMessage(
            id: QueuedMessage.ID(number: number), scope: scope,
            messageID: "0100018f2f1d3a51-\(number)-000000",
            reversePath: reversePath ?? .mailbox(own),
            feedbackPath: .mailbox(Mailbox(localPart: "sender", domain: "sender.example")),
            content: content ?? Array("Subject: \(number)\r\n\r\nHello \u{E9}\r\n".utf8),
            isEightBit: true, acceptedAt: time,
            expiresAt: (notBefore ?? time) + .seconds(50_400), handling: handling)
        return NewMessage(
            message: message, recipients: recipients.map(Mailbox.recipient),
            submission: submission, notBefore: notBefore)
    }
}

extension MessageRecord {
    /// One with every member filled.
    public static var sample: MessageRecord {
        var record = MessageRecord(
            operation: "SendEmail", source: "Zoë <zoe@sender.example>",
            sourceARN: "arn:aws:ses:us-east-1:000000000000:identity/sender.example",
            destinations: ["Anna <anna@recipient.example>", "bert@recipient.example"],
            caller: "arn:aws:iam::000000000000:root")
        record.headers = [.init(name: "Subject", value: "Grüße \"1\"")]
        record.headersTruncated = true
        record.tags = [MessageTag(name: "campaign", value: "a@b.c")]
        record.configurationSet = "set"
        record.tenant = "tenant"
        record.templateName = "template"
        record.sourceIP = "192.0.2.1"
        record.isSecure = true
        record.tlsVersion = "TLSv1.3"
        record.authorDomain = "sender.example"
        record.suppressed = [.init(address: "bert@recipient.example", reason: .complaint)]
        record.simulated = ["bert@recipient.example"]
        return record
    }
}

extension InboxMessage {
    /// A message of the inbox with every column filled.
    public static func sample(_ id: Int64) -> InboxMessage {
        InboxMessage(
            id: id, receiptID: "receipt\(id)",
            account: id.isMultiple(of: 5) ? Scope.otherAccount.account : .development,
            region: id.isMultiple(of: 3) ? Scope.otherRegion.region : nil, receivedAt: .testStart,
            reversePath: id.isMultiple(of: 2) ? .null : .sampleSender,
            recipients: ["anna@recipient.example", "\"a b\"@recipient.example"],
            messageID: "\(id)@email.amazonses.com", subject: "Grüße \(id)",
            from: "Zoë <zoe@sender.example>", sizeInBytes: 1234, remoteAddress: "127.0.0.1",
            heloDomain: "sender.example", tlsVersion: id.isMultiple(of: 2) ? nil : "TLSv1.3",
            authentication: AuthenticationSummary(
                dkim: [.init(result: "pass", domain: "sender.example", selector: "abc")],
                spf: nil, dmarc: "pass"))
    }
}

extension ReversePath {
    public static let sampleSender = ReversePath.mailbox(
        Mailbox(localPart: "sender", domain: "sender.example"))
}
