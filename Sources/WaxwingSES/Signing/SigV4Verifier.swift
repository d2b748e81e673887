public import MailTypes

/// Finds out who sent a request, by its AWS Signature Version 4.
public struct SigV4Verifier: Sendable {
    public enum Mode: Sendable {
        /// The signature must be that of a key in the store.
        case strict(any AccessKeyStore)
        /// Whoever asks is let in to one account; the signature only tells the region. For
        /// `waxwing dev`, which listens on loopback.
        case acceptAnyone(accountID: String, defaultRegion: String)
    }

    /// How far the clock of a caller may be off, either way.
    public static let skewLimit = Duration.seconds(15 * 60)
    /// The names of the service in credential scopes: today's, and that of SDKs before 2018.
    private static let services = ["ses", "email"]

    private let mode: Mode
    private let cache = SigningKeyCache()

    public init(_ mode: Mode) { self.mode = mode }

    /// Anyone into account `000000000000`, by default in `us-east-1`.
    public static var acceptAnyone: SigV4Verifier {
        SigV4Verifier(.acceptAnyone(accountID: "000000000000", defaultRegion: "us-east-1"))
    }

    /// The caller of `request`.
    /// - Throws: ``SESError`` in the words of SES; in strict mode also what the store throws.
    public func caller(of request: APIRequest, now: UnixTime) async throws -> Caller {
        switch mode {
        case .acceptAnyone(let accountID, let defaultRegion):
            let credential = (try? SigV4Authorization.of(request))?.credential
            return Caller(
                accessKeyID: credential?.accessKeyID ?? "anonymous", accountID: accountID,
                callerARN: "arn:aws:iam::\(accountID):root",
                region: credential?.region ?? defaultRegion)
        case .strict(let store):
            let (authorization, key) = try await claim(of: request, in: store, now: now)
            try checkSignature(authorization, of: request, secret: key.secret)
            return Caller(
                accessKeyID: key.id, accountID: key.accountID, callerARN: key.callerARN,
                region: authorization.credential.region)
        }
    }

    /// Refuses a request that its head alone condemns, so that nobody without a key makes the
    /// server hold a large body.
    /// - Throws: as ``caller(of:now:)``.
    public func checkHead(of request: APIRequest, now: UnixTime) async throws {
        if case .strict(let store) = mode { _ = try await claim(of: request, in: store, now: now) }
    }

    /// Who a request says it is from, and the key that has to prove it.
    private func claim(
        of request: APIRequest, in store: any AccessKeyStore, now: UnixTime
    ) async throws -> (SigV4Authorization, AccessKey) {
        guard let authorization = try SigV4Authorization.of(request) else {
            throw SESError(
                .missingAuthenticationToken, "Request is missing Authentication Token")
        }
        try checkScope(authorization)
        try checkTime(authorization, now: now)
        let id = authorization.credential.accessKeyID
        guard let key = try await store.secret(for: id) else {
            throw SESError(
                .invalidClientTokenID, "The security token included in the request is invalid.")
        }
        return (authorization, key)
    }

    private func checkScope(_ authorization: SigV4Authorization) throws(SESError) {
        let credential = authorization.credential
        guard Self.services.contains(credential.service) else {
            throw SESError(
                .signatureDoesNotMatch, "Credential should be scoped to correct service: 'ses'. ")
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

    private func checkTime(_ authorization: SigV4Authorization, now: UnixTime) throws(SESError) {
        guard let time = UnixTime(basicISO8601: authorization.timestamp) else {
            throw SESError(
                .incompleteSignature,
                "Date must be in ISO-8601 'basic format'. Got "
                    + "'\(authorization.timestamp.prefix(40))'. See "
                    + "http://en.wikipedia.org/wiki/ISO_8601")
        }
        let stamp = time.basicISO8601
        let life = authorization.expiry.map { Duration.seconds($0) } ?? Self.skewLimit
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
        let canonical = CanonicalRequest.text(of: request, signing: authorization.signedHeaders)
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
