import HTTPTypes
import Hummingbird
import MailTransport
import MailTypes
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
    /// Whose word is taken for where a request comes from.
    let proxies: [IPAddress]
    /// Whom connections are of that a proxy passes on.
    let clients: ProxiedClients

    func respond(to request: Request, context: WebContext) async throws -> Response {
        guard request.hasOneHost else { return .severalHosts }
        let client = clients.client(of: context.connection)
        let peer = client?.address.description ?? context.remoteAddress?.ipAddress
        let origin = origin(
            of: request, from: peer, isSecure: isSecure || client?.isSecure == true)
        if let administration,
            let response = await administration.respond(
                to: request, from: origin.address.flatMap { IPAddress(parsing: $0) })
        {
            return response
        }
        if let console, Self.isOpenPage(request.uri.path),
            let response = await console.respond(to: request)
        {
            return response
        }
        guard let api else { return Self.notFound }
        // What a proxy was spoken to with, it does not say.
        let isDirect = isSecure && origin.address == peer
        return await api.respond(
            to: request, sourceIP: origin.address, isSecure: origin.isSecure,
            tlsVersion: isDirect ? await context.tlsVersion : nil)
    }

    /// Each proxy adds at the end of X-Forwarded-For whom it was asked by, so that only the last
    /// address is a proxy's word and not a stranger's.
    private func origin(
        of request: Request, from remote: String?, isSecure: Bool
    ) -> (address: String?, isSecure: Bool) {
        guard let peer = remote.flatMap({ IPAddress(parsing: $0) }), proxies.contains(peer) else {
            return (remote, isSecure)
        }
        let forwarded = request.headers[values: .forwardedFor].last?
            .split(separator: ",").last.map { $0.filter { $0 != " " } }
        guard let address = forwarded.flatMap({ IPAddress(parsing: $0) }) else {
            return (peer.description, isSecure)
        }
        let scheme = request.headers[values: .forwardedProto].last
        return (address.description, isSecure || scheme?.asciiLowercased == "https")
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

extension HTTPField.Name {
    private static func made(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else {
            preconditionFailure("the name is a token, as its callers write it")
        }
        return name
    }

    fileprivate static let forwardedFor = made("X-Forwarded-For")
    fileprivate static let forwardedProto = made("X-Forwarded-Proto")
}
