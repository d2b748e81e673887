import Hummingbird
import MailTypes
import WaxwingCore

/// One message: what it says, what was checked, and how it came.
struct MessagePage {
    /// How the message can be looked at; each has an address of its own, `?view=text`.
    enum View: String, CaseIterable {
        case html, text, headers, source

        var label: String {
            switch self {
            case .html: "HTML"
            case .text: "Text"
            case .headers: "Headers"
            case .source: "Source"
            }
        }
    }

    let id: Int64
    let subject: String
    /// `From`, `To`, `Cc`, `Reply-To` and `Date` as the message has them.
    let mainFields: [Pair]
    let verdicts: [Verdict]
    let trace: [TraceRow]
    let hasTrace: Bool
    let attachments: [AttachmentRow]
    let hasAttachments: Bool
    let envelope: [Pair]
    let received: Moment
    let tabs: [Tab]
    // Of these, the one that the chosen view shows is there.
    var showsHTML = false
    var isEmptyMessage = false
    var hasSegments = false
    var segments: [TextSegment] = []
    var hasHeaderRows = false
    var headerRows: [Pair] = []
    var source: String?
    /// Why there is more to the message than is shown.
    var notes: [String]

    struct Pair: Equatable {
        let label: String
        let value: String
    }

    struct AttachmentRow {
        let index: Int
        let name: String
        let type: String
        let size: String
        let isInline: Bool
    }

    /// One step of how the verdicts came about.
    struct TraceRow {
        /// Deeper steps are drawn no further in.
        static let depthLimit = 6

        let depth: Int
        let tone: String
        let sign: String
        let words: String

        init(_ line: AuthenticationSummary.Line) {
            depth = min(line.depth, Self.depthLimit)
            tone = line.tone
            sign =
                switch line.tone {
                case "good": "✓"
                case "bad": "✕"
                case "unsure": "!"
                default: "·"
                }
            words = line.outcome.isEmpty ? line.subject : "\(line.subject) → \(line.outcome)"
        }
    }

    struct Tab {
        let name: String
        let tabLabel: String
        let isCurrent: Bool
    }

    /// - Parameter wanted: the view asked for; another stands in where the message lacks it.
    init(message: InboxMessage, content: [UInt8], wanted: String?) {
        let view = MessageView(reading: content)
        id = message.id
        subject = message.subject.isEmpty ? "(no subject)" : message.subject
        mainFields = Self.mainFields(view)
        verdicts = Verdict.all(message.authentication)
        trace = message.authentication.trace?.map(TraceRow.init) ?? []
        hasTrace = !trace.isEmpty
        attachments = view.attachments.map(AttachmentRow.init)
        hasAttachments = !attachments.isEmpty
        envelope = Self.envelope(message)
        received = Moment(message.receivedAt)
        notes = view.problem.map { [$0] } ?? []
        let possible = View.allCases.filter {
            switch $0 {
            case .html: view.html != nil
            case .text: view.text != nil
            default: true
            }
        }
        let chosen = possible.first { $0.rawValue == wanted } ?? possible[0]
        isEmptyMessage = wanted == nil && view.html == nil && view.text == nil
        tabs = possible.map {
            Tab(name: $0.rawValue, tabLabel: $0.label, isCurrent: $0 == chosen)
        }
        show(chosen, of: view, content)
    }

    var response: Response { .page(Self.template.render(self, title: "\(subject) · Waxwing")) }

    private mutating func show(_ chosen: View, of view: MessageView, _ content: [UInt8]) {
        switch chosen {
        case .html: showsHTML = true
        case .text:
            hasSegments = true
            segments = TextSegment.segments(of: cut(view.text ?? ""))
        case .headers:
            hasHeaderRows = true
            headerRows = view.fields.map { Pair(label: $0.name, value: $0.rawValue) }
        case .source:
            let limit = TextExcerpt.limit
            source = String(decoding: content.prefix(limit), as: UTF8.self)
            if content.count > limit { notes.append(Self.truncationNote) }
        }
    }

    private mutating func cut(_ text: String) -> String {
        let excerpt = TextExcerpt(text)
        if excerpt.isTruncated { notes.append(Self.truncationNote) }
        return excerpt.text
    }

    private static let truncationNote =
        "Only the first megabyte is shown. The download has the whole message."

    private static func mainFields(_ view: MessageView) -> [Pair] {
        ["From", "To", "Cc", "Reply-To", "Date"].compactMap { name in
            let field = view.fields.first { $0.name.equalsIgnoringCase(name) }
            return field.map { Pair(label: name, value: $0.value) }
        }
    }

    private static func envelope(_ message: InboxMessage) -> [Pair] {
        [
            Pair(label: "MAIL FROM", value: message.reversePath.formatted),
            Pair(label: "RCPT TO", value: message.recipients.joined(separator: ", ")),
            Pair(label: "HELO", value: message.heloDomain),
            Pair(label: "Client", value: message.remoteAddress),
            Pair(label: "TLS", value: message.tlsVersion ?? "none: sent in the clear"),
            Pair(label: "Size", value: ByteCount.text(message.sizeInBytes)),
            Pair(label: "Message-ID", value: message.messageID.isEmpty ? "–" : message.messageID),
        ]
    }
}

extension MessagePage.AttachmentRow {
    init(_ part: MessageView.Part) {
        self.init(
            index: part.index, name: part.fileName, type: part.contentType,
            size: ByteCount.text(part.content.count), isInline: part.role == .inline)
    }
}
