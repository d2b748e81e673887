/// What one SMTP listener offers and accepts. Every limit has a number, so that no peer is
/// unbounded.
public struct SMTPServerConfiguration: Sendable {
    /// Whose manner of speaking a server has.
    public enum Dialect: Equatable, Sendable {
        /// RFC 5321, with the enhanced codes of RFC 2034.
        case standard
        /// The submission endpoint of Amazon SES.
        case ses
    }

    public enum Authentication: Equatable, Sendable {
        case notOffered
        case offered
        /// `MAIL` is refused before it (RFC 6409 §4.3).
        case required
    }

    /// The name greeted with and written into `Received` fields: fully qualified.
    public var hostname: String
    public var dialect: Dialect
    public var replies: SMTPServerReplies

    public var authentication = Authentication.notOffered
    /// Offers AUTH on connections that are not encrypted; for loopback only (RFC 4954 §4).
    public var allowsCleartextAuthentication = false
    /// Offers STARTTLS; the transport holds the certificate.
    public var offersStartTLS = false
    /// Refuses `MAIL` and `AUTH` on connections that are not encrypted (RFC 3207 §4).
    public var requiresTLS = false
    public var offersSMTPUTF8 = false
    /// Takes the parameters of RFC 3461.
    public var offersDSN = false

    /// Longest message, in bytes after dot-unstuffing; announced as SIZE (RFC 1870 §3).
    public var messageSizeLimit = 40 * 1024 * 1024
    /// Longest header section, in bytes.
    public var headerSizeLimit = 1024 * 1024
    public var bareLineEndings = BareLineEndings.refuse
    /// Most recipients of one message; at least 100 (RFC 5321 §4.5.3.1.8).
    public var recipientLimit = 1000
    /// Most messages on one connection.
    public var messageLimit = 100_000
    /// Commands refused as wrong after which the connection ends.
    public var errorLimit = 20
    /// Longest command line, in bytes with its CRLF; extensions lengthen the 512 of RFC 5321
    /// §4.5.3.1.4.
    public var commandLineLimit = 2048
    /// Longest line of an authentication exchange (RFC 4954 §4).
    public var authenticationLineLimit = 12_288
    /// Ends sessions whose client sends on where it has to wait for a reply, behind EHLO and DATA
    /// (RFC 2920 §3.1): what a client tricked into smuggling a message does.
    public var refusesEarlyTalk = true

    public init(hostname: String, dialect: Dialect) {
        self.hostname = hostname
        self.dialect = dialect
        switch dialect {
        case .standard: replies = .standard
        case .ses: replies = .ses
        }
    }

    /// A mail exchanger: mail for its own domains from everybody.
    public static func mailExchanger(hostname: String) -> SMTPServerConfiguration {
        var configuration = SMTPServerConfiguration(hostname: hostname, dialect: .standard)
        configuration.offersSMTPUTF8 = true
        return configuration
    }

    /// Submission as SES does it: AUTH over TLS first, 50 recipients, line endings mended.
    public static func submission(hostname: String) -> SMTPServerConfiguration {
        var configuration = SMTPServerConfiguration(hostname: hostname, dialect: .ses)
        configuration.authentication = .required
        configuration.bareLineEndings = .normalise
        configuration.recipientLimit = 50
        configuration.refusesEarlyTalk = false
        return configuration
    }

    var contentRules: ContentRules {
        ContentRules(
            sizeLimit: messageSizeLimit, headerSizeLimit: headerSizeLimit,
            bareLineEndings: bareLineEndings)
    }
}
