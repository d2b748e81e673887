/// Something in the configuration that libunbound does not accept.
public struct UnboundError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was to be set: `trust anchor`, `stub zone example.com`.
    public let subject: String
    public let reason: String

    public var description: String { "DNS resolver, \(subject): \(reason)" }
}
