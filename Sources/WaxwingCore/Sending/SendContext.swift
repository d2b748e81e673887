/// Who asks for a message to be sent, and by which door.
public struct SendContext: Equatable, Sendable {
    public enum Door: Equatable, Sendable {
        case apiV1
        case apiV2
        case smtp

        /// Longest message, in bytes.
        public var messageSizeLimit: Int {
            self == .apiV1 ? 10 * 1024 * 1024 : 40 * 1024 * 1024
        }
    }

    public var scope: Scope
    public var door: Door
    public var caller: Principal
    /// The caller's identity-based policies; nil for the account itself, who may do everything.
    public var policies: [String]?
    /// The endpoint of two regions that the caller names; `scope` is in its primary one.
    public var endpointID: String?
    /// The caller's address, as text.
    public var sourceIP: String?
    public var userAgent: String?
    /// Whether the request came through TLS.
    public var isSecure = false
    /// `TLSv1.3`; nil where it did not, or nobody knows.
    public var tlsVersion: String?

    /// - Parameter caller: nil for the account itself.
    public init(scope: Scope, door: Door, caller: Principal? = nil) {
        self.scope = scope
        self.door = door
        self.caller = caller ?? Principal(account: scope.account)
    }
}
