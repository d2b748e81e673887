public import MailMessage
import MailTypes

/// The traces that lists and forwarders leave in the fields of a message.
public struct MailPath: Equatable, Sendable {
    /// What List-Id or its older kin name; nil when it was no list.
    public var list: String?
    /// `[list]` at the beginning of the subject.
    public var subjectTag: String?
    /// What shows that it was forwarded, `X-Forwarded-To: someone@example.net`.
    public var forwardingSigns: [String]
    /// Which region of SES sent it, when a host name in the path tells.
    public var sesRegion: String?

    public init(
        list: String? = nil, subjectTag: String? = nil, forwardingSigns: [String] = [],
        sesRegion: String? = nil
    ) {
        self.list = list
        self.subjectTag = subjectTag
        self.forwardingSigns = forwardingSigns
        self.sesRegion = sesRegion
    }

    public var wasForwarded: Bool { !forwardingSigns.isEmpty }

    public init(_ fields: HeaderSection) {
        self.init()
        let isBulkSender = fields.first("List-Unsubscribe-Post") != nil
        if let id = fields["List-Id"], !isBulkSender || fields.first("List-Post") != nil {
            list = id
        } else if fields.first("X-Mailman-Version") != nil || fields.first("List-Post") != nil
            || fields.first("X-Google-Group-Id") != nil
        {
            list = fields["List-Post"] ?? fields["Sender"] ?? "a mailing list"
        }
        subjectTag = Self.tag(of: fields["Subject"] ?? "")
        for name in Self.forwardingFields {
            guard let value = fields[name] else { continue }
            forwardingSigns.append("\(name): \(value)")
        }
        sesRegion =
            fields.all("Received").lazy.compactMap { Self.region(in: $0.text) }.first
            ?? fields["Return-Path"].flatMap(Self.region)
    }

    private static let forwardingFields = [
        "X-Forwarded-To", "X-Forwarded-For", "Resent-From", "Resent-Sender",
        "X-Forwarded-Message-Id",
        "X-MS-Exchange-Organization-AutoForwarded", "X-Original-To-Forwarded",
    ]

    /// `[tag]` in front of the subject, behind answers' `Re:`.
    private static func tag(of subject: String) -> String? {
        var rest = subject[...]
        while let colon = rest.firstIndex(of: ":"),
            ["re", "fwd", "fw", "aw", "wg"].contains(rest[..<colon].lowercased())
        {
            rest = rest[rest.index(after: colon)...].drop { $0 == " " }
        }
        guard rest.first == "[", let end = rest.firstIndex(of: "]") else { return nil }
        return String(rest[...end])
    }

    /// `eu-west-1` of `a8-30.smtp-out.eu-west-1.amazonses.com`.
    private static func region(in text: String) -> String? {
        for word in text.split(whereSeparator: { " ()<>;[]@\t".contains($0) }) {
            guard word.hasSuffix(".amazonses.com") || word.hasSuffix(".amazonses.com.") else {
                continue
            }
            for label in word.split(separator: ".") {
                let parts = label.split(separator: "-")
                if parts.count >= 3, parts[0].count == 2, parts.last?.allSatisfy(\.isNumber) == true
                {
                    return String(label)
                }
            }
        }
        return nil
    }
}
