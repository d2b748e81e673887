/// Something that finds records: the DNS itself, or a script of it.
///
/// Nothing is thrown, because not finding a record is a normal outcome that SPF, DKIM, DMARC and
/// delivery each have their own word for; ``ResolverAnswer/Outcome`` keeps them apart.
public protocol Resolver: Sendable {
    /// Looks up the records of `type` at `name`, following CNAME records unless `type` is `cname`.
    ///
    /// Answers within a deadline of its own. Data that fails DNSSEC validation is never handed
    /// out: it is a temporary failure.
    func lookUp(_ name: DNSName, _ type: DNSRecordType) async -> DNSAnswer
}

/// What a look-up of one name and type found.
public typealias DNSAnswer = ResolverAnswer<DNSRecordData>
