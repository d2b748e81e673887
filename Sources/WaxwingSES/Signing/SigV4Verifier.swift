public import MailTypes
public import WaxwingCore

/// Finds out who sent a request, by its AWS Signature Version 4.
public struct SigV4Verifier: Sendable {
    public enum Mode: Sendable {
        /// The signature must be that of a key in the store.
        case strict(any AccessKeyStore)
        /// Whoever asks is let in to one account; the signature only tells the region. For
        /// `waxwing dev`, which listens on loopback. Keys of `known` belong to their own accounts,
        /// and have to sign as it is due.
        case acceptAnyone(
            account: AccountID, defaultRegion: String, known: (any AccessKeyStore)? = nil)
    }

    /// How far the clock of a caller may be off, either way.
    public static let skewLimit = Duration.seconds(15 * 60)
    /// The names of the service in credential scopes: today's, and that of SDKs before 2018.
    private static let services = ["ses", "email"]

    private let mode: Mode
    private let throttle: AttemptThrottle?
    private let regions: Set<String>?
    private let cache = SigningKeyCache()
    private let replays: ReplayGuard

    /// - Parameters:
    ///   - throttle: slows down those who sign wrongly; nil for nobody.
    ///   - regions: those that are served, and may be signed for; nil for all there are.
    ///   - replays: remembers what was signed.
    public init(
        _ mode: Mode, throttle: AttemptThrottle? = nil, regions: Set<String>? = nil,
        replays: ReplayGuard = ReplayGuard()
    ) {
        self.regions = regions
        self.mode = mode
        self.throttle = throttle
        self.replays = replays
    }

    /// Keys of accounts and nothing else.
    /// - Parameter regions: those that are served; nil for all there are.
    public static func strict(_ accounts: Accounts, regions: [Region]? = nil) -> SigV4Verifier {
        SigV4Verifier(
            .strict(accounts.directory), throttle: accounts.throttle,
            regions: regions.map { Set($0.map(\.description)) })
    }

    /// Anyone into account `000000000000`, by default in `us-east-1`.
    public static var acceptAnyone: SigV4Verifier {
        SigV4Verifier(.acceptAnyone(account: .development, defaultRegion: "us-east-1"))
    }

    /// The same, but that keys of accounts belong to them.
    public static func acceptAnyone(knowing accounts: Accounts) -> SigV4Verifier {
        SigV4Verifier(
            .acceptAnyone(
                account: .development, defaultRegion: "us-east-1", known: accounts.directory),
            throttle: accounts.throttle)
    }

    /// The caller of `request`.
    /// - Throws: ``SESError`` in the words of SES; in strict mode also what the store throws.
    public func caller(of request: APIRequest, now: UnixTime) async throws -> Caller {
        switch mode {
        case .acceptAnyone(let account, let defaultRegion, let known):
            let credential = (try? SigV4Authorization.of(request))?.credential
            if let known, let id = credential?.accessKeyID, try await known.accessKey(id) != nil {
                return try await signer(of: request, in: known, now: now)
            }
            return Caller(
                accessKeyID: credential?.accessKeyID ?? "anonymous",
                principal: Principal(account: account),
                region: credential?.region ?? defaultRegion)
        case .strict(let store):
            return try await signer(of: request, in: store, now: now)
        }
    }

    private func signer(
        of request: APIRequest, in store: any AccessKeyStore, now: UnixTime
    ) async throws -> Caller {
        let authorization = try authorization(of: request, now: now)
        let attempt = AttemptThrottle.Attempt(
            source: request.sourceIP.flatMap { IPAddress(parsing: $0) },
            credential: authorization.credential.accessKeyID)
        if let throttle, try await !throttle.waitForTurn(attempt) {
            throw SESError(.throttling, "Rate exceeded")
        }
        do {
            let key = try await key(of: authorization, in: store)
            try checkSignature(authorization, of: request, secret: key.secret.revealed)
            try ContentHash.check(request)
            throttle?.succeeded(attempt)
            // That a use is not recorded is no reason to refuse it.
            try? await store.noteUse(of: key)
            return Caller(
                accessKeyID: key.id, principal: key.principal, policies: key.policies,
                region: authorization.credential.region)
        } catch let error as SESError {
            throttle?.failed(attempt)
            throw error
        }
    }

    /// Refuses a request that its head alone condemns, so that nobody without a key makes the
    /// server hold a large body.
    /// - Throws: as ``caller(of:now:)``.
    public func checkHead(of request: APIRequest, now: UnixTime) async throws {
        guard case .strict(let store) = mode else { return }
        let authorization = try authorization(of: request, now: now)
        _ = try await key(of: authorization, in: store)
    }

    /// What the request says about its signature, when that may be good.
    private func authorization(
        of request: APIRequest, now: UnixTime
    ) throws(SESError) -> SigV4Authorization {
        try UnsupportedSignature.check(request)
        guard let authorization = try SigV4Authorization.of(request) else {
            throw SESError(
                .missingAuthenticationToken, "Request is missing Authentication Token")
        }
        try checkScope(authorization)
        try checkAdditions(of: request, authorization)
        try checkTime(authorization, now: now)
        return authorization
    }

    /// The key that has to prove who the request is from.
    private func key(
        of authorization: SigV4Authorization, in store: any AccessKeyStore
    ) async throws -> ActiveCredential {
        let credential = authorization.credential
        guard let key = try await store.accessKey(credential.accessKeyID),
            let region = Region(credential.region), key.isGood(in: region)
        else {
            throw SESError(
                .invalidClientTokenID, "The security token included in the request is invalid.")
        }
        return key
    }

    private func checkScope(_ authorization: SigV4Authorization) throws(SESError) {
        let credential = authorization.credential
        guard Self.services.contains(credential.service) else {
            throw SESError(
                .signatureDoesNotMatch, "Credential should be scoped to correct service: 'ses'. ")
        }
        guard regions?.contains(credential.region) ?? true else {
            throw SESError(
                .signatureDoesNotMatch,
                "Credential should be scoped to a valid region, not '\(credential.region)'. ")
        }
        let day = authorization.timestamp.prefix(8)
        guard credential.date == day else {
            throw SESError(
                .signatureDoesNotMatch,
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date "
                    + "from HTTP: '\(credential.date)' != '\(day)', from "
                    + "'\(authorization.timestamp.prefix(40))'.")
        }
        guard authorization.signedHeaders.contains("host") else {
            throw SESError(
                .signatureDoesNotMatch,
                "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.")
        }
    }

    /// Headers that change what is done with a send; whoever passes a request on may add no such.
    private static let additions = ["idempotency-key", "x-waxwing-send-at"]

    private func checkAdditions(
        of request: APIRequest, _ authorization: SigV4Authorization
    ) throws(SESError) {
        for name in Self.additions
        where request.header(name) != nil && !authorization.signedHeaders.contains(name) {
            throw SESError(
                .signatureDoesNotMatch,
                "There were headers present in the request which were not signed: '\(name)'.")
        }
    }

    private func checkTime(_ authorization: SigV4Authorization, now: UnixTime) throws(SESError) {
        guard let time = UnixTime(basicISO8601: authorization.timestamp) else {
            throw SESError(
                .incompleteSignature,
                "Date must be in ISO-8601 'basic format'. Got "
                    + "'\(authorization.timestamp.prefix(40))'. See "
                    + "http://en.wikipedia.org/wiki/ISO_8601")
        }
        let stamp = time.basicISO8601
        let life = authorization.life
        if time + life < now {
            let allowance = authorization.expiry.map { "\($0) sec." } ?? "15 min."
            throw SESError(
                .requestExpired,
                "Signature expired: \(stamp) is now earlier than "
                    + "\((now - life).basicISO8601) (\(now.basicISO8601) - \(allowance))")
        }
        if time - Self.skewLimit > now {
            throw SESError(
                .requestExpired,
                "Signature not yet current: \(stamp) is still later than "
                    + "\((now + Self.skewLimit).basicISO8601) (\(now.basicISO8601) + 15 min.)")
        }
    }

    private func checkSignature(
        _ authorization: SigV4Authorization, of request: APIRequest, secret: String
    ) throws(SESError) {
        let canonical = CanonicalRequest.text(
            of: request, signing: authorization.signedHeaders,
            isPresigned: authorization.expiry != nil)
        let toSign = """
            \(SigV4Authorization.algorithm)
            \(authorization.timestamp)
            \(authorization.credential.scope)
            \(hexadecimal(SHA256Digest.hash(canonical).bytes))
            """
        let key = cache.key(for: authorization.credential, secret: secret)
        let signature = hexadecimal(HMACSHA256.authenticate(toSign.utf8, key: key))
        guard equalInConstantTime(signature.utf8, authorization.signature.utf8) else {
            throw SESError(
                .signatureDoesNotMatch,
                """
                The request signature we calculated does not match the signature you provided. \
                Check your AWS Secret Access Key and signing method. Consult the service \
                documentation for details.

                The Canonical String for this request should have been
                '\(String(decoding: canonical, as: UTF8.self))'

                The String-to-Sign should have been
                '\(toSign)'

                """)
        }
    }
}

extension SigV4Verifier {
    /// Takes note of a request that changes something, which was signed as it is due.
    ///
    /// A signature serves once for those: whoever has overheard a request cannot have it carried
    /// out again. What failed may be sent again as it is: call ``ReplayGuard/Ticket/forget()``.
    /// - Throws: ``SESError`` when the same was carried out before, or is under way.
    func useOnce(_ request: APIRequest, now: UnixTime) throws(SESError) -> ReplayGuard.Ticket? {
        if case .acceptAnyone = mode { return nil }
        guard let authorization = try SigV4Authorization.of(request),
            let time = UnixTime(basicISO8601: authorization.timestamp)
        else { return nil }
        guard
            let ticket = replays.take(
                authorization.signature, call: request.sdkCall,
                until: time + authorization.life, now: now)
        else {
            throw SESError(
                .requestExpired,
                "Signature already used: a request with it was carried out at most once. Sign the "
                    + "request anew to repeat it.")
        }
        return ticket
    }
}

extension SigV4Authorization {
    /// How long the signature is good from its timestamp on.
    var life: Duration { expiry.map { .seconds($0) } ?? SigV4Verifier.skewLimit }
}

extension UnixTime {
    /// Reads `20150830T123600Z`.
    init?(basicISO8601 text: String) {
        var cursor = ByteCursor(text)
        func number(_ count: Int) -> Int? {
            guard let digits = cursor.take(count), digits.allSatisfy(\.isDigit) else { return nil }
            return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        guard let year = number(4), let month = number(2), (1...12).contains(month),
            let day = number(2), (1...31).contains(day), cursor.take(UInt8(ascii: "T")),
            let hour = number(2), hour < 24, let minute = number(2), minute < 60,
            let second = number(2), second <= 60, cursor.take(UInt8(ascii: "Z")), cursor.isAtEnd
        else { return nil }
        self =
            CalendarTime(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second
            ).unixTime
    }
}
