/// Where a browser goes from the link that proves an address.
public struct VerificationRedirects: Equatable, Sendable, Codable {
    /// When the address is verified.
    public let success: String
    /// When the link came too late.
    public let failure: String

    public init(success: String, failure: String) {
        self.success = success
        self.failure = failure
    }

    /// Whether a URL may be redirected to: `http` or `https`, with a host, and nothing in it that
    /// would not be one line of a header field.
    static func isAllowed(_ url: String) -> Bool {
        let bytes = url.utf8
        guard bytes.count <= 2048, bytes.allSatisfy({ (0x21...0x7E).contains($0) }),
            !bytes.contains(where: { "<>\"\\^`{|}".utf8.contains($0) }),
            let separator = url.firstRange(of: "://")
        else { return false }
        let scheme = url[..<separator.lowerBound].lowercased()
        let host = url[separator.upperBound...].prefix { !"/?#".contains($0) }
        return ["http", "https"].contains(scheme) && host.first.map { $0 != ":" } ?? false
    }
}

/// What came of a link that was opened.
public enum AddressConfirmation: Equatable, Sendable {
    /// The address is verified; the browser goes on to `redirect` where there is one.
    case verified(redirect: String?)
    /// It was a link once, but is too old.
    case expired(redirect: String?)
    /// No identity waits for that.
    case unknown
}
