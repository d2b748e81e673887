public import MailTypes

/// A name in the tree of the DNS: labels of any bytes, the root at the end (RFC 1035 §3.1).
///
/// Unlike `DomainName` it takes every name that the DNS can hold, `_dmarc.example.com` and
/// `4.3.2.1.in-addr.arpa` among them, and the root itself. Letters keep their case, and names that
/// differ in the case of ASCII letters alone are equal (RFC 4343 §3).
public struct DNSName: Sendable {
    /// Longest name, in octets of the wire form, the root's one included (RFC 1035 §2.3.4).
    public static let lengthLimit = 255
    /// Longest label, in octets (RFC 1035 §2.3.4).
    public static let labelLengthLimit = 63

    /// The name of the root, which has no label.
    public static let root = DNSName(checked: [0])

    /// The uncompressed wire form: each label behind its length octet, a zero at the end.
    public let wireBytes: [UInt8]

    /// A name of `labels`, the leftmost first.
    /// - Throws: ``SyntaxError`` at the number of the label that is empty or too long, or with
    ///   which the name becomes too long.
    public init(labels: some Sequence<some Collection<UInt8>>) throws(SyntaxError) {
        var wire: [UInt8] = []
        for (index, label) in labels.enumerated() {
            guard !label.isEmpty else { throw SyntaxError(expected: .dnsLabel, offset: index) }
            guard label.count <= Self.labelLengthLimit else {
                throw SyntaxError(expected: .labelEnd, offset: index)
            }
            wire.append(UInt8(label.count))
            wire.append(contentsOf: label)
            guard wire.count < Self.lengthLimit else {
                throw SyntaxError(expected: .nameEnd, offset: index)
            }
        }
        wireBytes = wire + [0]
    }

    /// A name in wire form whose bounds the caller has seen to.
    init(checked wireBytes: [UInt8]) { self.wireBytes = wireBytes }

    public var isRoot: Bool { wireBytes.count == 1 }

    /// The labels without the root's, the leftmost first.
    public var labels: [ArraySlice<UInt8>] {
        var labels: [ArraySlice<UInt8>] = []
        var offset = 0
        while offset < wireBytes.count, wireBytes[offset] > 0 {
            let start = offset + 1
            offset = start + Int(wireBytes[offset])
            labels.append(wireBytes[start..<offset])
        }
        return labels
    }

    /// `example.com` for `mail.example.com`, the root for `com`; nil for the root.
    public var parent: DNSName? {
        isRoot ? nil : DNSName(checked: Array(wireBytes[(1 + Int(wireBytes[0]))...]))
    }

    /// This name, its parent, and so on to the root.
    var selfAndAncestors: UnfoldFirstSequence<DNSName> {
        sequence(first: self, next: \.parent)
    }

    /// Whether this is `other`, or a name below it. `badexample.com` is not below `example.com`.
    public func isEqualToOrBelow(_ other: DNSName) -> Bool {
        let start = wireBytes.count - other.wireBytes.count
        var offset = 0
        while offset < start { offset += 1 + Int(wireBytes[offset]) }
        guard offset == start else { return false }
        return zip(wireBytes[start...], other.wireBytes).allSatisfy {
            $0.asciiLowercased == $1.asciiLowercased
        }
    }

    /// This name below `suffix`: `mail` under `example.com` is `mail.example.com`.
    /// - Throws: ``SyntaxError`` when the name would become too long.
    public func appending(_ suffix: DNSName) throws(SyntaxError) -> DNSName {
        let wire = wireBytes.dropLast() + suffix.wireBytes
        guard wire.count <= Self.lengthLimit else {
            throw SyntaxError(expected: .nameEnd, offset: wireBytes.count - 1)
        }
        return DNSName(checked: Array(wire))
    }

    /// This name with labels in front: `prefixed(with: "_dmarc")`.
    /// - Throws: ``SyntaxError`` when `labels` are none, or the name would become too long.
    public func prefixed(with labels: some StringProtocol) throws(SyntaxError) -> DNSName {
        try DNSName(parsing: labels).appending(self)
    }
}

// A length octet is at most 63 and no letter, so the whole wire form may be lower-cased.
extension DNSName: Hashable {
    public static func == (first: DNSName, second: DNSName) -> Bool {
        first.wireBytes == second.wireBytes
            || (first.wireBytes.count == second.wireBytes.count
                && zip(first.wireBytes, second.wireBytes).allSatisfy {
                    $0.asciiLowercased == $1.asciiLowercased
                })
    }

    public func hash(into hasher: inout Hasher) {
        // Eight bytes a step: resolvers look names up in dictionaries, and SipHash has a price by
        // the call.
        var index = 0
        while index < wireBytes.count {
            var word: UInt64 = 0
            for byte in wireBytes[index..<min(index + 8, wireBytes.count)] {
                word = word << 8 | UInt64(byte.asciiLowercased)
            }
            hasher.combine(word)
            index += 8
        }
    }
}

extension SyntaxError.Expectation {
    static let dnsLabel: Self = "a label"
    static let labelEnd: Self = "the end of a label of at most 63 octets"
    static let nameEnd: Self = "the end of a name of at most 255 octets"
}
