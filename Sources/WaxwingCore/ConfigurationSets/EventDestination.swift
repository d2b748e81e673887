/// Where the events of messages that are sent with a configuration set are told.
public struct EventDestination: Resource, Equatable {
    public static let kind = "event-destination"

    /// Destinations of one configuration set at the most.
    public static let countLimit = 10

    public let configurationSet: String
    public let name: String
    public var isEnabled: Bool
    /// In the order of their names, each once.
    public var events: [EmailEventType]
    public var target: Target

    public var parent: String { configurationSet }

    public init(
        configurationSet: String, name: String, isEnabled: Bool, events: [EmailEventType],
        target: Target
    ) {
        self.configurationSet = configurationSet
        self.name = name
        self.isEnabled = isEnabled
        self.events = Set(events).sorted { $0.rawValue < $1.rawValue }
        self.target = target
    }

    /// What is told, and how to reach it.
    public enum Target: Equatable, Sendable, Codable {
        case cloudWatch([Dimension])
        case firehose(role: String, stream: String)
        case sns(topic: String)
        case eventBridge(bus: String)
        case pinpoint(application: String)
    }

    /// By what a metric is divided.
    public struct Dimension: Equatable, Sendable, Codable {
        /// The kind of text that has the value of the dimension in a message.
        public enum Source: String, Sendable, Codable {
            case messageTag = "MESSAGE_TAG"
            case emailHeader = "EMAIL_HEADER"
            case linkTag = "LINK_TAG"
        }

        public var name: String
        public var source: Source
        /// For messages without one.
        public var defaultValue: String

        public init(name: String, source: Source, defaultValue: String) {
            self.name = name
            self.source = source
            self.defaultValue = defaultValue
        }
    }
}

/// What can become of a message, by the names of API v2.
public enum EmailEventType: String, Sendable, Codable, CaseIterable {
    case send = "SEND"
    case reject = "REJECT"
    case bounce = "BOUNCE"
    case complaint = "COMPLAINT"
    case delivery = "DELIVERY"
    case open = "OPEN"
    case click = "CLICK"
    case renderingFailure = "RENDERING_FAILURE"
    case deliveryDelay = "DELIVERY_DELAY"
    case subscription = "SUBSCRIPTION"
}
