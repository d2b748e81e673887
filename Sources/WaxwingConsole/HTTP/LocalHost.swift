public import MailTypes

/// Whether the name that a request was sent to can be one of this machine or network.
///
/// `waxwing dev` lets anyone in, because it listens where nobody else is. A page of any site can make
/// its name mean this machine (DNS rebinding); to the browser, requests to it are then the page's
/// own, and their answers for it to read. What gives it away is the name, which stands in `Host`.
public enum LocalHost {
    /// Top-level domains that nobody can buy a name in (RFC 6761, RFC 6762, RFC 8375, and `internal`,
    /// which ICANN has set aside).
    private static let privateDomains: [DomainName] = [
        "localhost", "test", "example", "invalid", "local", "internal", "home.arpa",
    ]

    /// - Parameter authority: the Host field, with or without a port; programs may send none.
    public static func isTrusted(_ authority: String?, besides trusted: [DomainName]) -> Bool {
        guard let authority, !authority.isEmpty else { return true }
        if authority.hasPrefix("[") { return true }
        let host = authority.prefix { $0 != ":" }
        // An address is what it is: no DNS is asked for it.
        if IPAddress(parsing: host) != nil { return true }
        guard let name = try? DomainName(parsing: host) else { return false }
        // A name of one label, as containers have, is found in no public zone.
        return name.parent == nil
            || (privateDomains + trusted).contains { name.isEqualToOrBelow($0) }
    }
}
