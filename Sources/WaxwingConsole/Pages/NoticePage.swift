import HTTPTypes
import Hummingbird

/// A page that says one thing.
struct NoticePage: Equatable, Sendable {
    let status: HTTPResponse.Status
    let heading: String
    let text: String
    /// `good` or `bad`
    var tone = "bad"

    static let verified = NoticePage(
        status: .ok, heading: "Address verified",
        text: "You can send mail from it now. This window can be closed.", tone: "good")

    static let linkUnknown = NoticePage(
        status: .notFound, heading: "Link expired or unknown",
        text: "The link may have been used already, or cut short on its way. "
            + "Create the identity again to get a new one.")

    static let verifyByLink = NoticePage(
        status: .methodNotAllowed, heading: "Open the link instead",
        text: "An address is verified by opening the link in a browser (GET).")

    static let noMessage = NoticePage(
        status: .notFound, heading: "No such message",
        text: "It may have been removed by a reset. The inbox shows what there is.")

    static let notFound = NoticePage(
        status: .notFound, heading: "There is no such page", text: "The inbox is a good start.")

    static let unavailable = NoticePage(
        status: .serviceUnavailable, heading: "The inbox can't be read", text: "The log says why.")

    static func badQuery(_ text: String) -> NoticePage {
        NoticePage(
            status: .badRequest, heading: "The address of this page is not right", text: text)
    }

    var response: Response { .page(Self.template.render(self, title: heading), status: status) }

    private static let template = PageTemplate(
        """
        <section class="notice {{tone}}">
        <h1>{{heading}}</h1>
        <p>{{text}}</p>
        <p><a href="/">Go to the inbox</a></p>
        </section>

        """)
}
