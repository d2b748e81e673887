extension DNSName: ExpressibleByStringLiteral {
    /// `let name: DNSName = "mail.example.com"`; traps when the source spells no name.
    public init(stringLiteral value: StaticString) { self.init(value) }
}
