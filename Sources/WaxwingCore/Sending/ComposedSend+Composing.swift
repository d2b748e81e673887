import MailMessage
import MailTypes

/// The addresses of a composed message, read in the order in which SES does.
struct ComposedAddresses {
    let source: Address
    let to: [Address]
    let cc: [Address]
    let bcc: [Address]
    let returnPath: Mailbox?
    let replyTo: [Address]

    init(
        source: String, destination: SendDestination, returnPath: String?, replyTo: [String]
    ) throws(ServiceError) {
        self.source = try Address(strict: source)
        to = try Address.list(strict: destination.to)
        cc = try Address.list(strict: destination.cc)
        bcc = try Address.list(strict: destination.bcc)
        self.returnPath = try returnPath.map(Address.init(strict:))?.mailbox
        self.replyTo = try Address.list(strict: replyTo)
    }

    init(
        source: Address, to: [Address], cc: [Address], bcc: [Address], returnPath: Mailbox?,
        replyTo: [Address]
    ) {
        self.source = source
        self.to = to
        self.cc = cc
        self.bcc = bcc
        self.returnPath = returnPath
        self.replyTo = replyTo
    }

    var recipients: [Address] { to + cc + bcc }

    func sender(source text: String) -> Draft.Sender {
        Draft.Sender(
            source: text, addresses: [source], author: source,
            returnPaths: [returnPath].compactMap(\.self),
            feedback: returnPath ?? source.mailbox)
    }
}

extension SendContent {
    /// The names that a caller may not give a field, in lower case: those of SES, and what the
    /// service itself writes.
    private static let refusedFieldNames = ComposedMessage.reservedFieldNames.union([
        "dkim-signature", "feedback-id", "received",
    ])

    func check() throws(ServiceError) {
        guard text != nil || html != nil else {
            throw .invalidParameter("Empty required body: give Text, Html or both.")
        }
        for (name, value) in headers {
            guard !Self.refusedFieldNames.contains(name.asciiLowercased) else {
                throw .invalidParameter("The header '\(name)' is not allowed.")
            }
            try Self.refuseLineBreaks(in: value, of: "the header '\(name)'")
        }
        try Self.refuseLineBreaks(in: subject, of: "the subject")
        for attachment in attachments {
            let name = attachment.filename ?? ""
            try Self.refuseLineBreaks(in: name, of: "an attachment's file name")
            for (text, what) in [
                (attachment.description, "description"), (attachment.contentType, "content type"),
                (attachment.contentID, "content ID"),
            ] {
                try Self.refuseLineBreaks(in: text ?? "", of: "an attachment's \(what)")
            }
            try ContentInspection.check(filename: name)
            if let type = try? ContentType(parsing: attachment.contentType),
                let named = type.parameters.text("name")
            {
                try ContentInspection.check(filename: named)
            }
        }
        guard attachments.count < SendingService.partLimit else {
            throw .invalidParameter(
                "The message has more than \(SendingService.partLimit) MIME parts.")
        }
    }

    /// A character at which some reader begins a new line, encoded or not, has no place in a field.
    private static func refuseLineBreaks(
        in text: String, of what: String
    ) throws(ServiceError) {
        guard !text.holdsLineBreak else {
            throw .invalidParameter("There is a line break or a control character in \(what).")
        }
    }

    var holdsTestVirus: Bool {
        ContentInspection.holdsTestVirus(subject)
            || [text, html].contains {
                $0.map { ContentInspection.holdsTestVirus($0.content) } ?? false
            }
            || headers.contains { ContentInspection.holdsTestVirus($0.value) }
            || attachments.contains { ContentInspection.holdsTestVirus($0.bytes[...]) }
    }

    /// The message as it would be written, without what the service adds.
    func composed(
        _ addresses: ComposedAddresses, using random: inout some RandomNumberGenerator
    ) throws(ServiceError) -> [UInt8] {
        let message = ComposedMessage(
            from: addresses.source, to: addresses.to, cc: addresses.cc,
            replyTo: addresses.replyTo, subject: subject, additionalFields: headers, text: text,
            html: html, attachments: attachments)
        do throws(CompositionError) {
            return try message.formatted(using: &random)
        } catch {
            throw .invalidParameter("The message cannot be written: \(error).")
        }
    }
}

extension String {
    /// Whether some reader would begin a new line in it.
    var holdsLineBreak: Bool {
        unicodeScalars.contains { scalar in
            switch scalar {
            case "\r", "\n", "\0", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
            default: false
            }
        }
    }
}

extension Address {
    /// Reads an address by the rules, and with the error texts, of SES.
    init(strict text: String) throws(ServiceError) {
        do throws(StrictAddressError) {
            self = try StrictAddress(parsing: text).address
        } catch {
            throw .invalidParameter(error.text)
        }
        // Encoded, they pass through the header section and break the line at the reader's.
        guard displayName?.holdsLineBreak != true else {
            throw .invalidParameter(StrictAddressError.illegalAddress.text)
        }
    }

    static func list(strict texts: [String]) throws(ServiceError) -> [Address] {
        var addresses: [Address] = []
        for text in texts { addresses.append(try Address(strict: text)) }
        return addresses
    }
}
