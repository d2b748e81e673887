public import MailMessage
public import MailTypes

/// An answer that a program gives for somebody who is away (RFC 3834).
///
/// It goes to the reverse path of the message that it answers, with the null reverse path of its
/// own, so that two of them never answer each other (RFC 3834 §3.3).
public struct AutomaticReply: Equatable, Sendable {
    public var text: String

    public init(text: String) { self.text = text }

    /// Whether a message may be answered by a program at all.
    ///
    /// Bounces, lists, and what programs sent themselves may not (RFC 3834 §2).
    public static func mayAnswer(_ message: Message, reversePath: ReversePath) -> Bool {
        guard case .mailbox(let mailbox) = reversePath else { return false }
        let owner = mailbox.localPart.asciiLowercased
        if owner.hasPrefix("owner-") || owner.hasSuffix("-request") || owner == "mailer-daemon" {
            return false
        }
        let section = message.headerSection
        if section.fields.contains(where: { $0.nameHasPrefix("List-") }) { return false }
        if let submitted = section["Auto-Submitted"] {
            let keyword = submitted.prefix { $0 != ";" && $0 != " " && $0 != "(" }
            if !keyword.equalsIgnoringCase("no") { return false }
        }
        let precedence = (section["Precedence"] ?? "").asciiLowercased
        return !["bulk", "list", "junk"].contains(precedence)
    }

    /// The reply as a message, with a subject that names the one it answers.
    /// - Parameters:
    ///   - from: The recipient for whom is answered.
    ///   - recipient: The reverse path of `original`.
    ///   - original: The message that is answered.
    ///   - messageID: The reply's own, without angle brackets.
    /// - Throws: ``CompositionError`` when an address or the identifier cannot be written.
    public func formatted(
        from: Address, to recipient: Mailbox, answering original: Message, date: UnixTime,
        messageID: String, using generator: inout some RandomNumberGenerator
    ) throws(CompositionError) -> [UInt8] {
        let subject = (original.subject ?? "").unicodeScalars.filter {
            $0.value >= 0x20 && $0.value != 0x7F
        }
        var reply = ComposedMessage(
            from: from, to: [Address(mailbox: recipient)],
            subject: "Auto: \(String(String.UnicodeScalarView(subject.prefix(200))))", date: date,
            messageID: messageID, text: .init(text))
        reply.additionalFields = [(name: "Auto-Submitted", value: "auto-replied")]
        if let identifier = Self.messageID(of: original) {
            reply.additionalFields.append((name: "In-Reply-To", value: identifier))
            reply.additionalFields.append((name: "References", value: identifier))
        }
        return try reply.formatted(using: &generator)
    }

    /// The identifier of a message, if it is one that can be repeated.
    private static func messageID(of message: Message) -> String? {
        guard let value = message.headerSection.first("Message-ID")?.unfoldedValue,
            value.count <= 500, value.first == UInt8(ascii: "<"),
            value.last == UInt8(ascii: ">"), value.allSatisfy(\.isVisible)
        else { return nil }
        return String(decoding: value, as: UTF8.self)
    }
}
