public import MailTypes
public import SMTP

/// Where a server listens, and how long and how often it lets itself be used.
public struct SMTPListenerConfiguration: Sendable {
    /// A numeric address, or a name that resolves to one.
    public var host: String
    /// 0 takes a free port; ``SMTPServer/port`` tells which.
    public var port: Int
    public var session: SMTPServerConfiguration

    /// With it, STARTTLS is offered, or TLS begins at once if ``usesImplicitTLS``.
    public var tls: TLSContext?
    /// TLS before the banner, as on port 465 (RFC 8314 §3.3).
    public var usesImplicitTLS = false

    /// Silence between commands after which the session ends; at least 5 minutes for mail
    /// exchangers (RFC 5321 §4.5.3.2.7).
    public var commandTimeout = Duration.seconds(300)
    /// Silence within a message after which the session ends.
    public var dataTimeout = Duration.seconds(180)
    /// Longest session; one that stores a message just then is ended behind it.
    public var sessionTimeout = Duration.seconds(3600)
    /// How long a refused client may take to read why, before the connection is cut.
    public var lingerTimeout = Duration.seconds(5)

    /// Most bytes of unfinished messages, of all connections together. Where it is passed, whoever
    /// has sent more than ``SMTPListenerConfiguration/sparedContentSize`` and sends on is told 421.
    public var unfinishedContentLimit = 512 * 1024 * 1024
    /// Messages up to this size, in bytes, are let through even then.
    public static let sparedContentSize = 256 * 1024

    public var connectionLimit = 1000
    /// Most connections from one address, or from one network of IPv6.
    public var connectionsPerAddressLimit = 200

    /// Proxies whose connections begin with a PROXY header: whom it names is the client, for
    /// everything that looks at addresses.
    public var proxies: Set<IPAddress> = []

    public init(host: String, port: Int, session: SMTPServerConfiguration) {
        self.host = host
        self.port = port
        self.session = session
    }
}
