import HTTPTypes
import Hummingbird
import WaxwingCore

/// What a browser sees under `/`: the list, a message, the mailed link's answer.
struct InboxPages: Sendable {
    let reader: InboxReader
    let info: ConsoleInfo
    let confirmAddress: @Sendable (String) async -> AddressConfirmation

    func list(_ request: Request) async -> Response {
        do {
            let query = try MessagesQuery(request)
            // One more than is shown: whether there is a page behind this one.
            var wider = query
            wider.limit += 1
            let messages = try await reader.messages(wider)
            let count = try await reader.messageCount()
            guard count > 0 else { return EmptyInboxPage(info: info).response }
            return InboxPage(messages: messages, query: query, count: count).response
        } catch let failure as MessagesQuery.Failure {
            return NoticePage.badQuery(failure.message).response
        } catch {
            return NoticePage.unavailable.response
        }
    }

    /// `path` is what follows `/messages/`.
    func message(_ request: Request, path: [Substring]) async -> Response {
        guard path.count == 1, let id = InboxReader.id(path[0]) else { return notFound() }
        do {
            guard let message = try await reader.message(id),
                let content = try await reader.content(of: id)
            else { return NoticePage.noMessage.response }
            let wanted = request.uri.queryParameters["view"].map(String.init)
            return MessagePage(message: message, content: content, wanted: wanted).response
        } catch {
            return NoticePage.unavailable.response
        }
    }

    /// The link of the mail that asks whether an address is its owner's.
    ///
    /// GET is enough to verify, as with SES; HEAD is what link checkers send first, and changes
    /// nothing.
    func verify(_ request: Request) async -> Response {
        guard request.isRead else {
            var response = NoticePage.verifyByLink.response
            response.headers[.allow] = "GET, HEAD"
            return response
        }
        guard let token = request.uri.queryParameters["token"].map(String.init),
            (1...1024).contains(token.utf8.count)
        else { return NoticePage.linkUnknown.response }
        if request.method == .head { return NoticePage.verified.response }
        return switch await confirmAddress(token) {
        case .verified(nil): NoticePage.verified.response
        case .expired(nil), .unknown: NoticePage.linkUnknown.response
        // The account's own pages, as its template for the mail names them.
        case .verified(let page?), .expired(let page?): Self.redirect(to: page)
        }
    }

    private static func redirect(to page: String) -> Response {
        Response(
            status: .found,
            headers: [.location: page, .cacheControl: "no-store", .referrerPolicy: "no-referrer"])
    }

    func notFound() -> Response { NoticePage.notFound.response }
}
