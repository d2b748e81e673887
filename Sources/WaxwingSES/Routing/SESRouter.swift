import JSONText
public import Logging
public import MailTypes
public import SESModel
public import WaxwingCore

/// Answers requests of both SES APIs: finds out who asks for what, reads the input, calls the
/// operation's handler and writes its output.
///
///     var router = SESRouter(verifier: .acceptAnyone, clock: clock, logger: logger)
///     router.register(SESv2.GetAccount.self) { request, context in
///         SESv2.GetAccountResponse(sendingEnabled: true)
///     }
///     let response = await router.respond(to: request)
///
/// Every request gets an answer; what a handler throws besides ``SESError`` is logged, and told to
/// the caller as an internal failure without details.
public struct SESRouter: Sendable {
    /// Takes a whole input, gives a whole output.
    typealias Handler =
        @Sendable (Document, ShapeDecoder.Format, SESContext) async throws -> Document

    /// Is told of every request that was answered.
    public var observer: (@Sendable (AnsweredRequest) -> Void)?

    let verifier: SigV4Verifier
    let authorizer: any CallAuthorizer
    let logger: Logger
    private let clock: @Sendable () -> UnixTime
    private let nextRequestID: @Sendable () -> String

    private(set) var handlers: [APIVersion: [String: Handler]] = [.v1: [:], .v2: [:]]
    let queryOperations: [String: OperationDescriptor]
    let routes = RouteTable(SESv2.operations + SESv2.earlierRoutes)

    public init(
        verifier: SigV4Verifier, authorizer: any CallAuthorizer = PolicyAuthorizer(),
        clock: @escaping @Sendable () -> UnixTime,
        requestIDs: @escaping @Sendable () -> String = SESRouter.randomRequestID,
        logger: Logger
    ) {
        self.verifier = verifier
        self.authorizer = authorizer
        self.clock = clock
        self.nextRequestID = requestIDs
        self.logger = logger
        queryOperations = Dictionary(
            SESv1.operations.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Has `handler` answer an operation, in place of the one that did so before.
    ///
    /// The input fulfils all constraints of the service model.
    public mutating func register<Called: Operation>(
        _ operation: Called.Type,
        _ handler: @escaping @Sendable (Called.Input, SESContext) async throws -> Called.Output
    ) {
        let descriptor = operation.descriptor
        handlers[descriptor.version]?[descriptor.name] = { document, format, context in
            let input = try Self.read(Called.Input.self, from: document, as: format)
            return try await handler(input, context).document
        }
    }

    /// The names of all operations that have a handler.
    public func registered(in version: APIVersion) -> Set<String> {
        Set((handlers[version] ?? [:]).keys)
    }

    public func respond(to request: APIRequest) async -> APIResponse {
        let start = ContinuousClock.now
        let requestID = nextRequestID()
        var operation: OperationDescriptor?
        do {
            let response =
                Self.version(of: request) == .v1
                ? try await respondToQuery(request, requestID: requestID, &operation)
                : try await respondToREST(request, requestID: requestID, &operation)
            tell(response, to: request, operation, error: nil, since: start)
            return response
        } catch {
            let response = response(to: error, for: request, requestID: requestID)
            tell(response, to: request, operation, error: error, since: start)
            return response
        }
    }

    private func tell(
        _ response: APIResponse, to request: APIRequest, _ operation: OperationDescriptor?,
        error: (any Error)?, since start: ContinuousClock.Instant
    ) {
        guard let observer else { return }
        observer(
            AnsweredRequest(
                version: Self.version(of: request), operation: operation?.name,
                status: response.status,
                errorCode: error.map { ($0 as? SESError)?.kind.code ?? "InternalFailure" },
                duration: start.duration(to: .now)))
    }

    /// The refusal of a request that need not be read to its end, of which `request` is the head;
    /// nil if the body is wanted.
    public func refusal(ofHead request: APIRequest) async -> APIResponse? {
        let start = ContinuousClock.now
        do {
            try await verifier.checkHead(of: request, now: clock())
            return nil
        } catch {
            let response = response(to: error, for: request, requestID: nextRequestID())
            tell(response, to: request, nil, error: error, since: start)
            return response
        }
    }

    /// v1 stands at `/` alone.
    static func version(of request: APIRequest) -> APIVersion {
        request.path == "/" || request.path.isEmpty ? .v1 : .v2
    }

    private func response(
        to error: any Error, for request: APIRequest, requestID: String
    ) -> APIResponse {
        let version = Self.version(of: request)
        if let error = error as? SESError {
            if error.kind.isAboutIdentity {
                logger.notice(
                    "request refused",
                    metadata: [
                        "code": "\(error.kind.code)", "from": "\(request.sourceIP ?? "")",
                        "requestID": "\(requestID)",
                    ])
            }
            return Self.response(to: error, in: version, requestID: requestID)
        }
        logger.error(
            "request failed",
            metadata: [
                "path": "\(request.path)", "requestID": "\(requestID)", "error": "\(error)",
            ])
        let failure = SESError(.internalFailure, "An internal error occurred.")
        return Self.response(to: failure, in: version, requestID: requestID)
    }

    /// Runs the operation's handler, once the caller is known, and if it may do that.
    func call(
        _ operation: OperationDescriptor, _ document: Document, as format: ShapeDecoder.Format,
        _ context: SESContext, for request: APIRequest
    ) async throws -> Document {
        guard let handler = handlers[operation.version]?[operation.name] else {
            throw SESError(
                .unknownOperation,
                "Could not find operation \(operation.name)"
                    + (operation.version == .v1 ? " for version \(SESv1.apiVersion)" : "")
                    + ": Waxwing does not implement it yet.")
        }
        // A send is judged where its sender and recipients are known.
        if !operation.isSend {
            let call = Call(operation, document, context)
            guard authorizer.allows(call) else { throw SESError(.accessDenied, call.refusal) }
        }
        guard operation.changesSomething else {
            return try await handler(document, format, context)
        }
        let ticket = try verifier.useOnce(request, now: context.now)
        do {
            return try await handler(document, format, context)
        } catch {
            // Nothing was done, so that the same request may come again.
            ticket?.forget()
            throw error
        }
    }

    func context(
        of request: APIRequest, version: APIVersion, requestID: String
    ) async throws -> SESContext {
        let now = clock()
        var context = SESContext(
            caller: try await verifier.caller(of: request, now: now), version: version,
            requestID: requestID, sourceIP: request.sourceIP,
            userAgent: request.header("user-agent"), isSecure: request.isSecure,
            idempotencyKey: request.header("idempotency-key"), now: now)
        context.tlsVersion = request.tlsVersion
        context.sendAt = request.header("x-waxwing-send-at")
        return context
    }

    private static func read<Input: Structure>(
        _ shape: Input.Type, from document: Document, as format: ShapeDecoder.Format
    ) throws(SESError) -> Input {
        do throws(ShapeDecoder.Failure) {
            return try ShapeDecoder.decode(shape, from: document, as: format)
        } catch {
            switch error {
            case .malformed(let message): throw SESError(.malformedInput, message)
            case .invalid(let violations):
                throw SESError(.validationError, ConstraintViolation.message(for: violations))
            }
        }
    }

    /// A version 4 UUID.
    public static func randomRequestID() -> String {
        let words = [UInt64.random(in: .min ... .max), .random(in: .min ... .max)]
        var bytes = words.flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
        }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let groups = [bytes[0..<4], bytes[4..<6], bytes[6..<8], bytes[8..<10], bytes[10..<16]]
        return groups.map { hexadecimal($0) }.joined(separator: "-")
    }
}
