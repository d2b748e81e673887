public import DNS

/// What a domain demands of those that send mail to it (RFC 8461 §3.2): the file
/// `https://mta-sts.<domain>/.well-known/mta-sts.txt`.
public struct MTASTSPolicy: Equatable, Sendable {
    /// The host that serves the file is this label in front of the policy domain.
    public static let hostLabel = "mta-sts"
    public static let path = "/.well-known/mta-sts.txt"
    /// Largest file that is read, in bytes (RFC 8461 §3.3).
    public static let sizeInBytesLimit = 64 * 1024
    /// Longest `max_age`: one year.
    public static let maxAgeLimit = Duration.seconds(31_557_600)

    public enum Mode: String, Equatable, Sendable {
        /// Mail is not sent to a host that fails.
        case enforce
        /// Failures are reported, and mail is sent all the same.
        case testing
        /// There is no policy any more; one that was cached is forgotten.
        case none
    }

    public var mode: Mode
    /// How long the policy may be cached, in whole seconds.
    public var maxAge: Duration  // max_age
    /// Never empty, but for the mode `none`.
    public var mxPatterns: [MTASTSPattern]  // mx

    public init(mode: Mode, maxAge: Duration, mxPatterns: [MTASTSPattern]) {
        self.mode = mode
        self.maxAge = maxAge
        self.mxPatterns = mxPatterns
    }

    /// Whether the policy allows mail to a host; any host will do under the mode `none`.
    public func allows(_ host: DNSName) -> Bool {
        mode == .none || mxPatterns.contains { $0.matches(host) }
    }

    /// The file, lines ended with CRLF. `max_age` is kept within ``maxAgeLimit``.
    public var formatted: String {
        let seconds = min(max(maxAge, .zero), Self.maxAgeLimit).components.seconds
        let lines =
            ["version: STSv1", "mode: \(mode.rawValue)"] + mxPatterns.map { "mx: \($0)" }
            + ["max_age: \(seconds)"]
        return lines.map { $0 + "\r\n" }.joined()
    }
}
