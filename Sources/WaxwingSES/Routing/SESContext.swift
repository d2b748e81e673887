public import MailTypes
public import SESModel

/// What a handler knows about the request besides its input.
public struct SESContext: Equatable, Sendable {
    public var caller: Caller
    public var version: APIVersion
    /// A UUID; also sent back as `x-amzn-RequestId`.
    public var requestID: String
    public var sourceIP: String?
    public var userAgent: String?
    /// Whether the request came through TLS.
    public var isSecure: Bool
    /// `TLSv1.3`; nil where it is not known.
    public var tlsVersion: String?
    /// `Idempotency-Key`, an addition of Waxwing to the API.
    public var idempotencyKey: String?
    /// `X-Waxwing-Send-At`, another.
    public var sendAt: String?
    /// When the request arrived.
    public var now: UnixTime

    public init(
        caller: Caller, version: APIVersion, requestID: String, sourceIP: String? = nil,
        userAgent: String? = nil, isSecure: Bool = false, idempotencyKey: String? = nil,
        now: UnixTime
    ) {
        self.caller = caller
        self.version = version
        self.requestID = requestID
        self.sourceIP = sourceIP
        self.userAgent = userAgent
        self.isSecure = isSecure
        self.idempotencyKey = idempotencyKey
        self.now = now
    }

    public var accountID: String { caller.accountID }
    public var region: String { caller.region }
}
