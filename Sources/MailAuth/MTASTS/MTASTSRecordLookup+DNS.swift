public import DNS
public import MailTypes

extension MTASTSRecordLookup {
    /// Looks up the record of a policy domain: that of the recipient, or of a smart host, and never
    /// that of a parent (RFC 8461 §3.4). Aliases are followed (§3.1).
    public static func lookUp(
        _ domain: DomainName, resolver: some Resolver
    ) async -> MTASTSRecordLookup {
        guard let name = try? DNSName(domain).prefixed(with: MTASTSRecord.label) else {
            return .none(reason: "the name is too long")
        }
        let answer = await resolver.textRecords(of: name)
        switch answer.outcome {
        case .records(let records): return MTASTSRecordLookup(records: records)
        case .noData, .nameNotFound: return .none(reason: "no record")
        case .temporaryFailure(let reason): return .temporaryFailure(reason: reason)
        }
    }
}
