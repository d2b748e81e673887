/// What `check_host()` says about a client and a domain (RFC 7208 §2.6).
public enum SPFResult: String, Equatable, Sendable {
    /// The client may send for the domain.
    case pass
    /// The client may not send for the domain.
    case fail
    /// The client probably may not, but the domain does not commit itself.
    case softfail
    /// The domain says nothing about the client; to be treated as `none` (§8.2).
    case neutral
    /// There is no domain, or no record of it.
    case none
    /// The DNS could not be asked; the same check may succeed later.
    case temporaryError = "temperror"
    /// The records of the domain cannot be interpreted.
    case permanentError = "permerror"

    /// The word for a Received-SPF or Authentication-Results field.
    public var word: String { rawValue }
}

/// What it means that a mechanism matches (RFC 7208 §4.6.2).
public enum SPFQualifier: UInt8, Equatable, Sendable {
    case pass = 0x2B  // +
    case fail = 0x2D  // -
    case softfail = 0x7E  // ~
    case neutral = 0x3F  // ?

    public var result: SPFResult {
        switch self {
        case .pass: .pass
        case .fail: .fail
        case .softfail: .softfail
        case .neutral: .neutral
        }
    }
}
