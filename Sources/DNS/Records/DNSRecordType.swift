import MailTypes

/// What a record says about its name: `A`, `MX`, `TXT` (RFC 1035 §3.2.2 and its successors).
public struct DNSRecordType: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let a = DNSRecordType(rawValue: 1)
    public static let ns = DNSRecordType(rawValue: 2)
    public static let cname = DNSRecordType(rawValue: 5)
    public static let soa = DNSRecordType(rawValue: 6)
    public static let ptr = DNSRecordType(rawValue: 12)
    public static let hinfo = DNSRecordType(rawValue: 13)
    public static let mx = DNSRecordType(rawValue: 15)
    public static let txt = DNSRecordType(rawValue: 16)
    public static let aaaa = DNSRecordType(rawValue: 28)
    public static let srv = DNSRecordType(rawValue: 33)
    /// The pseudo-record of EDNS (RFC 6891 §6.1.1).
    public static let opt = DNSRecordType(rawValue: 41)
    public static let ds = DNSRecordType(rawValue: 43)
    public static let rrsig = DNSRecordType(rawValue: 46)
    public static let dnskey = DNSRecordType(rawValue: 48)
    public static let tlsa = DNSRecordType(rawValue: 52)
    /// Asks for every type at once (RFC 8482 says how little that gets).
    public static let any = DNSRecordType(rawValue: 255)
    public static let caa = DNSRecordType(rawValue: 257)

    /// Whether it is a question about the server or the message, and never the type of data
    /// (RFC 6895 §3.1): zone transfers and the like. `any` is one too, and has its own answer.
    var isMeta: Bool { self == .opt || (128...255).contains(rawValue) }

    private static let mnemonics: [DNSRecordType: String] = [
        .a: "A", .ns: "NS", .cname: "CNAME", .soa: "SOA", .ptr: "PTR", .hinfo: "HINFO",
        .mx: "MX", .txt: "TXT", .aaaa: "AAAA", .srv: "SRV", .opt: "OPT", .ds: "DS",
        .rrsig: "RRSIG", .dnskey: "DNSKEY", .tlsa: "TLSA", .any: "ANY", .caa: "CAA",
    ]

    private static let types = Dictionary(
        uniqueKeysWithValues: mnemonics.map { ($0.value, $0.key) })

    /// Reads `MX`, in either case, or `TYPE15` (RFC 3597 §5); nil for what names no type.
    public init?(parsing text: some StringProtocol) {
        let upper = String(decoding: text.utf8.map(\.asciiUppercased), as: UTF8.self)
        if let type = Self.types[upper] {
            self = type
        } else if upper.hasPrefix("TYPE"), let number = UInt16(upper.dropFirst(4)) {
            self.init(rawValue: number)
        } else {
            return nil
        }
    }
}

extension DNSRecordType: CustomStringConvertible {
    /// `MX`, or `TYPE65280` for a type without a name here.
    public var description: String { Self.mnemonics[self] ?? "TYPE\(rawValue)" }
}
