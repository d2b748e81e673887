/// How a client introduces itself and what it insists on.
public struct SMTPClientConfiguration: Equatable, Sendable {
    public enum TLSPolicy: Equatable, Sendable {
        case never
        /// When the server offers it.
        case opportunistic
        /// The session fails where it is not offered or does not work.
        case required
    }

    /// What EHLO says: the fully qualified name, or an address literal with its brackets.
    public var helloName: String
    public var tls = TLSPolicy.opportunistic
    /// For relaying through a server that asks for them; nil to send without.
    public var credentials: SMTPCredentials?
    /// Sends credentials on connections that are not encrypted; for loopback only.
    public var allowsCleartextAuthentication = false
    /// Sends commands without waiting for each reply where the server offers it.
    public var usesPipelining = true

    public init(helloName: String) { self.helloName = helloName }
}
