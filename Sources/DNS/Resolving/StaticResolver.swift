public import MailTypes

/// A scripted DNS: the records that were given, and no others, with failures where they were
/// asked for.
///
///     var resolver = try StaticResolver(zoneFile: "example.com. MX 10 mx.example.com.")
///     resolver.fail(DNSName("broken.example"), reason: "timeout")
public struct StaticResolver: Resolver {
    private struct Failure: Sendable {
        /// Nil for every type.
        var type: DNSRecordType?
        var reason: String
    }

    private var zone: Zone
    private var failures: [DNSName: [Failure]] = [:]
    private var secureNames: Set<DNSName> = []

    public init(records: some Sequence<DNSRecord> = EmptyCollection()) {
        zone = Zone(.root, records: records)
    }

    /// Reads a master file; see ``ZoneFileParser``.
    /// - Throws: ``SyntaxError`` at the byte that breaks its grammar.
    public init(zoneFile: String, origin: DNSName = .root) throws(SyntaxError) {
        self.init(records: try ZoneFileParser.parse(zoneFile, origin: origin))
    }

    /// Adds a record, unless the same data is there.
    public mutating func insert(_ record: DNSRecord) { zone.insert(record) }

    /// Makes look-ups of `name` fail, also those that come to it through an alias: of one type, or
    /// of all.
    public mutating func fail(
        _ name: DNSName, _ type: DNSRecordType? = nil, reason: String = "SERVFAIL"
    ) {
        failures[name, default: []].append(Failure(type: type, reason: reason))
    }

    /// Makes answers about `apex` and the names below it secure.
    public mutating func secure(_ apex: DNSName) { secureNames.insert(apex) }

    public func lookUp(_ name: DNSName, _ type: DNSRecordType) async -> DNSAnswer {
        let trail = ZoneSet([zone]).follow(name, type)
        let path = trail.aliases.map(\.name) + [trail.name]
        for visited in path {
            guard let failure = failure(of: visited, type) else { continue }
            return DNSAnswer(.temporaryFailure(reason: failure), canonicalName: visited)
        }
        guard var answer = trail.answer else {
            return DNSAnswer(.nameNotFound, canonicalName: name)
        }
        answer.isSecure = path.allSatisfy(isSecure)
        return answer
    }

    private func failure(of name: DNSName, _ type: DNSRecordType) -> String? {
        failures[name]?.first { $0.type == nil || $0.type == type }?.reason
    }

    private func isSecure(_ name: DNSName) -> Bool {
        !secureNames.isEmpty && name.selfAndAncestors.contains(where: secureNames.contains)
    }
}
