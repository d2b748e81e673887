public import MailTypes

extension DNSName {
    /// The name of a mail domain; U-labels become the A-labels that the DNS holds (RFC 5890 §2.3.2).
    /// - Throws: ``SyntaxError`` when the name is too long for the DNS, where 253 octets fit
    ///   between the dots.
    public init(_ domain: DomainName) throws(SyntaxError) {
        guard !domain.isASCII else {
            try self.init(labels: domain.labels.map(\.utf8))
            return
        }
        var labels: [[UInt8]] = []
        for label in domain.labels {
            guard let encoded = Punycode.aLabel(of: label) else {
                throw SyntaxError(expected: .labelEnd, offset: labels.count)
            }
            labels.append(encoded)
        }
        try self.init(labels: labels)
    }

    /// The name that holds the PTR records of an address: `4.3.2.1.in-addr.arpa` for `1.2.3.4`
    /// (RFC 1035 §3.5), 32 nibbles under `ip6.arpa` for IPv6 (RFC 3596 §2.5).
    public init(reverseOf address: IPAddress) {
        let labels: [String]
        switch address {
        case .v4(let bytes):
            labels = bytes.reversed().map { String($0) } + ["in-addr", "arpa"]
        case .v6(let bytes):
            labels =
                bytes.reversed().flatMap { [$0 & 15, $0 >> 4].map { String($0, radix: 16) } }
                + ["ip6", "arpa"]
        }
        let wire = labels.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
        self.init(checked: wire + [0])
    }
}

extension DomainName {
    /// The mail domain of this name.
    /// - Throws: ``SyntaxError`` for the root, and for a label that mail does not allow.
    public init(_ name: DNSName) throws(SyntaxError) {
        let labels = name.labels
        for label in labels {
            guard let dot = label.firstIndex(of: UInt8(ascii: ".")) else { continue }
            throw SyntaxError(expected: .label, offset: dot)
        }
        try self.init(parsing: Array(labels.joined(separator: [UInt8(ascii: ".")]))[...])
    }
}
