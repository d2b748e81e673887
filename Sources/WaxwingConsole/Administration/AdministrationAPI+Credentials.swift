import JSONText
import WaxwingCore

extension AdministrationAPI {
    func keys(
        _ id: AccountID, _ path: [String], _ request: Request
    ) async throws -> Answer {
        switch (request.method, path.count) {
        case ("GET", 0):
            let found = try await administration.credentials(.accessKey, in: id)
            return Answer(.object([.init("keys", .array(found.map(\.document)))]))
        case ("POST", 0):
            let input = AdministrationInput(request.body)
            try input.allow(["user", "role", "accessKeyId", "secretAccessKey"])
            let owner = try input.owner()
            let key: Administration.NewAccessKey
            if let given = try input.text("accessKeyId") {
                key = try await administration.importAccessKey(
                    given, secret: SecretText(try input.required("secretAccessKey")), of: owner,
                    in: id)
            } else {
                key = try await administration.createAccessKey(of: owner, in: id)
            }
            return Answer(status: 201, key.document)
        case ("PATCH", 1):
            let input = AdministrationInput(request.body)
            try input.allow(["status"])
            let isActive = try input.isActive()
            let changed = try await administration.setCredential(
                path[0], in: id, isActive: isActive)
            return Answer(changed.document)
        case ("DELETE", 1):
            try await administration.deleteCredential(path[0], in: id)
            return Answer(.object([]))
        case (_, 0), (_, 1): throw Self.wrongMethod
        default: throw Self.nothing
        }
    }

    func smtpCredentials(
        _ id: AccountID, _ path: [String], _ request: Request
    ) async throws -> Answer {
        switch (request.method, path.count) {
        case ("GET", 0):
            let found = try await administration.credentials(.smtp, in: id)
            return Answer(.object([.init("smtpCredentials", .array(found.map(\.document)))]))
        case ("POST", 0):
            return Answer(status: 201, try await newSMTPCredential(id, request.body).document)
        case ("PATCH", 1), ("DELETE", 1): return try await keys(id, path, request)
        case (_, 0), (_, 1): throw Self.wrongMethod
        default: throw Self.nothing
        }
    }

    /// With `accessKeyId` and `region` the password of that key there, with `region` that of a new
    /// key, with `allRegions` a user name and password of its own.
    private func newSMTPCredential(
        _ id: AccountID, _ body: Document
    ) async throws -> Administration.NewSMTPCredential {
        let input = AdministrationInput(body)
        try input.allow(["accessKeyId", "region", "allRegions", "user", "role"])
        let owner = try input.owner()
        if try input.flag("allRegions") == true {
            guard try input.text("region") == nil, try input.text("accessKeyId") == nil else {
                throw ServiceError.invalidParameter(
                    "allRegions goes without region and accessKeyId: the password is no key's.")
            }
            return try await administration.createSMTPCredentialForAllRegions(
                of: owner, account: id)
        }
        let region = try AdministrationInput.region(try input.required("region"))
        guard let key = try input.text("accessKeyId") else {
            return try await administration.createSMTPCredential(
                of: owner, in: region, account: id)
        }
        guard owner == nil else {
            throw ServiceError.invalidParameter("The key says already whose it is.")
        }
        return try await administration.deriveSMTPCredential(from: key, in: region, account: id)
    }
}
