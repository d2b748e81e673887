public import DNS
public import MailTypes

/// What a check is asked about: a client, and the domain that it says it sends for. The arguments
/// of `check_host()` (RFC 7208 §4.1).
public struct SPFRequest: Equatable, Sendable {
    /// Where the client named the domain (RFC 7208 §2.3, §2.4).
    public enum Identity: String, Equatable, Sendable {
        case mailFrom = "mailfrom"
        case helo
    }

    public let identity: Identity
    /// Of the client; a mapped IPv6 address counts as the IPv4 address in it.
    public let address: IPAddress
    /// What the client said behind HELO or EHLO, whatever it is.
    public let helo: String
    /// Unquoted; `postmaster` where the identity has none (§4.3).
    public let localPart: String
    /// The domain that is checked first, as it was given.
    public let domain: String
    /// The domain with A-labels; nil when it is none whose record could be looked up: malformed,
    /// an address literal, or a single label.
    public let name: DNSName?

    /// Checks HELO.
    public init(helo: String, address: IPAddress) {
        self.init(
            .helo, localPart: Self.postmaster, domain: helo, helo: helo, address: address)
    }

    /// Checks MAIL FROM; the null reverse-path stands for the postmaster of the client
    /// (RFC 7208 §2.4).
    public init(reversePath: ReversePath, helo: String, address: IPAddress) {
        switch reversePath {
        case .null:
            self.init(
                .mailFrom, localPart: Self.postmaster, domain: helo, helo: helo, address: address)
        case .mailbox(let mailbox):
            switch mailbox.host {
            case .domain(let domain):
                self.init(
                    .mailFrom, localPart: mailbox.localPart, domain: domain.text,
                    name: Self.name(of: domain), helo: helo, address: address)
            case .literal(let literal):
                self.init(
                    .mailFrom, localPart: mailbox.localPart, domain: "[\(literal)]", name: nil,
                    helo: helo, address: address)
            }
        }
    }

    /// Checks MAIL FROM as somebody wrote it: the address between the angle brackets, which need
    /// not be one, or nothing for the null reverse-path. Without an `@` it is a domain.
    public init(sender: some StringProtocol, helo: String, address: IPAddress) {
        let scalars = String(sender).unicodeScalars
        let at = scalars.lastIndex(of: "@")
        let localPart = at.map { String(scalars[..<$0]) } ?? ""
        let domain = at.map { String(scalars[scalars.index(after: $0)...]) } ?? String(sender)
        self.init(
            .mailFrom, localPart: localPart.isEmpty ? Self.postmaster : localPart,
            domain: sender.isEmpty ? helo : domain, helo: helo, address: address)
    }

    private init(
        _ identity: Identity, localPart: String, domain: String, helo: String, address: IPAddress
    ) {
        self.init(
            identity, localPart: localPart, domain: domain, name: Self.name(of: domain),
            helo: helo, address: address)
    }

    private init(
        _ identity: Identity, localPart: String, domain: String, name: DNSName?, helo: String,
        address: IPAddress
    ) {
        self.identity = identity
        self.localPart = localPart
        self.domain = domain
        self.helo = helo
        self.address = address.unmapped
        self.name = name.flatMap { $0.hasSeveralLabels ? $0 : nil }
    }

    private static let postmaster = "postmaster"

    /// Mail's own grammar is stricter than that of the DNS: `[192.0.2.1]` is no domain there.
    private static func name(of domain: String) -> DNSName? {
        (try? DomainName(parsing: domain)).flatMap(name)
    }

    private static func name(of domain: DomainName) -> DNSName? {
        domain.isASCII ? DNSName(dotted: Array(domain.text.utf8)[...]) : try? DNSName(domain)
    }

    /// `local-part@domain`, as it is known to the macro `%{s}`; for people to read.
    public var sender: String { "\(localPart)@\(domain)" }

    /// The domain for macros: U-labels have become A-labels (RFC 8616 §4).
    var macroDomain: [UInt8] { name?.dotted ?? Array(domain.utf8) }

    /// What HELO said, for macros.
    var macroHELO: [UInt8] { Self.name(of: helo)?.dotted ?? Array(helo.utf8) }
}
