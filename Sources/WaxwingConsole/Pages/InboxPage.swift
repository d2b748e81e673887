import Hummingbird
import WaxwingCore

/// The list of messages, the newest first.
struct InboxPage {
    let rows: [Row]
    /// Tells the script whether something has come in; empty where the list isn't the first page.
    let newest: String
    let isFirstPage: Bool
    let count: String
    /// Leads to the messages behind these; nil where there are none.
    let olderPage: String?

    struct Row {
        let id: Int64
        let from: AddressLine
        let recipients: String
        let subject: String
        let received: Moment
        let verdicts: [Verdict]
    }

    /// `messages` may hold one more than `query` asks for: then there is another page.
    init(messages: [InboxMessage], query: MessagesQuery, count: Int) {
        let shown = messages.prefix(query.limit)
        rows = shown.map(Row.init)
        isFirstPage = query.after == nil
        newest = isFirstPage ? shown.first.map { String($0.id) } ?? "" : ""
        self.count = count == 1 ? "1 message" : "\(count) messages"
        let limit = query.limit == MessagesQuery.standardLimit ? "" : "&limit=\(query.limit)"
        olderPage =
            messages.count > query.limit ? shown.last.map { "/?after=\($0.id)\(limit)" } : nil
    }

    var response: Response { .page(Self.template.render(self, title: "Waxwing inbox")) }

    private static let template = PageTemplate(
        """
        <section {{#isFirstPage}}data-inbox data-newest="{{newest}}"{{/isFirstPage}}>
        <div class="bar">
        <h1>Inbox</h1>
        <p class="quiet" role="status">{{count}}</p>
        {{^isFirstPage}}<p><a href="/">Newest</a></p>
        {{/isFirstPage}}
        <noscript><p class="quiet"><a href="/">Reload</a> to see new mail.</p></noscript>
        <details class="reset">
        <summary>Reset…</summary>
        <form method="post" action="/_waxwing/reset">
        <p>Removes every message, identity and queued delivery.</p>
        <button type="submit">Reset everything</button>
        </form>
        </details>
        </div>
        <table class="list">
        <caption class="unseen">Messages, the newest first</caption>
        <thead><tr><th scope="col">From</th><th scope="col">Subject</th><th scope="col">To</th>
        <th scope="col">Checks</th><th scope="col">Received</th></tr></thead>
        <tbody>
        {{#rows}}
        <tr data-id="{{id}}">
        <td class="from"><bdi title="{{from.address}}">{{from.name}}</bdi></td>
        <td class="subject"><a href="/messages/{{id}}"><bdi>{{subject}}</bdi></a></td>
        <td class="to"><bdi title="{{recipients}}">{{recipients}}</bdi></td>
        <td class="checks">{{#verdicts}}<span class="badge {{tone}}" \
        title="{{mechanism}}: {{result}}. {{explanation}}"><span aria-hidden="true">{{sign}}</span> \
        {{mechanism}}<span class="unseen"> {{result}}</span></span> {{/verdicts}}</td>
        <td class="time"><time datetime="{{received.machine}}">{{received.human}}</time></td>
        </tr>
        {{/rows}}
        </tbody>
        </table>
        {{^rows}}<p class="quiet">There is nothing older.</p>
        {{/rows}}
        {{#olderPage}}<p class="older"><a rel="next" href="{{.}}">Older messages</a></p>
        {{/olderPage}}
        </section>

        """)
}

extension InboxPage.Row {
    init(_ message: InboxMessage) {
        self.init(
            id: message.id, from: AddressLine(message.from),
            recipients: Self.list(message.recipients),
            subject: message.subject.isEmpty ? "(no subject)" : message.subject,
            received: Moment(message.receivedAt),
            verdicts: Verdict.badges(message.authentication))
    }

    /// The first few, and how many more there are.
    private static func list(_ recipients: [String]) -> String {
        let shown = recipients.prefix(3).joined(separator: ", ")
        return recipients.count > 3 ? "\(shown) and \(recipients.count - 3) more" : shown
    }
}
