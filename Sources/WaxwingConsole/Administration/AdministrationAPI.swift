public import JSONText
import MailTypes
public import WaxwingCore

/// What an operator does with accounts, as methods and paths that take and give JSON.
///
///     POST   accounts                          {"name": "Shop"}
///     PATCH  accounts/111122223333             {"enabled": false}
///     POST   accounts/111122223333/users       {"name": "mailer"}
///     PUT    accounts/111122223333/users/mailer/policies/send   {"Version": …, "Statement": …}
///     POST   accounts/111122223333/keys        {"user": "mailer"}
///     POST   accounts/111122223333/smtp-credentials   {"region": "eu-west-1"}
///     POST   accounts/111122223333/identities/example.com/dkim-rotation?region=eu-west-1
///
/// It stands behind ``AdministrationRoutes`` and, in the same process, behind the commands. Secrets
/// are in the answer that makes them and in no other.
public struct AdministrationAPI: Sendable {
    public struct Request: Sendable {
        public var method: String
        /// What follows `/_waxwing/admin/`, decoded.
        public var path: [String]
        public var query: [String: String]
        public var body: Document

        public init(
            _ method: String, _ path: [String], query: [String: String] = [:],
            body: Document = .object([])
        ) {
            self.method = method
            self.path = path
            self.query = query
            self.body = body
        }
    }

    public struct Answer: Equatable, Sendable {
        public let status: Int
        /// Of a refusal, the `message`.
        public let body: Document

        public init(status: Int = 200, _ body: Document) {
            self.status = status
            self.body = body
        }
    }

    let administration: Administration

    public init(_ administration: Administration) { self.administration = administration }

    /// Does what is asked for.
    /// - Throws: what the store throws; refusals are answers.
    public func answer(to request: Request) async throws -> Answer {
        do {
            return try await route(request)
        } catch let error as ServiceError {
            return Answer(
                status: error.administrationStatus,
                .object([.init("message", .string(error.text))]))
        }
    }

    private func route(_ request: Request) async throws -> Answer {
        let path = request.path
        guard path.first == "accounts", path.count <= 6, !path.contains("") else {
            throw Self.nothing
        }
        guard path.count > 1 else { return try await accounts(request) }
        guard let id = AccountID(path[1]) else {
            throw ServiceError.invalidParameter("An account's id has twelve digits.")
        }
        let rest = Array(path.dropFirst(2))
        switch rest.first {
        case nil: return try await account(id, request)
        case "users": return try await members(.user, id, Array(rest.dropFirst()), request)
        case "roles": return try await members(.role, id, Array(rest.dropFirst()), request)
        case "keys": return try await keys(id, Array(rest.dropFirst()), request)
        case "smtp-credentials":
            return try await smtpCredentials(id, Array(rest.dropFirst()), request)
        case "identities":
            return try await identities(id, Array(rest.dropFirst()), request)
        default: throw Self.nothing
        }
    }

    // MARK: Accounts

    private func accounts(_ request: Request) async throws -> Answer {
        switch request.method {
        case "GET":
            let after = request.query["after"].flatMap { AccountID($0) }
            let found = try await administration.accounts(after: after)
            return Answer(.object([.init("accounts", .array(found.map(\.document)))]))
        case "POST":
            let input = AdministrationInput(request.body)
            try input.allow(["id", "name", "email", "organizationPath", "regions"])
            let id = try input.text("id").map(AdministrationInput.accountID)
            let account = try await administration.createAccount(
                id: id, name: input.text("name") ?? id?.description ?? "account",
                email: input.text("email").map(AdministrationInput.mailbox),
                organization: input.text("organizationPath").map(AdministrationInput.organization),
                regions: input.texts("regions")?.map(AdministrationInput.region) ?? [])
            return Answer(status: 201, account.document)
        default: throw Self.wrongMethod
        }
    }

    private func account(_ id: AccountID, _ request: Request) async throws -> Answer {
        switch request.method {
        case "GET": return Answer(try await administration.account(id).document)
        case "PATCH":
            let input = AdministrationInput(request.body)
            try input.allow(["name", "email", "enabled", "organizationPath", "regions"])
            let name = try input.text("name")
            let enabled = try input.flag("enabled")
            let regions = try input.texts("regions")?.map(AdministrationInput.region)
            // An empty address is none.
            let address = try input.text("email")
            let email = try address.flatMap {
                $0.isEmpty ? nil : try AdministrationInput.mailbox($0)
            }
            // An empty path takes the account out of its organisation.
            let path = try input.text("organizationPath")
            let organization = try path.flatMap {
                $0.isEmpty ? nil : try AdministrationInput.organization($0)
            }
            let account = try await administration.updateAccount(id) { account in
                if let name { account.name = name }
                if let enabled { account.isEnabled = enabled }
                if let regions { account.regions = regions }
                if address != nil { account.email = email }
                if path != nil { account.organization = organization }
            }
            return Answer(account.document)
        case "DELETE":
            try await administration.deleteAccount(id)
            return Answer(.object([]))
        default: throw Self.wrongMethod
        }
    }

    // MARK: Users and roles

    private func members(
        _ kind: MemberName.Kind, _ id: AccountID, _ path: [String], _ request: Request
    ) async throws -> Answer {
        switch (request.method, path.count) {
        case ("GET", 0):
            let found = try await administration.members(kind, in: id)
            return Answer(
                .object([.init("\(kind.rawValue)s", .array(found.map { $0.document(in: id) }))]))
        case ("POST", 0):
            let input = AdministrationInput(request.body)
            try input.allow(["name", "policies"])
            let member = try await administration.createMember(
                MemberName(kind, try input.required("name")), policies: try input.policies(),
                in: id)
            return Answer(status: 201, member.document(in: id))
        case (_, 1): return try await member(MemberName(kind, path[0]), id, request)
        case ("PUT", 3) where path[1] == "policies":
            let text = String(decoding: JSONText.JSON.write(request.body), as: UTF8.self)
            let member = try await administration.putPolicy(
                path[2], text, of: MemberName(kind, path[0]), in: id)
            return Answer(member.document(in: id))
        case ("DELETE", 3) where path[1] == "policies":
            let member = try await administration.deletePolicy(
                path[2], of: MemberName(kind, path[0]), in: id)
            return Answer(member.document(in: id))
        case (_, 0), (_, 3): throw Self.wrongMethod
        default: throw Self.nothing
        }
    }

    private func member(
        _ name: MemberName, _ id: AccountID, _ request: Request
    ) async throws -> Answer {
        switch request.method {
        case "GET": return Answer(try await administration.member(name, in: id).document(in: id))
        case "PATCH":
            let input = AdministrationInput(request.body)
            try input.allow(["enabled"])
            let member = try await administration.setMember(
                name, in: id, isEnabled: try input.requiredFlag("enabled"))
            return Answer(member.document(in: id))
        case "DELETE":
            try await administration.deleteMember(name, in: id)
            return Answer(.object([]))
        default: throw Self.wrongMethod
        }
    }

    // MARK: Refusals

    static let nothing = ServiceError.notFound(
        "There is nothing here. Try GET /_waxwing/admin/accounts.")
    static let wrongMethod = ServiceError.refused(
        code: "MethodNotAllowed", "That method does nothing here.")
}

extension ServiceError {
    fileprivate var administrationStatus: Int {
        switch self {
        case .notFound: 404
        case .alreadyExists, .conflict, .limitExceeded: 409
        case .refused("MethodNotAllowed", _): 405
        case .accessDenied: 403
        case .throttled: 429
        case .unavailable: 503
        default: 400
        }
    }
}
