import HTTPTypes
public import Hummingbird
public import Logging
import MailTypes
public import WaxwingCore

/// The inbox of `waxwing dev`: JSON for tests under `/_waxwing/`, pages for people under `/`.
///
/// It shares its port with the SES API and answers only what is its own:
///
///     if let response = await console.respond(to: request) { return response }
///     return try await ses.respond(to: request)
public struct ConsoleRoutes: Sendable {
    let api: InboxAPI
    let pages: InboxPages

    /// - Parameters:
    ///   - inbox: what is shown.
    ///   - reset: empties messages, identities and queue.
    ///   - isReady: whether every listener is up.
    ///   - confirmAddress: takes the token of a mailed link; what came of it.
    ///   - info: where the service listens, for the examples on the empty page.
    public init(
        inbox: any InboxStore, reset: @escaping @Sendable () async throws -> Void,
        isReady: @escaping @Sendable () -> Bool,
        confirmAddress: @escaping @Sendable (String) async -> AddressConfirmation,
        info: ConsoleInfo, logger: Logger
    ) {
        let reader = InboxReader(inbox: inbox, logger: logger)
        pages = InboxPages(reader: reader, info: info, confirmAddress: confirmAddress)
        api = InboxAPI(reader: reader, reset: reset, isReady: isReady, logger: logger)
    }

    /// The answer to a request for the inbox; nil for one that is not, and is left to the SES API:
    /// everything but `/_waxwing/…`, and GET or HEAD of `/` (without `Action`), `/messages/…`,
    /// `/assets/…` and of what a browser asks for.
    public func respond(to request: Request) async -> Response? {
        guard let response = await answer(to: request) else { return nil }
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(to request: Request) async -> Response? {
        let path = request.uri.path.split(separator: "/", omittingEmptySubsequences: false)
            .dropFirst()
        guard let first = path.first else { return nil }
        let rest = Array(path.dropFirst())
        if first == "_waxwing" {
            if rest == ["verify"] { return await pages.verify(request) }
            return await api.respond(to: request, path: rest)
        }
        guard request.isRead else { return nil }
        switch first {
        case "" where rest.isEmpty:
            return request.uri.queryParameters["Action"] == nil ? await pages.list(request) : nil
        case "messages": return await pages.message(request, path: rest)
        case "assets": return Asset.response(for: request.uri.path) ?? pages.notFound()
        case "favicon.ico": return Asset.icon.response
        case "v2": return nil
        default: return request.isFromBrowser ? pages.notFound() : nil
        }
    }
}

extension Request {
    /// GET or HEAD.
    var isRead: Bool { method == .get || method == .head }

    /// Whether the answer is meant for somebody's eyes.
    var isFromBrowser: Bool { headers[.accept]?.contains("text/html") ?? false }

    /// The Host field; the server hands it over under the name that HTTP/2 has for it.
    var host: String? { head.authority }

    /// Whether another site's page sent this request, as far as the browser tells.
    ///
    /// A form can post to any address that its reader's browser reaches, this machine's included;
    /// browsers name the form's origin on each such request. Programs name none.
    var isFromOtherSite: Bool {
        if let origin = headers[.origin] {
            guard let host, let authority = origin.split(separator: "://", maxSplits: 1).last
            else { return true }
            return !authority.equalsIgnoringCase(host)
        }
        guard let site = headers[.secFetchSite] else { return false }
        return site != "same-origin" && site != "none"
    }
}
