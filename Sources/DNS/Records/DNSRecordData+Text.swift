import MailTypes

extension DNSRecordData: CustomStringConvertible {
    /// The data as a master file has it (RFC 1035 §5.1): `10 mx.example.com.`
    public var description: String {
        switch self {
        case .address(let address):
            address.description
        case .ns(let name), .cname(let name), .ptr(let name):
            name.absoluteText
        case .soa(let soa):
            "\(soa.primaryServer.absoluteText) \(soa.responsibleMailbox.absoluteText) "
                + "\(soa.serial) \(soa.refresh) \(soa.retry) \(soa.expire) \(soa.negativeTTL)"
        case .mx(let mx):
            "\(mx.preference) \(mx.exchange.absoluteText)"
        case .txt(let strings):
            strings.isEmpty ? "\"\"" : strings.map(Self.quoted).joined(separator: " ")
        case .srv(let srv):
            "\(srv.priority) \(srv.weight) \(srv.port) \(srv.target.absoluteText)"
        case .tlsa(let tlsa):
            "\(tlsa.certificateUsage) \(tlsa.selector) \(tlsa.matchingType) "
                + Self.hexadecimal(tlsa.associationData)
        case .caa(let caa):
            "\(caa.flags) \(String(decoding: caa.tag, as: UTF8.self)) \(Self.quoted(caa.value))"
        case .unknown(_, let bytes):
            // RFC 3597 §5
            bytes.isEmpty ? "\\# 0" : "\\# \(bytes.count) \(Self.hexadecimal(bytes))"
        }
    }

    private static func quoted(_ bytes: [UInt8]) -> String {
        let escaped = bytes.map { byte in
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): "\\\(Unicode.Scalar(byte))"
            case 0x20...0x7E: String(Unicode.Scalar(byte))
            default: byte.decimalEscape
            }
        }
        return "\"\(escaped.joined())\""
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
