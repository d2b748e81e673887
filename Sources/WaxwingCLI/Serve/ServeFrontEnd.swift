import HTTPTypes
import Hummingbird
import NIOCore
import WaxwingConsole
import WaxwingSES

/// The doors of HTTP: the SES API, and of the pages those that mailed links lead to. The inbox is
/// a page of `waxwing dev`, and not shown here.
struct ServeFrontEnd: HTTPResponder {
    /// Nil without the role `api`.
    let api: SESHTTPService?
    /// Nil without the role `web`.
    let console: ConsoleRoutes?
    /// Nil without a token for it.
    let administration: AdministrationRoutes?
    let isSecure: Bool

    func respond(to request: Request, context: WebContext) async throws -> Response {
        if let administration, let response = await administration.respond(to: request) {
            return response
        }
        if let console, Self.isOpenPage(request.uri.path),
            let response = await console.respond(to: request)
        {
            return response
        }
        guard let api else { return Self.notFound }
        return await api.respond(
            to: request, sourceIP: context.remoteAddress?.ipAddress, isSecure: isSecure)
    }

    private static func isOpenPage(_ path: String) -> Bool {
        path == "/_waxwing/verify" || path == "/favicon.ico" || path.hasPrefix("/assets/")
    }

    private static var notFound: Response {
        Response(
            status: .notFound, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: "not found\n")))
    }
}
