import HTTPTypes
import Hummingbird
import NIOCore
import WaxwingConsole
import WaxwingSES

/// What a request is known by beside its head and body: where it came from.
struct WebContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?
    /// Tells the connection from all others that are open.
    let connection: ObjectIdentifier

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
        connection = ObjectIdentifier(source.channel)
    }
}

/// One port for the SES API and the inbox, told apart by path as SES does it.
struct WebFrontEnd: HTTPResponder {
    let console: ConsoleRoutes
    let api: SESHTTPService

    func respond(to request: Request, context: WebContext) async throws -> Response {
        if SESHTTPService.handles(request.head) {
            return await api.respond(to: request, sourceIP: context.remoteAddress?.ipAddress)
        }
        if let response = await console.respond(to: request) { return response }
        return await api.respond(to: request, sourceIP: context.remoteAddress?.ipAddress)
    }
}
