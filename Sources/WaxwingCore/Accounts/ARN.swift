/// The name of something in AWS: `arn:aws:ses:eu-west-1:000000000000:identity/example.com`.
public struct ARN: Equatable, Sendable {
    public let partition: String
    public let service: String
    /// Empty for what belongs to none, as a role.
    public let region: String
    public let account: String
    /// `identity/example.com`, `topic`
    public let resource: String

    /// Nil for a text that has not all parts, or whose partition, service or resource is empty.
    public init?(_ text: String) {
        let parts = text.split(
            separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", !parts[1].isEmpty, !parts[2].isEmpty,
            !parts[5].isEmpty
        else { return nil }
        partition = String(parts[1])
        service = String(parts[2])
        region = String(parts[3])
        account = String(parts[4])
        resource = String(parts[5])
    }

    /// What kind of thing it is: what stands before the first slash of the resource.
    public var resourceType: Substring { resource.prefix { $0 != "/" } }

    /// What stands behind the first slash; nil without one.
    public var resourceName: Substring? {
        resource.firstIndex(of: "/").map { resource[resource.index(after: $0)...] }
    }
}
