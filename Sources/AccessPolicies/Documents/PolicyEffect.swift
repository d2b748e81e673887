/// What a statement does to the calls that it matches.
public enum PolicyEffect: String, Equatable, Sendable {
    case allow = "Allow"
    case deny = "Deny"
}
