public import MailTypes

/// A name for two regions that share an account's mail, the one that it was made in and another.
public struct MultiRegionEndpoint: Resource, Equatable {
    public static let kind = "multi-region-endpoint"

    /// Endpoints of one account and region at the most. SES names no number.
    public static let countLimit = 50

    public let name: String
    /// `abcdef12.g3h`
    public let id: String
    /// The region beside the one that the endpoint was made in.
    public let secondaryRegion: Region
    public let createdAt: UnixTime
    public var tags: [ResourceTag]

    public init(
        name: String, id: String, secondaryRegion: Region, createdAt: UnixTime,
        tags: [ResourceTag] = []
    ) {
        self.name = name
        self.id = id
        self.secondaryRegion = secondaryRegion
        self.createdAt = createdAt
        self.tags = tags
    }

    /// An id that nobody has.
    public static func newID() -> String {
        let letters = SecureText.random(11, of: "abcdefghijklmnopqrstuvwxyz0123456789")
        return "\(letters.prefix(8)).\(letters.suffix(3))"
    }
}
