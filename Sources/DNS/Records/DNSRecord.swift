/// One resource record: what a name is said to have, and for how long that may be remembered
/// (RFC 1035 §3.2.1).
public struct DNSRecord: Hashable, Sendable {
    /// Longest time to live; the wire form has 31 bits of seconds (RFC 2181 §8).
    public static let ttlLimit = Duration.seconds(Int64(Int32.max))

    /// The owner.
    public var name: DNSName
    public var recordClass: DNSClass
    /// How long the record may be cached; written in whole seconds.
    public var ttl: Duration
    public var data: DNSRecordData

    public init(
        _ name: DNSName, ttl: Duration = .seconds(300), _ data: DNSRecordData,
        recordClass: DNSClass = .internet
    ) {
        self.name = name
        self.recordClass = recordClass
        self.ttl = ttl
        self.data = data
    }

    public var type: DNSRecordType { data.type }
}

extension DNSRecord: CustomStringConvertible {
    /// A line of a master file: `example.com. 300 IN MX 10 mx.example.com.`
    public var description: String {
        "\(name.absoluteText) \(ttl.components.seconds) \(recordClass) \(type) \(data)"
    }
}
