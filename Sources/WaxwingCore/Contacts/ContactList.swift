public import MailTypes

/// Whether somebody gets mail on a topic.
public enum SubscriptionStatus: String, Sendable, Codable {
    case optIn = "OPT_IN"
    case optOut = "OPT_OUT"
}

/// People who get mail, and the topics that they can choose from.
///
/// Its contacts are ``Contact``s that lie in it.
public struct ContactList: Resource, Equatable {
    public static let kind = "contact-list"

    /// Lists of one account and region.
    public static let countLimit = 1
    public static let topicLimit = 20
    /// Longest name of a list or a topic.
    public static let nameLimit = 64
    /// Longest name that readers see, in characters.
    public static let displayNameLimit = 128
    public static let descriptionLimit = 500

    public let name: String
    public let createdAt: UnixTime
    public var updatedAt: UnixTime
    public var topics: [Topic] = []
    public var description: String?
    public var tags: [ResourceTag] = []

    public init(name: String, createdAt: UnixTime) {
        self.name = name
        self.createdAt = createdAt
        updatedAt = createdAt
    }

    /// Something that contacts can choose to read about.
    public struct Topic: Equatable, Sendable, Codable {
        public let name: String
        /// What contacts see.
        public let displayName: String
        public let description: String?
        /// Holds for contacts who have not chosen.
        public let defaultStatus: SubscriptionStatus

        public init(
            name: String, displayName: String, description: String? = nil,
            defaultStatus: SubscriptionStatus
        ) {
            self.name = name
            self.displayName = displayName
            self.description = description
            self.defaultStatus = defaultStatus
        }
    }

    public func topic(named name: String) -> Topic? { topics.first { $0.name == name } }
}
