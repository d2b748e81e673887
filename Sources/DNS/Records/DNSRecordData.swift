public import MailTypes

/// What a record holds, by its type.
public enum DNSRecordData: Hashable, Sendable {
    /// A (RFC 1035 §3.4.1) or AAAA (RFC 3596 §2.2), after the family of the address.
    case address(IPAddress)
    case ns(DNSName)
    case cname(DNSName)
    case soa(SOARecord)
    case ptr(DNSName)
    case mx(MXRecord)
    /// The character-strings as they were written, each of at most 255 bytes (RFC 1035 §3.3.14).
    case txt([[UInt8]])
    case srv(SRVRecord)
    case tlsa(TLSARecord)
    case caa(CAARecord)
    /// A type that is not interpreted here, as the bytes of the wire (RFC 3597 §3).
    case unknown(DNSRecordType, [UInt8])

    /// Longest character-string, in bytes (RFC 1035 §3.3).
    public static let stringLengthLimit = 255

    /// A TXT record of `text`, cut into as many strings as it needs.
    public static func text(_ text: some Sequence<UInt8>) -> DNSRecordData {
        .txt(strings(of: Array(text)))
    }

    /// A TXT record of `text`, cut into as many strings as it needs.
    public static func text(_ text: String) -> DNSRecordData { .text(text.utf8) }

    static func strings(of bytes: [UInt8]) -> [[UInt8]] {
        guard bytes.count > stringLengthLimit else { return [bytes] }
        return stride(from: 0, to: bytes.count, by: stringLengthLimit).map {
            Array(bytes[$0..<min($0 + stringLengthLimit, bytes.count)])
        }
    }

    public var type: DNSRecordType {
        switch self {
        case .address(.v4): .a
        case .address(.v6): .aaaa
        case .ns: .ns
        case .cname: .cname
        case .soa: .soa
        case .ptr: .ptr
        case .mx: .mx
        case .txt: .txt
        case .srv: .srv
        case .tlsa: .tlsa
        case .caa: .caa
        case .unknown(let type, _): type
        }
    }

    /// The strings of a TXT record put together without anything between them, as SPF, DKIM and
    /// DMARC read them (RFC 7208 §3.3, RFC 6376 §3.6.2.2); nil for other types.
    public var joinedText: [UInt8]? {
        guard case .txt(let strings) = self else { return nil }
        return Array(strings.joined())
    }
}
