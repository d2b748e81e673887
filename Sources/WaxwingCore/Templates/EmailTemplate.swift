public import MailTypes

/// Subject and bodies with places for what differs from message to message.
public struct EmailTemplate: Resource, Equatable {
    public static let kind = "template"

    /// Templates of one account and region at the most.
    public static let countLimit = 20_000
    /// Text and HTML together, in bytes.
    public static let sizeLimit = 500 * 1024
    /// Longest name, in bytes.
    public static let nameLimit = 256

    public let name: String
    public let createdAt: UnixTime
    public var subject: String?
    public var text: String?
    public var html: String?
    public var tags: [ResourceTag] = []

    public init(name: String, createdAt: UnixTime) {
        self.name = name
        self.createdAt = createdAt
    }
}
