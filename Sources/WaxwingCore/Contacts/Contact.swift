public import MailTypes

/// Somebody on a contact list, with what they chose to get.
public struct Contact: Resource, Equatable {
    public static let kind = "contact"

    public let list: String
    /// As it was given.
    public let address: String
    public let createdAt: UnixTime
    public var updatedAt: UnixTime
    /// What the contact chose, in the order of choosing.
    public var preferences: [Preference] = []
    /// No mail on any topic.
    public var unsubscribedFromAll = false
    /// JSON of the sender's own, given to templates.
    public var attributesData: String?

    /// Addresses that differ in the case of the domain only are one contact.
    public var name: String { SuppressedDestination.listed(address) }
    public var parent: String { list }

    public init(address: String, list: String, createdAt: UnixTime) {
        self.address = address
        self.list = list
        self.createdAt = createdAt
        updatedAt = createdAt
    }

    public struct Preference: Equatable, Sendable, Codable {
        public let topic: String
        public let status: SubscriptionStatus

        public init(topic: String, status: SubscriptionStatus) {
            self.topic = topic
            self.status = status
        }
    }

    /// Puts `new` in the place of earlier choices on the same topics; others stay.
    public mutating func merge(_ new: [Preference]) {
        for preference in new {
            if let index = preferences.firstIndex(where: { $0.topic == preference.topic }) {
                preferences[index] = preference
            } else {
                preferences.append(preference)
            }
        }
    }

    /// What the contact chose for a topic; nil where there is no choice.
    public func preference(on topic: String) -> SubscriptionStatus? {
        preferences.first { $0.topic == topic }?.status
    }

    /// Choices on topics that the list still has.
    public func choices(in list: ContactList) -> [Preference] {
        preferences.filter { list.topic(named: $0.topic) != nil }
    }

    /// Topics of the list that the contact made no choice on, with what holds for them.
    public func defaults(in list: ContactList) -> [Preference] {
        list.topics.filter { preference(on: $0.name) == nil }
            .map { Preference(topic: $0.name, status: $0.defaultStatus) }
    }

    /// Whether the contact gets mail on `topic`, or (with nil) mail of the list at all: the choice
    /// to get none comes first, then the choice on the topic, then what the topic has for all.
    public func status(on topic: String?, in list: ContactList) -> SubscriptionStatus {
        if unsubscribedFromAll { return .optOut }
        guard let topic else { return .optIn }
        return preference(on: topic) ?? list.topic(named: topic)?.defaultStatus ?? .optIn
    }
}
