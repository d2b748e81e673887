/// Where a message came from, as its envelope says: where bounces go (RFC 5321 §4.1.1.2).
public enum ReversePath: Hashable, Sendable {
    /// `<>`: a bounce or another message that must never be answered (RFC 5321 §4.5.5).
    case null
    case mailbox(Mailbox)

    public var mailbox: Mailbox? {
        if case .mailbox(let mailbox) = self { mailbox } else { nil }
    }

    /// `a@example.com`, or nothing for the null path.
    public var address: String { mailbox?.formatted ?? "" }

    /// With its angle brackets, as `MAIL FROM:` takes it.
    public var formatted: String { "<\(address)>" }
}

/// Where a message goes, as its envelope says (RFC 5321 §4.1.1.3).
public enum ForwardPath: Hashable, Sendable {
    case mailbox(Mailbox)
    /// `<Postmaster>` without a domain: every server takes mail for it (RFC 5321 §4.5.1).
    case postmaster

    public var mailbox: Mailbox? {
        if case .mailbox(let mailbox) = self { mailbox } else { nil }
    }

    public var address: String { mailbox?.formatted ?? "postmaster" }

    public var formatted: String { "<\(address)>" }
}

extension ByteCursor {
    /// Reads what stands behind `MAIL FROM:`.
    ///
    ///     Reverse-path = Path / "<>"
    ///     Path         = "<" [ A-d-l ":" ] Mailbox ">"     ; RFC 5321 §4.1.2
    ///
    /// A source route is read and dropped (RFC 5321 appendix C).
    public mutating func readReversePath() throws(SyntaxError) -> ReversePath {
        guard take(UInt8(ascii: "<")) else { throw expected(.path) }
        if take(UInt8(ascii: ">")) { return .null }
        return .mailbox(try readPathContent())
    }

    /// Reads what stands behind `RCPT TO:`.
    ///
    ///     Forward-path = Path / "<Postmaster>"     ; RFC 5321 §4.1.1.3
    public mutating func readForwardPath() throws(SyntaxError) -> ForwardPath {
        guard take(UInt8(ascii: "<")) else { throw expected(.path) }
        if take(ignoringCase: "postmaster>") { return .postmaster }
        return .mailbox(try readPathContent())
    }

    private mutating func readPathContent() throws(SyntaxError) -> Mailbox {
        if peek == UInt8(ascii: "@") {
            _ = take { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ">") }
            guard take(UInt8(ascii: ":")) else { throw expected(.byte(":")) }
        }
        let mailbox = try readMailbox()
        guard take(UInt8(ascii: ">")) else { throw expected(.byte(">")) }
        return mailbox
    }
}
