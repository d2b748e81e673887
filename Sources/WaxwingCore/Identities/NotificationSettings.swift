/// Topics that are told what became of an identity's mail, besides what configuration sets publish.
public struct NotificationSettings: Equatable, Sendable, Codable {
    public enum Kind: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
        case bounce = "Bounce"
        case complaint = "Complaint"
        case delivery = "Delivery"
    }

    /// ARNs of SNS topics.
    public var topics: [Kind: String] = [:]
    /// Which notifications have the fields of the message in them.
    public var withHeaders: Set<Kind> = []

    public init() {}

    /// Whether a text is the ARN of a topic.
    public static func isTopic(_ text: String) -> Bool { ReceiptAction.isARN(text, of: "sns") }
}
