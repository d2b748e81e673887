public import MailTypes

/// What is known of the client of a session.
public struct SMTPSessionInfo: Sendable {
    /// Names the session in logs and in the greeting of the SES dialect.
    public let id: String
    public let remoteAddress: IPAddress
    public let remotePort: Int
    public let startTime: UnixTime

    /// What the client calls itself; empty before HELO or EHLO. Never trusted.
    public internal(set) var helo = ""
    /// Whether it said EHLO.
    public internal(set) var isExtended = false
    public internal(set) var tls: SMTPTLSInfo?
    /// Whom the caller recognised by the credentials; what it is, is the caller's affair.
    public internal(set) var identity: (any Sendable)?

    public init(
        id: String, remoteAddress: IPAddress, remotePort: Int, startTime: UnixTime,
        tls: SMTPTLSInfo? = nil
    ) {
        self.id = id
        self.remoteAddress = remoteAddress
        self.remotePort = remotePort
        self.startTime = startTime
        self.tls = tls
    }

    /// The protocol as trace fields name it: `ESMTPSA`, `UTF8SMTPS` (RFC 3848, RFC 6531 §4.3).
    public func protocolName(forSMTPUTF8 requiresSMTPUTF8: Bool = false) -> String {
        guard isExtended else { return "SMTP" }
        return (requiresSMTPUTF8 ? "UTF8SMTP" : "ESMTP") + (tls == nil ? "" : "S")
            + (identity == nil ? "" : "A")
    }
}

/// How a connection is encrypted.
public struct SMTPTLSInfo: Equatable, Sendable {
    /// `TLSv1.3`.
    public var version: String
    /// The cipher suite by its IANA name, where the TLS library tells it.
    public var cipher: String?

    public init(version: String, cipher: String? = nil) {
        self.version = version
        self.cipher = cipher
    }
}

/// What a client proves itself with (RFC 4954).
public struct SMTPCredentials: Equatable, Sendable {
    public enum Mechanism: String, Equatable, Sendable {
        /// RFC 4616.
        case plain = "PLAIN"
        case login = "LOGIN"
    }

    public var mechanism: Mechanism
    public var username: String
    public var password: String
    /// Whom the client wants to act as; empty for itself (RFC 4616 §2).
    public var authorizationIdentity: String

    public init(
        mechanism: Mechanism = .plain, username: String, password: String,
        authorizationIdentity: String = ""
    ) {
        self.mechanism = mechanism
        self.username = username
        self.password = password
        self.authorizationIdentity = authorizationIdentity
    }
}

/// What became of credentials.
public enum SMTPAuthenticationOutcome: Sendable {
    /// The value is handed on as ``SMTPSessionInfo/identity``.
    case accepted(identity: any Sendable)
    /// Wrong; `nil` for the dialect's own reply.
    case refused(SMTPReply?)
    case temporaryFailure
}

/// One message's envelope, with what its commands said beside the paths.
public struct SMTPTransaction: Equatable, Sendable {
    public var envelope: Envelope
    public var mailParameters: MailParameters
    /// A value for each recipient; empty when no recipient had parameters.
    public var recipientParameters: [RecipientParameters] = []

    public init(envelope: Envelope, mailParameters: MailParameters = MailParameters()) {
        self.envelope = envelope
        self.mailParameters = mailParameters
    }

    mutating func add(_ path: ForwardPath, _ parameters: RecipientParameters) {
        if !parameters.isEmpty || !recipientParameters.isEmpty {
            let missing = envelope.forwardPaths.count - recipientParameters.count
            recipientParameters += (0..<missing).map { _ in RecipientParameters() }
            recipientParameters.append(parameters)
        }
        envelope.forwardPaths.append(path)
    }
}

extension SMTPCredentials: CustomStringConvertible, CustomReflectable {
    /// Without the password, and without the user name, where people type it as well.
    public var description: String { "SMTPCredentials(\(mechanism.rawValue))" }
    public var customMirror: Mirror { Mirror(self, children: ["mechanism": mechanism]) }
}
