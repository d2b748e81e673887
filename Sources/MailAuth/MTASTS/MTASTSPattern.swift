public import DNS
public import MailTypes

/// An `mx` of a policy: the name of a host, or `*.` for exactly one label in front of a name.
///
///     sts-policy-mx-value = ["*."] Domain     ; RFC 8461 §3.2
public struct MTASTSPattern: Hashable, Sendable {
    public let isWildcard: Bool
    /// In A-labels: a policy must not have U-labels.
    public let domain: DomainName

    /// Nil for a name with U-labels, or with labels that no host has.
    public init?(_ domain: DomainName, isWildcard: Bool = false) {
        guard domain.text.utf8.split(separator: UInt8(ascii: ".")).allSatisfy(Self.isHostLabel)
        else { return nil }
        self.domain = domain
        self.isWildcard = isWildcard
    }

    public init(parsing text: ArraySlice<UInt8>) throws(SyntaxError) {
        let isWildcard = text.starts(with: "*.".utf8)
        let name = isWildcard ? text.dropFirst(2) : text
        guard let pattern = MTASTSPattern(try DomainName(parsing: name), isWildcard: isWildcard)
        else { throw SyntaxError(expected: .label, offset: name.startIndex) }
        self = pattern
    }

    /// `sub-domain = Let-dig [Ldh-str]` (RFC 5321 §4.1.2).
    private static func isHostLabel(_ label: Substring.UTF8View.SubSequence) -> Bool {
        guard let first = label.first, let last = label.last else { return false }
        return first.isAlphanumeric && last.isAlphanumeric
            && label.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    }

    /// Whether a host is allowed: its name as the MX record has it, not what that is an alias for
    /// (RFC 8461 §4.1). U-labels are compared as the A-labels they stand for.
    public func matches(_ host: DNSName) -> Bool {
        guard let name = try? DNSName(domain) else { return false }
        return isWildcard ? host.parent == name && !host.isRoot : host == name
    }
}

extension MTASTSPattern: CustomStringConvertible {
    public var description: String { (isWildcard ? "*." : "") + domain.text }
}
