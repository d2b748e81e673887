import JSONText
import MailTypes
import WaxwingCore

extension AdministrationAPI {
    /// `GET` tells what an account may send in a region, `PATCH` changes it.
    func sending(_ id: AccountID, _ request: Request) async throws -> Answer {
        let region = try request.query["region"].map(AdministrationInput.region) ?? .standard
        let scope = Scope(account: id, region: region)
        switch request.method {
        case "GET":
            return Answer(try await administration.sending(in: scope).document(in: scope))
        case "PATCH":
            let change = try SendingChange(request.body)
            let settings = try await administration.updateSending(in: scope) {
                change.apply(to: &$0)
            }
            return Answer(settings.document(in: scope))
        default: throw Self.wrongMethod
        }
    }
}

/// What a request says of sending; what it leaves out stays.
private struct SendingChange: Sendable {
    private let isInSandbox: Bool?
    /// A bound of zero or more, or -1 for none; nil leaves it.
    private let dailyQuota: Double?
    private let maximumRate: Double?
    private let status: String?

    init(_ body: Document) throws(ServiceError) {
        let input = AdministrationInput(body)
        try input.allow(["sandbox", "dailyQuota", "maximumRate", "enforcementStatus"])
        isInSandbox = try input.flag("sandbox")
        dailyQuota = try input.bound("dailyQuota")
        maximumRate = try input.bound("maximumRate")
        status = try input.text("enforcementStatus")
        guard let status, status != AccountSettings.healthy else { return }
        guard AccountSettings.Enforcement(rawValue: status) != nil else {
            throw .invalidParameter("'enforcementStatus' is HEALTHY, PROBATION or SHUTDOWN.")
        }
    }

    func apply(to settings: inout AccountSettings) {
        if let isInSandbox { settings.isInSandbox = isInSandbox }
        if let dailyQuota { settings.dailyQuota = dailyQuota < 0 ? nil : dailyQuota }
        if let maximumRate { settings.maximumRate = maximumRate < 0 ? nil : maximumRate }
        if let status { settings.enforcement = AccountSettings.Enforcement(rawValue: status) }
    }
}

extension AccountSettings {
    fileprivate static let healthy = "HEALTHY"

    /// Bounds in force; -1 is SES's word for none.
    fileprivate func document(in scope: Scope) -> Document {
        .object([
            .init("account", .string(scope.account.description)),
            .init("region", .string(scope.region.description)),
            .init("sandbox", .bool(isInSandbox)),
            .init("dailyQuota", .double(dailyQuotaInForce ?? -1)),
            .init("maximumRate", .double(maximumRateInForce ?? -1)),
            .init("enforcementStatus", .string(enforcement?.rawValue ?? Self.healthy)),
            .init("sendingEnabled", .bool(sendingEnabled)),
        ])
    }
}
