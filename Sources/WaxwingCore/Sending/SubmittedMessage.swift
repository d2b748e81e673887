import MailMessage
import MailTypes

/// A raw message as it came in, with what its fields say of sender and recipients, checked.
struct SubmittedMessage {
    /// Fields that may stand once at the most (ses-behaviour: single-occurrence fields).
    private static let singleFields = [
        "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date", "Subject", "Message-ID",
        "In-Reply-To", "References", "Return-Path", "DKIM-Signature", "MIME-Version",
        "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-ID",
        "Content-Description", "List-Unsubscribe", "List-Unsubscribe-Post",
    ]
    /// Addresses of From, and of Sender.
    private static let senderLimit = 100
    /// Trace fields that a message may have gathered; more are a loop.
    private static let receivedLimit = 50

    private(set) var message: Message
    let from: [Address]
    let sender: [Address]
    let returnPath: Mailbox?
    /// To, Cc and Bcc.
    let recipients: [Address]
    let holdsTestVirus: Bool

    /// - Parameters:
    ///   - source: written as From when the message has none.
    ///   - readRequest: reads the addresses beside the message, which SES does between From and the
    ///     other fields.
    init(_ content: [UInt8], source: Address?, readRequest: () throws -> Void) throws {
        do {
            message = try Message(parsing: LineEndings.normalized(content))
        } catch {
            throw ServiceError.invalidParameter(
                "The message has more than \(HeaderSection.fieldCountLimit) header fields.")
        }
        let parts = message.parts
        if let limit = parts.exceededLimit {
            throw ServiceError.invalidParameter(Self.text(for: limit))
        }
        let section = message.headerSection
        try Self.refuseMisleading(section)
        try Self.refuseDuplicates(in: section)
        from = try Self.senders("From", in: section)
        try readRequest()
        sender = try Self.senders("Sender", in: section)
        recipients = try ["To", "Cc", "Bcc"].flatMap { name in
            try Self.addresses(name, in: section)
        }
        returnPath = try Self.returnPath(in: section)
        _ = try Self.addresses("Reply-To", in: section)
        try ContentInspection.checkDispositions(in: parts.root)
        try ContentInspection.checkFilenames(in: parts.root)
        holdsTestVirus = ContentInspection.holdsTestVirus(message, parts.root)
        // The line of a mailbox file, or what continues nothing, would become a part of the field
        // that is written above it.
        message.headerSection.removeLinesBeforeFields()
        if from.isEmpty {
            guard let source else {
                throw ServiceError.invalidParameter("Missing required header 'From'.")
            }
            let field = try Field(parsing: Array("From: \(source.formatted)".utf8))
            message.headerSection.replace("From", with: field)
        }
    }

    private static func text(for limit: PartTree.Limit) -> String {
        switch limit {
        case .count: "The message has more than \(PartTree.countLimit) MIME parts."
        case .depth: "MIME parts are nested more than \(PartTree.depthLimit) deep."
        case .fieldCount:
            "A MIME part has more than \(HeaderSection.fieldCountLimit) header fields."
        }
    }

    /// NUL has no place in a field (RFC 5322 §4.1), and some readers leave it out: they would see
    /// a `From` where another one stands for us.
    private static func refuseMisleading(_ section: HeaderSection) throws {
        guard !section.fields.contains(where: { $0.bytes.contains(0) }) else {
            throw ServiceError.invalidParameter("The header fields hold a NUL character.")
        }
    }

    private static func refuseDuplicates(in section: HeaderSection) throws {
        var seen = Set<String>()
        var received = 0
        for field in section.fields {
            if field.isNamed("Received") { received += 1 }
            guard let name = singleFields.first(where: { field.isNamed($0) }) else { continue }
            guard seen.insert(name).inserted else {
                throw ServiceError.invalidParameter("Duplicate header '\(field.name)'.")
            }
        }
        guard received <= receivedLimit else {
            throw ServiceError.messageRejected(
                "The message has \(received) Received fields: it goes round in a loop.")
        }
    }

    private static func returnPath(in section: HeaderSection) throws -> Mailbox? {
        guard let field = section.first("Return-Path") else { return nil }
        let value = String(decoding: field.unfoldedValue, as: UTF8.self)
        return value == "<>" || value.isEmpty ? nil : try Address(strict: value).mailbox
    }

    /// The addresses of a field that names senders, and those that another reader may find in it.
    private static func senders(_ name: String, in section: HeaderSection) throws -> [Address] {
        var senders = try addresses(name, in: section)
        guard let field = section.first(name) else { return senders }
        let doubtful = DoubtfulSenders.mailboxes(in: field.rawValue, limit: senderLimit + 1)
        // Each is looked up, and compared with all others.
        guard max(senders.count, doubtful.count) <= senderLimit else {
            throw ServiceError.invalidParameter(
                "The header '\(name)' has more than \(senderLimit) addresses.")
        }
        for mailbox in doubtful
        where !senders.contains(where: { $0.mailbox == mailbox }) {
            senders.append(Address(mailbox: mailbox))
        }
        return senders
    }

    private static func addresses(_ name: String, in section: HeaderSection) throws -> [Address] {
        guard let field = section.first(name) else { return [] }
        let list: AddressList
        do {
            list = try AddressList(parsing: field.rawValue)
        } catch {
            // The strict reading of one address knows the words for what is wrong.
            return [try Address(strict: String(decoding: field.unfoldedValue, as: UTF8.self))]
        }
        for address in list.addresses { _ = try Address(strict: address.mailbox.formatted) }
        return list.addresses
    }
}
