import HTTPTypes
import Hummingbird
import MailTransport
import MailTypes
import NIOCore
import WaxwingConsole
import WaxwingSES

/// What a request is known by beside its head and body: where it came from.
struct WebContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
        channel = source.channel
    }

    /// Tells the connection from all others that are open.
    var connection: ObjectIdentifier { ObjectIdentifier(channel) }

    /// `TLSv1.3`; nil without TLS.
    var tlsVersion: String? {
        get async { await channel.tlsVersion }
    }
}

/// One port for the SES API and the inbox, told apart by path as SES does it.
struct WebFrontEnd: HTTPResponder {
    let console: ConsoleRoutes
    let api: SESHTTPService
    /// Names that this machine is reached by, besides those that need no DNS.
    let names: [DomainName]

    func respond(to request: Request, context: WebContext) async throws -> Response {
        guard request.hasOneHost else { return .severalHosts }
        guard LocalHost.isTrusted(request.head.authority, besides: names) else {
            return Self.misdirected
        }
        if SESHTTPService.handles(request.head) {
            return await api.respond(to: request, sourceIP: context.remoteAddress?.ipAddress)
        }
        if let response = await console.respond(to: request) { return response }
        return await api.respond(to: request, sourceIP: context.remoteAddress?.ipAddress)
    }

    /// RFC 9110 §15.5.20. The name is not repeated: it is a stranger's.
    private static var misdirected: Response {
        Response(
            status: .misdirectedRequest, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(
                byteBuffer: ByteBuffer(
                    string: "waxwing dev does not answer to this name. Use an address or a name "
                        + "such as localhost, or start it with --name NAME.\n")))
    }
}

extension Request {
    /// Whether the Host field stands there once. The first is the request's authority; of others
    /// one would be checked and another believed (RFC 9112 §3.2).
    var hasOneHost: Bool { !head.headerFields.contains { $0.name.canonicalName == "host" } }
}

extension Response {
    static var severalHosts: Response {
        Response(
            status: .badRequest, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: "several Host fields\n")))
    }
}
