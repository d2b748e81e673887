import HTTPTypes
public import Hummingbird
import JSONText
public import Logging
public import MailTypes
public import WaxwingCore

/// The administration API over HTTP, at `/_waxwing/admin/…`.
///
///     if let response = await administration.respond(to: request) { return response }
///
/// On a port that others reach it takes a bearer token (RFC 6750 §2.1); a socket that only the
/// owner of the data reaches needs none. It answers no page of any site, its own console's
/// included: nothing that a browser is led to may touch accounts.
public struct AdministrationRoutes: Sendable {
    public enum Access: Sendable {
        /// Whoever reaches the listener.
        case everybody
        /// Whoever knows the token, which is long and random. Who tries others is held up.
        case token(SecretText, throttle: AttemptThrottle)
    }

    public static let prefix = "/_waxwing/admin"
    /// Longest body: ten policies of the longest kind, and a little around them.
    static let bodySizeLimit = 128 * 1024

    private let api: AdministrationAPI
    private let access: Access
    private let logger: Logger

    private enum Admission {
        case admitted, unknown, refused
    }

    public init(_ administration: Administration, access: Access, logger: Logger) {
        api = AdministrationAPI(administration)
        self.access = access
        self.logger = logger
    }

    /// The answer to a request for the administration API; nil for any other.
    /// - Parameter source: where it comes from.
    public func respond(to request: Request, from source: IPAddress? = nil) async -> Response? {
        let path = request.uri.path
        guard path == Self.prefix || path.hasPrefix("\(Self.prefix)/") else { return nil }
        guard request.headers[.origin] == nil, request.headers[.secFetchSite] == nil else {
            return .failure(.forbidden, "Pages may not call the administration API.")
        }
        switch await admission(of: request, from: source) {
        case .admitted:
            return await answer(to: request, path: path)
        case .unknown:
            var response = Response.failure(
                .unauthorized, "Send the administration token: Authorization: Bearer …")
            response.headers[.wwwAuthenticate] = "Bearer"
            return response
        case .refused:
            return .failure(
                .tooManyRequests, "Too many wrong tokens came from there. Try again in a minute.")
        }
    }

    /// A request without a token tries none, and is not held up.
    private func admission(of request: Request, from source: IPAddress?) async -> Admission {
        guard case .token(let token, let throttle) = access else { return .admitted }
        guard let given = Self.token(in: request) else { return .unknown }
        let attempt = AttemptThrottle.Attempt(source: source, credential: Self.credential)
        // Whoever hangs up while waiting is not answered.
        guard let isTurn = try? await throttle.waitForTurn(attempt), isTurn else { return .refused }
        let isRight =
            equalInConstantTime(given.utf8, token.revealed.utf8) && !token.revealed.isEmpty
        guard isRight else {
            throttle.failed(attempt)
            logger.notice(
                "wrong administration token", metadata: ["from": "\(source?.description ?? "")"])
            return .unknown
        }
        throttle.succeeded(attempt)
        return .admitted
    }

    /// What the throttle calls the token by; no access key has this form.
    private static let credential = "administration token"

    private static func token(in request: Request) -> Substring? {
        let scheme = "Bearer "
        guard let given = request.headers[.authorization], given.utf8.count > scheme.utf8.count,
            given.prefix(scheme.count).asciiLowercased == scheme.asciiLowercased
        else { return nil }
        return given.dropFirst(scheme.count)
    }

    private func answer(to request: Request, path: String) async -> Response {
        var body = Document.object([])
        if request.method != .get, request.method != .delete {
            guard let buffer = try? await request.body.collect(upTo: Self.bodySizeLimit) else {
                return .failure(
                    .contentTooLarge, "The body is longer than \(Self.bodySizeLimit) bytes.")
            }
            if buffer.readableBytes > 0 {
                do throws(SyntaxError) {
                    body = try JSONText.JSON.parse(Array(buffer.readableBytesView))
                } catch {
                    return .failure(.badRequest, "The body is no JSON: \(error).")
                }
            }
        }
        let steps = path.dropFirst(Self.prefix.count).split(
            separator: "/", omittingEmptySubsequences: true)
        let call = AdministrationAPI.Request(
            request.method.rawValue, steps.map { PercentEncoding.decode($0) },
            query: Dictionary(
                request.uri.queryParameters.map { (String($0.key), String($0.value)) },
                uniquingKeysWith: { first, _ in first }),
            body: body)
        do {
            let answer = try await api.answer(to: call)
            note(call, answer.status)
            return .made(
                HTTPResponse.Status(code: answer.status), type: "application/json",
                JSONText.JSON.write(answer.body))
        } catch {
            logger.error("administration failed", metadata: ["error": "\(error)"])
            return .failure(.serviceUnavailable, "The store does not answer; the log says why.")
        }
    }

    /// Who may sign in is worth a line in the log; what they sign in with is in none.
    private func note(_ call: AdministrationAPI.Request, _ status: Int) {
        guard call.method != "GET" else { return }
        logger.info(
            "administration",
            metadata: [
                "method": "\(call.method)", "path": "\(call.path.joined(separator: "/"))",
                "status": "\(status)",
            ])
    }
}
