/// Which contacts of a list are asked for.
public struct ContactFilter: Equatable, Sendable {
    public var status: SubscriptionStatus?
    public var topic: String?
    /// Contacts who made no choice on the topic count as what the topic has for all.
    public var usesDefault = false

    public init() {}

    public func matches(_ contact: Contact, in list: ContactList) -> Bool {
        guard let topic else {
            return status == nil || status == contact.status(on: nil, in: list)
        }
        guard usesDefault || contact.preference(on: topic) != nil else {
            // Who gets nothing at all gets nothing on the topic either, chosen or not.
            return status == .optOut && contact.unsubscribedFromAll
        }
        return status == nil || status == contact.status(on: topic, in: list)
    }
}
