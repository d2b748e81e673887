import MailTypes
import SESModel
public import WaxwingCore

/// The operations, written by hand against the generated shapes. v1 and v2 are two views of the
/// same calls of the service.
public struct SESHandlers: Sendable {
    let identities: IdentityService
    let sending: SendingService
    let bounces: BounceService
    let resources: any ResourceStore
    let statistics: any StatisticsStore
    let provider: Provider
    let clock: any WallClock

    /// - Parameter inbox: of received mail, which `SendBounce` sends back.
    public init(
        identities: IdentityService, sending: SendingService, inbox: any InboxStore,
        resources: any ResourceStore, statistics: any StatisticsStore, provider: Provider,
        clock: any WallClock
    ) {
        self.identities = identities
        self.sending = sending
        bounces = BounceService(inbox: inbox, sending: sending)
        self.resources = resources
        self.statistics = statistics
        self.provider = provider
        self.clock = clock
    }

    /// Registers every operation that is implemented.
    public func register(on router: inout SESRouter) {
        registerV1Identities(on: &router)
        registerV2Identities(on: &router)
        registerPolicies(on: &router)
        registerVerificationTemplates(on: &router)
        registerCertificates(on: &router)
        registerSending(on: &router)
        registerTemplates(on: &router)
        registerConfigurationSets(on: &router)
        registerDedicatedIPs(on: &router)
        registerEndpoints(on: &router)
        registerTenants(on: &router)
        registerContacts(on: &router)
        registerSuppression(on: &router)
        registerReceiving(on: &router)
        registerTags(on: &router)
        registerInsights(on: &router)
        registerAccount(on: &router)
    }

    /// What may be sent; -1 is SES's word for no bound. None is enforced yet.
    static let dailyQuota = -1.0
    static let maximumRate = 10_000.0

    func sentInLastDay(in scope: Scope) async throws -> Double {
        Double(try await sending.quotas.sentInLastDay(in: scope))
    }
}

extension SESRouter {
    /// Registers a handler whose refusals are those of the service.
    mutating func serve<Called: Operation>(
        _ operation: Called.Type,
        _ handler: @escaping @Sendable (Called.Input, SESContext) async throws -> Called.Output
    ) {
        register(operation) { input, context in
            do {
                return try await handler(input, context)
            } catch let error as ServiceError {
                throw SESError(error)
            }
        }
    }
}

extension SESContext {
    /// Account and region of the request.
    /// - Throws: ``SESError`` for a region that is no name of one.
    var scope: Scope {
        get throws(SESError) {
            guard let account = AccountID(accountID), let region = Region(region) else {
                throw SESError(.signatureDoesNotMatch, "The region of the request is not valid.")
            }
            return Scope(account: account, region: region)
        }
    }
}

extension SESError {
    /// The service's own errors, by their names in both APIs.
    init(_ error: ServiceError) {
        switch error {
        case .invalidParameter(let text):
            self.init(.invalidParameterValue, text)
        case .messageRejected(let text):
            self.init(.messageRejected, text)
        case .mailFromDomainNotVerified(let text):
            self.init(.mailFromDomainNotVerified, text)
        case .configurationSetDoesNotExist(let text):
            self.init(.configurationSetDoesNotExist, text)
        case .notFound(let text):
            self.init(.notFound, text)
        case .alreadyExists(let text):
            self.init(.alreadyExists, text)
        case .limitExceeded(let text):
            self.init(.limitExceeded, text)
        case .conflict(let text):
            self.init(.conflict, text)
        case .accessDenied(let text):
            self.init(.accessDenied, text)
        case .refused(let code, let text):
            self.init(Kind(code: code), text)
        case .throttled(let text):
            self.init(.throttling, text)
        case .unavailable(let text):
            self.init(.internalFailure, text)
        }
    }
}

extension SESError.Kind {
    static let mailFromDomainNotVerified = SESError.Kind(
        code: "MailFromDomainNotVerifiedException", status: 400,
        exception: "MailFromDomainNotVerifiedException", restStatus: 400)
    static let configurationSetDoesNotExist = SESError.Kind(
        code: "ConfigurationSetDoesNotExist", status: 400, exception: "NotFoundException",
        restStatus: 404)
    static let alreadyExists = SESError.Kind(
        code: "AlreadyExists", status: 400, exception: "AlreadyExistsException", restStatus: 400)
    static let limitExceeded = SESError.Kind(
        code: "LimitExceeded", status: 400, exception: "LimitExceededException", restStatus: 400)
    static let invalidNextToken = SESError.Kind(
        code: "InvalidParameterValue", status: 400, exception: "InvalidNextTokenException",
        restStatus: 400)
}
