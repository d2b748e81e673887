/// Kinds of reports about a message. Their numbers are kept in the store.
public struct FeedbackKinds: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Deliveries that failed, and what else comes back by itself.
    public static let bounces = FeedbackKinds(rawValue: 1)
    /// A reader called the message spam.
    public static let complaints = FeedbackKinds(rawValue: 2)
    public static let all: FeedbackKinds = [.bounces, .complaints]
}
