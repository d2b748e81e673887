import MailTypes

/// The name of a key of the request context, such as `aws:SourceIp`; case does not matter in it.
public struct ContextKey: Sendable {
    /// As it was written.
    public let name: String
    let folded: [UInt8]
    /// Of the folded name, so that most comparisons are one of two numbers.
    let hash: UInt64

    public init(_ name: String) {
        self.name = name
        folded = name.utf8.map(\.asciiLowercased)
        // FNV-1a. Nothing depends on its quality: equal hashes are followed by a look at the name.
        hash = folded.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The value of the tag `name` of the caller.
    public static func principalTag(_ name: String) -> ContextKey {
        ContextKey("aws:PrincipalTag/\(name)")
    }

    /// Whether requests may have several values of it at once. Such a key is no policy variable.
    public var isMultivalued: Bool { Self.multivalued.contains(self) }

    private static let multivalued: Set<ContextKey> = [
        .recipients, .principalOrgPaths, .principalServiceNamesList, "aws:TagKeys",
    ]
}

extension ContextKey: Hashable {
    public static func == (first: ContextKey, second: ContextKey) -> Bool {
        first.hash == second.hash && first.folded == second.folded
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension ContextKey: ExpressibleByStringLiteral, CustomStringConvertible {
    public init(stringLiteral value: String) { self.init(value) }
    public var description: String { name }
}

/// The keys of SES (Amazon SES Developer Guide, “Conditions specific to sending authorization”).
extension ContextKey {
    /// The address of the `From` field, case and all.
    public static let fromAddress: ContextKey = "ses:FromAddress"
    /// The display name beside it; absent where there is none.
    public static let fromDisplayName: ContextKey = "ses:FromDisplayName"
    /// All addresses of To, Cc and Bcc. Multi-valued.
    public static let recipients: ContextKey = "ses:Recipients"
    /// Where bounces and complaints go.
    public static let feedbackAddress: ContextKey = "ses:FeedbackAddress"
    /// `1` or `2`; SMTP counts as 2.
    public static let apiVersion: ContextKey = "ses:ApiVersion"
}

/// The global keys (IAM User Guide, “AWS global condition context keys”).
extension ContextKey {
    public static let currentTime: ContextKey = "aws:CurrentTime"
    public static let epochTime: ContextKey = "aws:EpochTime"
    public static let secureTransport: ContextKey = "aws:SecureTransport"
    public static let sourceIP: ContextKey = "aws:SourceIp"
    public static let userAgent: ContextKey = "aws:UserAgent"
    public static let requestedRegion: ContextKey = "aws:RequestedRegion"
    /// The account on whose behalf a service calls.
    public static let sourceAccount: ContextKey = "aws:SourceAccount"
    /// The resource on whose behalf a service calls.
    public static let sourceARN: ContextKey = "aws:SourceArn"

    public static let principalARN: ContextKey = "aws:PrincipalArn"
    public static let principalAccount: ContextKey = "aws:PrincipalAccount"
    public static let principalOrgID: ContextKey = "aws:PrincipalOrgID"
    /// `o-…/r-…/ou-…/`. Multi-valued.
    public static let principalOrgPaths: ContextKey = "aws:PrincipalOrgPaths"
    public static let principalType: ContextKey = "aws:PrincipalType"
    public static let principalIsAWSService: ContextKey = "aws:PrincipalIsAWSService"
    public static let principalServiceName: ContextKey = "aws:PrincipalServiceName"
    /// Multi-valued.
    public static let principalServiceNamesList: ContextKey = "aws:PrincipalServiceNamesList"
    public static let username: ContextKey = "aws:username"
    public static let userID: ContextKey = "aws:userid"
}
