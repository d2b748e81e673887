extension DomainName: ExpressibleByStringLiteral {
    /// `let domain: DomainName = "example.com"`; traps when the source spells no domain name.
    public init(stringLiteral value: StaticString) { self.init(value) }
}
