public import HTTPTypes
public import Hummingbird
import NIOCore
import SESModel

/// The SES API as a part of a Hummingbird application.
///
/// The application's responder asks ``handles(_:)`` for each request, and gives those of the API to
/// ``respond(to:sourceIP:isSecure:tlsVersion:)``; the web pages get the rest.
public struct SESHTTPService: Sendable {
    /// Longest body of a v1 request: 10 MB of message, which Base64 and the escapes of a form make
    /// up to twice as long.
    public static let querySizeLimit = 10 * 1024 * 1024 * 2
    /// Longest body of a v2 request: 40 MB of message in Base64, and a little around it.
    public static let restSizeLimit = 40 * 1024 * 1024 / 3 * 4 + 1024 * 1024

    /// Longest body that is read before anything is known of its sender.
    static let trustedSizeLimit = 64 * 1024

    private let router: SESRouter

    public init(router: SESRouter) { self.router = router }

    /// Whether a request is one of the API: anything under `/v2/email`, and at `/` whatever names
    /// an action or is posted. A browser's `GET /` is none.
    public static func handles(_ request: HTTPRequest) -> Bool {
        let (path, query) = parts(of: request)
        if path == "/v2/email" || path.hasPrefix("/v2/email/") { return true }
        guard path == "/" || path.isEmpty else { return false }
        return request.method == .post || query.hasPrefix("Action=") || query.contains("&Action=")
    }

    /// Answers one request; a body beyond the limit is refused with 413 before it is whole.
    public func respond(
        to request: Request, sourceIP: String?, isSecure: Bool = false, tlsVersion: String? = nil
    ) async -> Response {
        let (path, query) = Self.parts(of: request.head)
        var call = APIRequest(
            method: request.method.rawValue, path: path, query: query,
            headers: Self.headers(of: request.head), sourceIP: sourceIP, isSecure: isSecure,
            tlsVersion: tlsVersion)
        guard !call.isFromOtherSite else {
            return Self.response(
                SESRouter.response(
                    to: SESError(.accessDenied, "Pages of other sites may not call this API."),
                    in: SESRouter.version(of: call), requestID: SESRouter.randomRequestID()))
        }
        let size = request.headers[.contentLength].flatMap { Int($0) }
        if size.map({ $0 > Self.trustedSizeLimit }) ?? true,
            let refusal = await router.refusal(ofHead: call)
        {
            return Self.response(refusal)
        }
        let version = SESRouter.version(of: call)
        let limit = version == .v1 ? Self.querySizeLimit : Self.restSizeLimit
        guard size ?? 0 <= limit, let body = try? await request.body.collect(upTo: limit) else {
            return Self.response(
                SESRouter.response(
                    to: SESError(.requestTooLarge, "The body is longer than \(limit) bytes."),
                    in: version, requestID: SESRouter.randomRequestID()))
        }
        call.body = Array(body.readableBytesView)
        return Self.response(await router.respond(to: call))
    }

    private static func parts(of request: HTTPRequest) -> (path: String, query: String) {
        let target = request.path ?? "/"
        guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return (target, "") }
        return (String(target[..<mark]), String(target[target.utf8.index(after: mark)...]))
    }

    private static func headers(of request: HTTPRequest) -> [APIRequest.Header] {
        var headers = request.headerFields.map {
            APIRequest.Header($0.name.canonicalName, $0.value)
        }
        if let authority = request.authority { headers.append(.init("host", authority)) }
        return headers
    }

    private static func response(_ answer: APIResponse) -> Response {
        var headers = HTTPFields()
        for header in answer.headers {
            if let name = HTTPField.Name(header.name) { headers[name] = header.value }
        }
        return Response(
            status: HTTPResponse.Status(code: answer.status), headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
}

extension APIRequest {
    /// Whether a browser says that a page of another site sends this.
    ///
    /// Any page can make its reader's browser call an address that the reader reaches, this
    /// machine's included. Browsers say where such a request comes from; programs say nothing.
    var isFromOtherSite: Bool {
        if let site = header("sec-fetch-site") { return site != "none" && site != "same-origin" }
        guard let origin = header("origin") else { return false }
        let authority = origin.split(separator: "://", maxSplits: 1).last.map { String($0) }
        return authority != header("host")
    }
}
