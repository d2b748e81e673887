import MailTypes

/// Which header fields a signer puts into `h=`.
public struct DKIMSignedFields: Equatable, Sendable {
    /// Names of fields that are signed where a message has them, in the order of `h=`.
    public let names: [String]
    /// Those that are listed once more than they are there, so that a field of this name put in
    /// afterwards breaks the signature (RFC 6376 §5.4, §8.15).
    public let oversigned: [String]

    /// One of the names, with what is asked about it for every message.
    private struct Entry: Equatable {
        let name: String
        let isOversigned: Bool
    }

    private let entries: [Entry]

    /// From is signed and oversigned whether it is listed or not; fields of ``neverSigned`` are
    /// left out.
    public init(names: [String], oversigned: [String]) {
        func allowed(_ names: [String]) -> [String] {
            names.filter { name in !Self.neverSigned.contains(where: name.equalsIgnoringCase) }
        }
        func withFrom(_ names: [String]) -> [String] {
            names.contains { $0.equalsIgnoringCase("From") } ? names : ["From"] + names
        }
        self.init(checked: withFrom(allowed(names)), oversigned: withFrom(allowed(oversigned)))
    }

    init(checked names: [String], oversigned: [String]) {
        self.names = names
        self.oversigned = oversigned
        entries = names.map { name in
            Entry(
                name: name,
                isOversigned: oversigned.contains(where: name.equalsIgnoringCase))
        }
    }

    /// What a reader sees or a program acts on is signed (§5.4.1); what a reply or a forged
    /// sender would need is oversigned.
    public static let standard = DKIMSignedFields(
        names: [
            "From", "Sender", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID",
            "In-Reply-To", "References", "MIME-Version", "Content-Type",
            "Content-Transfer-Encoding", "Content-Disposition", "Content-ID",
            "Content-Description", "Content-Language", "List-Id", "List-Help",
            "List-Unsubscribe", "List-Unsubscribe-Post", "List-Subscribe", "List-Post",
            "List-Owner", "List-Archive", "Feedback-ID", "CFBL-Address", "CFBL-Feedback-ID",
            "Resent-Date", "Resent-From", "Resent-Sender", "Resent-To", "Resent-Cc",
            "Resent-Message-ID",
        ],
        oversigned: [
            "From", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID", "MIME-Version",
            "Content-Type",
        ])

    /// Fields that hops on the way put in, change or take out.
    public static let neverSigned = [
        "Return-Path", "Received", "Comments", "Keywords", "Bcc", "Resent-Bcc",
        "Authentication-Results", "Received-SPF", "DKIM-Signature", "ARC-Seal",
        "ARC-Message-Signature", "ARC-Authentication-Results", "BIMI-Location",
        "BIMI-Indicator", "BIMI-Logo-Preference",
    ]

    /// What of a message is signed: the mentions of `h=`, and the fields that they stand for.
    ///
    /// A name comes as often as its field, and once more where it is oversigned. No more than
    /// `DKIMSignature.signedFieldLimit` mentions are made; a name that would go beyond is left
    /// out, because to sign some of its fields is to sign none of them.
    func select(from table: HeaderFieldTable) -> (mentions: [String], fields: [HeaderField]) {
        var mentions: [String] = []
        var fields: [HeaderField] = []
        for entry in entries {
            let found = table.fields(named: entry.name)
            let count = found.count + (entry.isOversigned ? 1 : 0)
            guard mentions.count + count <= DKIMSignature.signedFieldLimit else { continue }
            for _ in 0..<count { mentions.append(entry.name) }
            fields += found.reversed()
        }
        return (mentions, fields)
    }
}
