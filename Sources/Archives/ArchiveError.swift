/// Why an archive was not read to its end. What came out before stands.
public enum ArchiveError: Error, Equatable, Sendable {
    /// The bytes break the format, or end too early.
    case malformed(String)
    /// The archive is beyond a bound of ``ExpansionLimits``.
    case exceeds(Limit)
    /// A member needs a password.
    case encrypted
    /// Whoever hands in the bytes could not go on.
    case unreadable(String)

    /// A bound of ``ExpansionLimits``.
    public enum Limit: String, Equatable, Sendable {
        case output
        case ratio
        case layers
        case members
    }
}

extension ArchiveError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed(let reason): "the archive is damaged: \(reason)"
        case .exceeds(.output): "the archive expands to too much"
        case .exceeds(.ratio): "the archive expands to too much for its size"
        case .exceeds(.layers): "there are too many archives in each other"
        case .exceeds(.members): "there are too many files in the archive"
        case .encrypted: "the archive needs a password"
        case .unreadable(let reason): "the archive could not be read: \(reason)"
        }
    }
}
