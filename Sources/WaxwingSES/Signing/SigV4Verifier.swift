public import MailTypes
public import WaxwingCore

/// Finds out who sent a request, by its AWS Signature Version 4 or 4A.
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
    private let regions: [Region]?
    private let cache = SigningKeyCache()
    private let asymmetricKeys = AsymmetricKeyCache()
    private let replays: ReplayGuard

    /// - Parameters:
    ///   - throttle: slows down those who sign wrongly; nil for nobody.
    ///   - regions: those that are served, and may be signed for; nil for all there are. Who signs
    ///     for several is in the first of these.
    ///   - replays: remembers what was signed.
    public init(
        _ mode: Mode, throttle: AttemptThrottle? = nil, regions: [Region]? = nil,
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
        SigV4Verifier(.strict(accounts.directory), throttle: accounts.throttle, regions: regions)
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
            let authorization = try? SigV4Authorization.of(request)
            let credential = authorization?.credential
            if let known, let id = credential?.accessKeyID, try await known.accessKey(id) != nil {
                return try await signer(of: request, in: known, now: now)
            }
            var caller = Caller(
                accessKeyID: credential?.accessKeyID ?? "anonymous",
                principal: Principal(account: account),
                region: credential?.region ?? authorization?.regionSet?.firstRegion?.description
                    ?? defaultRegion)
            caller.regionSet = .all
            return caller
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
            var caller = Caller(
                accessKeyID: key.id, principal: key.principal, policies: key.policies,
                region: try region(of: authorization, signedWith: key).description)
            caller.regionSet = authorization.regionSet
            caller.credentialRegions = key.regions
            return caller
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
        guard let key = try await store.accessKey(credential.accessKeyID) else {
            throw Self.invalidToken
        }
        _ = try region(of: authorization, signedWith: key)
        return key
    }

    private static let invalidToken = SESError(
        .invalidClientTokenID, "The security token included in the request is invalid.")

    /// Where the request belongs: to the region that it is signed for, and of several to the first
    /// that is served and that the key is good in.
    private func region(
        of authorization: SigV4Authorization, signedWith key: ActiveCredential
    ) throws(SESError) -> Region {
        let candidates: [Region]
        if let set = authorization.regionSet {
            candidates =
                (regions ?? [set.firstRegion, key.regions.first, .standard].compactMap(\.self))
                .filter(set.covers)
        } else {
            candidates = [authorization.credential.region.flatMap { Region($0) }].compactMap(\.self)
        }
        guard let region = candidates.first(where: key.isGood) else { throw Self.invalidToken }
        return region
    }

    private func checkScope(_ authorization: SigV4Authorization) throws(SESError) {
        let credential = authorization.credential
        guard Self.services.contains(credential.service) else {
            throw SESError(
                .signatureDoesNotMatch, "Credential should be scoped to correct service: 'ses'. ")
        }
        let isServed = { (region: Region) in
            authorization.regionSet?.covers(region) ?? (region.description == credential.region)
        }
        guard regions?.contains(where: isServed) ?? true else {
            let named = credential.region ?? authorization.regionSet?.names.joined(separator: ",")
            throw SESError(
                .signatureDoesNotMatch,
                "Credential should be scoped to a valid region, not '\(named ?? "")'. ")
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
        let toSign = authorization.stringToSign(canonical)
        guard isSignature(authorization, of: toSign, secret: secret) else {
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
    private func isSignature(
        _ authorization: SigV4Authorization, of text: String, secret: String
    ) -> Bool {
        switch authorization.algorithm {
        case .hmac:
            let key = cache.key(for: authorization.credential, secret: secret)
            let signature = hexadecimal(HMACSHA256.authenticate(text.utf8, key: key))
            return equalInConstantTime(signature.utf8, authorization.signature.utf8)
        case .ecdsa:
            let id = authorization.credential.accessKeyID
            guard let signature = authorization.signatureBytes,
                let key = asymmetricKeys.key(of: id, secret: secret)
            else { return false }
            return key.verifies(signature, of: Array(text.utf8))
        }
    }

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
                authorization.replayMark(of: request), call: request.sdkCall,
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
    /// What is signed.
    func stringToSign(_ canonicalRequest: [UInt8]) -> String {
        """
        \(algorithm.rawValue)
        \(timestamp)
        \(credential.scope)
        \(hexadecimal(SHA256Digest.hash(canonicalRequest).bytes))
        """
    }

    /// The bytes of a signature by ECDSA, which has 72 at the most; nil for what is none.
    fileprivate var signatureBytes: [UInt8]? {
        let digits = signature.utf8.compactMap(\.hexValue)
        guard digits.count == signature.utf8.count, digits.count % 2 == 0,
            (16...144).contains(digits.count)
        else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// What the same request has again. Of a signature by ECDSA anybody can make another that is as
    /// good, so there it is what was signed.
    fileprivate func replayMark(of request: APIRequest) -> String {
        guard algorithm == .ecdsa else { return signature }
        let canonical = CanonicalRequest.text(
            of: request, signing: signedHeaders, isPresigned: expiry != nil)
        return hexadecimal(SHA256Digest.hash(Array(stringToSign(canonical).utf8)).bytes)
    }

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
