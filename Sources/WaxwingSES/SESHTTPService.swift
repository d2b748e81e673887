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

    /// How long a long body may take: half a minute, and a second for each 100 KB of it.
    static func readingTime(ofBytes count: Int) -> Duration { .seconds(30 + count / 100_000) }

    private let router: SESRouter
    private let allowance: BodyAllowance
    private let readingTime: @Sendable (Int) -> Duration

    public init(router: SESRouter) { self.init(router: router, BodyAllowance.Limits()) }

    init(
        router: SESRouter, _ limits: BodyAllowance.Limits,
        readingTime: @escaping @Sendable (Int) -> Duration = Self.readingTime
    ) {
        self.router = router
        allowance = BodyAllowance(limits)
        self.readingTime = readingTime
    }

    /// Whether a request is one of the API: anything under `/v2/email`, and at `/` whatever names
    /// an action or is posted. A browser's `GET /` is none.
    public static func handles(_ request: HTTPRequest) -> Bool {
        let (path, query) = parts(of: request)
        if path == "/v2/email" || path.hasPrefix("/v2/email/") { return true }
        guard path == "/" || path.isEmpty else { return false }
        return request.method == .post || query.hasPrefix("Action=") || query.contains("&Action=")
    }

    /// Answers one request; a body beyond the limit is refused with 413 before it is whole, and one
    /// that there is no room for with 503, after which SDKs come again.
    public func respond(
        to request: Request, sourceIP: String?, isSecure: Bool = false, tlsVersion: String? = nil
    ) async -> Response {
        let (path, query) = Self.parts(of: request.head)
        var call = APIRequest(
            method: request.method.rawValue, path: path, query: query,
            headers: Self.headers(of: request.head), sourceIP: sourceIP, isSecure: isSecure,
            tlsVersion: tlsVersion)
        guard !call.isFromOtherSite else {
            return Self.refusal(
                of: call, .accessDenied, "Pages of other sites may not call this API.")
        }
        let limit = SESRouter.version(of: call) == .v1 ? Self.querySizeLimit : Self.restSizeLimit
        let size = request.headers[.contentLength].flatMap { Int($0) } ?? limit
        guard size > Self.trustedSizeLimit else {
            // A timer for each would outlast most requests: short bodies have the connection's.
            return await respond(to: &call, upTo: limit) {
                try await Self.body(of: request, upTo: limit)
            }
        }
        if let refusal = await router.refusal(ofHead: call) { return Self.response(refusal) }
        guard size <= limit else { return Self.tooLarge(call, limit) }
        guard allowance.take(size, for: sourceIP) else {
            return Self.refusal(
                of: call, .serviceUnavailable,
                "Too many large requests are under way. Try again in a moment.")
        }
        defer { allowance.giveBack(size, for: sourceIP) }
        return await respond(to: &call, upTo: limit) {
            try await Self.body(of: request, upTo: limit, within: readingTime(size))
        }
    }

    /// Reads the body, and has the operation carried out.
    private func respond(
        to call: inout APIRequest, upTo limit: Int, reading body: () async throws -> [UInt8]
    ) async -> Response {
        do {
            call.body = try await body()
        } catch is TooSlow {
            return Self.refusal(of: call, .requestTimeout, "The body did not come in time.")
        } catch {
            return Self.tooLarge(call, limit)
        }
        return Self.response(await router.respond(to: call))
    }

    private struct TooSlow: Error {}

    private static func body(of request: Request, upTo limit: Int) async throws -> [UInt8] {
        Array(try await request.body.collect(upTo: limit).readableBytesView)
    }

    private static func body(
        of request: Request, upTo limit: Int, within time: Duration
    ) async throws -> [UInt8] {
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await body(of: request, upTo: limit) }
            group.addTask {
                try await Task.sleep(for: time)
                throw TooSlow()
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    private static func tooLarge(_ call: APIRequest, _ limit: Int) -> Response {
        refusal(of: call, .requestTooLarge, "The body is longer than \(limit) bytes.")
    }

    private static func refusal(
        of call: APIRequest, _ kind: SESError.Kind, _ text: String
    ) -> Response {
        response(
            SESRouter.response(
                to: SESError(kind, text), in: SESRouter.version(of: call),
                requestID: SESRouter.randomRequestID()))
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
