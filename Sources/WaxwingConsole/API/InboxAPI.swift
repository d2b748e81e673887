import HTTPTypes
import Hummingbird
import Logging
import WaxwingCore

/// What stands under `/_waxwing/`: the inbox for tests and scripts.
struct InboxAPI: Sendable {
    let reader: InboxReader
    let reset: @Sendable () async throws -> Void
    let isReady: @Sendable () -> Bool
    let logger: Logger

    /// Answers every path; `path` is what follows `/_waxwing/`.
    func respond(to request: Request, path: [Substring]) async -> Response {
        if path == ["reset"] { return await reset(request) }
        guard request.isRead else { return methodNotAllowed("GET, HEAD", "Use GET.") }
        do {
            switch path.first {
            case "health" where path.count == 1: return health()
            case "messages" where path.count == 1: return try await list(request)
            case "messages":
                return try await message(path[1], path.dropFirst(2), host: request.host)
            default:
                return .failure(
                    .notFound,
                    "There is nothing here. Try GET /_waxwing/messages, "
                        + "/_waxwing/messages/{id} or /_waxwing/health.")
            }
        } catch {
            return .failure(.serviceUnavailable, InboxReader.Failure.message)
        }
    }

    private func methodNotAllowed(_ allowed: String, _ advice: String) -> Response {
        var response = Response.failure(.methodNotAllowed, advice)
        response.headers[.allow] = allowed
        return response
    }

    private func health() -> Response {
        isReady()
            ? .json(["status": "ok"]) : .json(["status": "starting"], status: .serviceUnavailable)
    }

    private func reset(_ request: Request) async -> Response {
        guard request.method == .post else { return methodNotAllowed("POST", "Use POST.") }
        guard !request.isFromOtherSite else {
            return .failure(
                .forbidden, "A page of another site may not reset Waxwing: Origin is not Host.")
        }
        do {
            try await reset()
        } catch {
            logger.error("Reset failed.", metadata: ["error": "\(error)"])
            return .failure(.internalServerError, "Reset failed; the log says why. Try again.")
        }
        return request.isFromBrowser ? .seeOther("/") : .json(["status": "ok"])
    }

    private func list(_ request: Request) async throws(InboxReader.Failure) -> Response {
        let query: MessagesQuery
        do { query = try MessagesQuery(request) } catch {
            return .failure(.badRequest, error.message)
        }
        let messages = try await reader.messages(query)
        return .json(["messages": .array(messages.map(\.summaryJSON))])
    }

    private func message(
        _ name: Substring, _ path: ArraySlice<Substring>, host: String?
    ) async throws(InboxReader.Failure) -> Response {
        guard let id = InboxReader.id(name), let message = try await reader.message(id),
            let content = try await reader.content(of: id)
        else {
            return .failure(
                .notFound,
                "There is no such message. GET /_waxwing/messages lists those that there are.")
        }
        switch Array(path) {
        case []: return .json(message.detailJSON(MessageView(reading: content)))
        case ["raw"]: return raw(id, content)
        case ["html"]: return html(id, MessageView(reading: content), host: host)
        case let path where path.count == 2 && path[0] == "parts":
            return part(path[1], MessageView(reading: content))
        default:
            return .failure(
                .notFound, "A message has /raw, /html and /parts/{index}, and nothing else.")
        }
    }

    private func raw(_ id: Int64, _ content: [UInt8]) -> Response {
        .made(
            type: "message/rfc822", content,
            fields: [
                .contentDisposition: Download.disposition(name: "message-\(id).eml"),
                .contentSecurityPolicy: ContentSecurityPolicy.part,
            ])
    }

    private func html(_ id: Int64, _ view: MessageView, host: String?) -> Response {
        guard let html = view.html else {
            return .failure(.notFound, "This message has no HTML.")
        }
        let parts = "/_waxwing/messages/\(id)/parts/"
        let body = HTMLBody(html: html, addresses: view.contentIDs.mapValues { "\(parts)\($0)" })
        return .made(
            type: "text/html; charset=utf-8", Array(body.rewritten.utf8),
            fields: [
                .contentSecurityPolicy: ContentSecurityPolicy.mail(host: host, partsPath: parts)
            ])
    }

    private func part(_ name: Substring, _ view: MessageView) -> Response {
        guard let index = InboxReader.id(name),
            let part = view.parts.first(where: { $0.index == index })
        else {
            return .failure(.notFound, "This message has \(view.parts.count) parts, from 0.")
        }
        return .made(
            type: part.fieldValue, part.content,
            fields: [
                .contentDisposition: Download.disposition(name: part.fileName),
                .contentSecurityPolicy: ContentSecurityPolicy.part,
            ])
    }
}
