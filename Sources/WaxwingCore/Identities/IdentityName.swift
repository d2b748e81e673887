public import MailTypes

/// What an identity is called: the domain, or the address, that mail is sent from.
public enum IdentityName: Hashable, Sendable {
    case domain(DomainName)
    case address(Mailbox)

    /// Reads `example.com` or `name@example.com`.
    public init(parsing text: some StringProtocol) throws(SyntaxError) {
        if text.utf8.contains(UInt8(ascii: "@")) {
            let mailbox = try Mailbox(parsing: text)
            guard mailbox.domain != nil else {
                throw SyntaxError(expected: .domain, offset: 0)
            }
            self = .address(mailbox)
        } else {
            self = .domain(try DomainName(parsing: text))
        }
    }

    public var domain: DomainName {
        switch self {
        case .domain(let domain): domain
        case .address(let mailbox): mailbox.domain ?? "invalid"
        }
    }

    public var isDomain: Bool {
        if case .domain = self { true } else { false }
    }
}

extension IdentityName: CustomStringConvertible {
    public var description: String {
        switch self {
        case .domain(let domain): domain.text
        case .address(let mailbox): mailbox.formatted
        }
    }
}

extension IdentityName: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(parsing: decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
