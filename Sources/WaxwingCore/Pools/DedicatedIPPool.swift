/// A name for some of the addresses that mail is delivered from.
///
/// Which addresses these are is a matter of the machine, and so of its configuration; a pool without
/// any delivers from the standard ones.
public struct DedicatedIPPool: Resource, Equatable {
    public static let kind = "dedicated-ip-pool"

    /// Pools of one account and region at the most.
    public static let countLimit = 50
    /// Pools that are there without being made.
    public static let reservedNames: Set<String> = [
        "ses-default-dedicated-pool", "ses-shared-pool",
    ]

    public enum ScalingMode: String, Sendable, Codable {
        case standard = "STANDARD"
        case managed = "MANAGED"
    }

    public let name: String
    public var scalingMode: ScalingMode
    public var tags: [ResourceTag]

    public init(name: String, scalingMode: ScalingMode = .standard, tags: [ResourceTag] = []) {
        self.name = name
        self.scalingMode = scalingMode
        self.tags = tags
    }
}
