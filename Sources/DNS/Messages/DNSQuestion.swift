/// What a query asks (RFC 1035 §4.1.2).
public struct DNSQuestion: Hashable, Sendable {
    public var name: DNSName
    public var type: DNSRecordType
    public var recordClass: DNSClass

    public init(_ name: DNSName, _ type: DNSRecordType, recordClass: DNSClass = .internet) {
        self.name = name
        self.type = type
        self.recordClass = recordClass
    }
}

extension DNSQuestion: CustomStringConvertible {
    public var description: String { "\(name.absoluteText) \(recordClass) \(type)" }
}
