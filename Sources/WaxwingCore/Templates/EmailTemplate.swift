public import MailTypes

/// Subject and bodies with places for what differs from message to message.
public struct EmailTemplate: Resource, Equatable {
    public static let kind = "template"

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
