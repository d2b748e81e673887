/// Whether a message's opens and clicks are followed, above what account and configuration set say;
/// nil leaves it to them.
public struct TrackingOverrides: Equatable, Sendable {
    public var opens: Bool?
    public var clicks: Bool?

    public init(opens: Bool? = nil, clicks: Bool? = nil) {
        self.opens = opens
        self.clicks = clicks
    }
}
