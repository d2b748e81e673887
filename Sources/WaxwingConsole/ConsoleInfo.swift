/// What the pages tell a newcomer: where the service listens.
public struct ConsoleInfo: Equatable, Sendable {
    /// `http://127.0.0.1:8025`, without a slash at its end.
    public var endpoint: String
    /// `127.0.0.1:1025`: submission.
    public var smtpAddress: String
    /// `127.0.0.1:2525`: the MX.
    public var mxAddress: String
    /// `127.0.0.1:8053`.
    public var dnsAddress: String

    public init(endpoint: String, smtpAddress: String, mxAddress: String, dnsAddress: String) {
        self.endpoint = endpoint
        self.smtpAddress = smtpAddress
        self.mxAddress = mxAddress
        self.dnsAddress = dnsAddress
    }
}
