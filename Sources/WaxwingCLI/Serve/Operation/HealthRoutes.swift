import HTTPTypes
import Hummingbird
import NIOCore

/// What supervisors, load balancers and Prometheus ask: whether the process lives, whether it wants
/// work, and how it fares.
struct HealthRoutes: HTTPResponder {
    let state: ServiceState
    let metrics: ServiceMetrics
    /// Whether the database answers.
    let isStoreUsable: @Sendable () async -> Bool

    func respond(to request: Request, context: WebContext) async throws -> Response {
        guard request.method == .get || request.method == .head else {
            return Self.text("only GET\n", .methodNotAllowed)
        }
        switch request.uri.path {
        case "/metrics": return written(request)
        case "/health": return await health()
        case "/ready": return await readiness()
        case "/": return Self.text("/metrics\n/health\n/ready\n")
        default: return Self.text("not found\n", .notFound)
        }
    }

    private func health() async -> Response {
        await isStoreUsable()
            ? Self.json(#"{"status":"ok"}"#)
            : Self.json(#"{"status":"failing","reason":"database"}"#, .serviceUnavailable)
    }

    private func readiness() async -> Response {
        let phase = state.phase
        guard phase == .ready else {
            return Self.json(#"{"status":"\#(phase.rawValue)"}"#, .serviceUnavailable)
        }
        return await isStoreUsable()
            ? Self.json(#"{"status":"ready"}"#)
            : Self.json(#"{"status":"failing","reason":"database"}"#, .serviceUnavailable)
    }

    private func written(_ request: Request) -> Response {
        let format = MetricText.Format(accept: request.headers[.accept])
        return Self.response(
            MetricText.written(metrics.registry.families, as: format), format.contentType, .ok)
    }

    private static func json(
        _ text: String, _ status: HTTPResponse.Status = .ok
    ) -> Response { response(text + "\n", "application/json", status) }

    private static func text(
        _ text: String, _ status: HTTPResponse.Status = .ok
    ) -> Response { response(text, "text/plain; charset=utf-8", status) }

    private static func response(
        _ text: String, _ type: String, _ status: HTTPResponse.Status
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
