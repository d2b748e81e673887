/// How much work one check may make (RFC 7208 §4.6.4).
public struct SPFLimits: Equatable, Sendable {
    /// Most terms that query the DNS, in all records together: `include`, `a`, `mx`, `ptr`,
    /// `exists` and `redirect`.
    public var termLimit = 10
    /// Most terms whose names turned out not to exist, or to have no such records.
    public var voidLookUpLimit = 2
    /// Most hosts of one `mx`; a domain with more gets a permerror.
    public var exchangeLimit = 10
    /// Most names of the client that are looked at for `ptr` and `%{p}`; others are left out.
    public var reverseNameLimit = 10
    /// Longest explanation, in bytes; the rest is cut off (§6.2 lets receivers limit it).
    public var explanationLengthLimit = 1000

    public init() {}
}
