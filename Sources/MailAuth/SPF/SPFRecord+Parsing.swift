public import MailTypes

extension SPFRecord {
    /// Whether a TXT record is an SPF record at all: it begins with the version, and that with a
    /// space behind it or nothing (RFC 7208 §4.5). `v=spf10` is something else.
    public static func isRecord(_ bytes: ArraySlice<UInt8>) -> Bool {
        var cursor = ByteCursor(bytes)
        return cursor.take(ignoringCase: "v=spf1")
            && (cursor.isAtEnd || cursor.peek == UInt8(ascii: " "))
    }

    /// Reads a record; the strings of its TXT record are put together without anything between.
    ///
    ///     record = version terms *SP
    ///     terms  = *( 1*SP ( directive / modifier ) )     ; RFC 7208 §4.5, §4.6.1
    ///
    /// Terms that are never reached must be right as well, so that a mistake shows at once and not
    /// on the day they are (§4.6).
    /// - Throws: ``SyntaxError`` at the first byte that breaks the grammar.
    public init(parsing bytes: ArraySlice<UInt8>) throws(SyntaxError) {
        var cursor = ByteCursor(bytes)
        guard Self.isRecord(bytes), cursor.take(6) != nil else {
            throw cursor.expected(.spfVersion)
        }
        var directives: [SPFDirective] = []
        var redirect: SPFDomainSpec?
        var explanation: SPFDomainSpec?
        var otherModifiers: [SPFModifier] = []
        directives.reserveCapacity(min(bytes.count { $0 == UInt8(ascii: " ") }, 32))
        cursor.skipTermSpaces()
        while !cursor.isAtEnd {
            var term = ByteCursor(cursor.take { $0 != UInt8(ascii: " ") })
            switch try term.readTerm() {
            case .directive(let directive):
                directives.append(directive)
            case .redirect(let spec, let start):
                guard redirect == nil else {
                    throw SyntaxError(expected: .singleRedirect, offset: start)
                }
                redirect = spec
            case .explanation(let spec, let start):
                guard explanation == nil else {
                    throw SyntaxError(expected: .singleExplanation, offset: start)
                }
                explanation = spec
            case .modifier(let modifier):
                otherModifiers.append(modifier)
            }
            cursor.skipTermSpaces()
        }
        self.init(
            source: bytes, directives: directives, redirect: redirect, explanation: explanation,
            otherModifiers: otherModifiers)
    }

    /// Reads a record that `text` spells.
    public init(parsing text: String) throws(SyntaxError) {
        try self.init(parsing: Array(text.utf8)[...])
    }
}

private enum Term {
    case directive(SPFDirective)
    case redirect(SPFDomainSpec, start: Int)
    case explanation(SPFDomainSpec, start: Int)
    case modifier(SPFModifier)
}

extension ByteCursor {
    /// Passes over SP alone: a tab, or a line end, is part of a term, and breaks it.
    fileprivate mutating func skipTermSpaces() {
        while take(UInt8(ascii: " ")) {}
    }

    /// Reads a term, which fills the cursor.
    ///
    ///     directive        = [ qualifier ] mechanism
    ///     unknown-modifier = name "=" macro-string     ; RFC 7208 §4.6.1
    fileprivate mutating func readTerm() throws(SyntaxError) -> Term {
        let source = remaining
        let qualifier = peek.flatMap(SPFQualifier.init(rawValue:))
        if qualifier != nil { _ = next() }
        let name = take { $0.isTermName }
        guard qualifier == nil, name.first?.isLetter == true, take(UInt8(ascii: "=")) else {
            return .directive(
                SPFDirective(
                    qualifier: qualifier ?? .pass, mechanism: try readMechanism(name),
                    source: source))
        }
        // A known name with a wrong value is an error, not a modifier that is unknown (§4.6.1).
        if name.equalsIgnoringCase("redirect") {
            return .redirect(try SPFDomainSpec(parsing: remaining), start: source.startIndex)
        }
        if name.equalsIgnoringCase("exp") {
            return .explanation(try SPFDomainSpec(parsing: remaining), start: source.startIndex)
        }
        return .modifier(
            SPFModifier(
                name: String(decoding: name, as: UTF8.self),
                value: try SPFMacroString(parsing: remaining, as: .unknownModifier)))
    }

    /// Reads what follows the name of a mechanism.
    private mutating func readMechanism(
        _ name: ArraySlice<UInt8>
    ) throws(SyntaxError) -> SPFMechanism {
        // By length first: records of a hundred networks are common.
        switch name.count {
        case 1 where name.equalsIgnoringCase("a"):
            let (spec, lengths) = try readDomainAndPrefixes()
            return .a(spec, lengths)
        case 2 where name.equalsIgnoringCase("mx"):
            let (spec, lengths) = try readDomainAndPrefixes()
            return .mx(spec, lengths)
        case 3 where name.equalsIgnoringCase("ip4"):
            return .ip4(try readIPv4Network())
        case 3 where name.equalsIgnoringCase("ip6"):
            return .ip6(try readIPv6Network())
        case 3 where name.equalsIgnoringCase("all"):
            guard isAtEnd else { throw expected(.termEnd) }
            return .all
        case 3 where name.equalsIgnoringCase("ptr"):
            return .ptr(isAtEnd ? nil : try readDomainSpec())
        case 6 where name.equalsIgnoringCase("exists"):
            return .exists(try readDomainSpec())
        case 7 where name.equalsIgnoringCase("include"):
            return .include(try readDomainSpec())
        default:
            throw SyntaxError(expected: .mechanism, offset: name.startIndex)
        }
    }

    /// Reads `:` and the domain, to the end.
    private mutating func readDomainSpec() throws(SyntaxError) -> SPFDomainSpec {
        guard take(UInt8(ascii: ":")) else { throw expected(.byte(":")) }
        return try SPFDomainSpec(parsing: remaining)
    }

    /// Reads what follows `a` and `mx`.
    ///
    ///     [ ":" domain-spec ] [ dual-cidr-length ]     ; RFC 7208 §5.3
    ///
    /// A domain-spec may hold slashes, so the lengths are looked for at the end.
    private mutating func readDomainAndPrefixes() throws(SyntaxError) -> (
        SPFDomainSpec?, SPFPrefixLengths
    ) {
        let rest = remaining
        let lengths = rest[Self.startOfPrefixes(in: rest)...]
        var spec: SPFDomainSpec?
        if take(UInt8(ascii: ":")) {
            spec = try SPFDomainSpec(parsing: rest[(rest.startIndex + 1)..<lengths.startIndex])
        } else if lengths.startIndex > rest.startIndex {
            throw expected(.termEnd)
        }
        move(to: lengths.startIndex)
        var result = SPFPrefixLengths.whole
        if peek == UInt8(ascii: "/"), peek(at: 1) != UInt8(ascii: "/") {
            result.ipv4 = try readPrefixLength(limit: 32)
        }
        if !isAtEnd {
            _ = next()
            result.ipv6 = try readPrefixLength(limit: 128)
        }
        return (spec, result)
    }

    /// Where `/24`, `//64` or `/24//64` begins at the end of `bytes`; their end when there is none.
    private static func startOfPrefixes(in bytes: ArraySlice<UInt8>) -> Int {
        func start(before end: Int) -> Int? {
            var index = end
            while index > bytes.startIndex, bytes[index - 1].isDigit { index -= 1 }
            guard index < end, index > bytes.startIndex, bytes[index - 1] == UInt8(ascii: "/")
            else { return nil }
            return index - 1
        }
        guard let last = start(before: bytes.endIndex) else { return bytes.endIndex }
        guard last > bytes.startIndex, bytes[last - 1] == UInt8(ascii: "/") else { return last }
        return start(before: last - 1) ?? last - 1
    }

    ///     ip4-cidr-length = "/" ("0" / %x31-39 0*1DIGIT) ; value range 0-32
    ///     ip6-cidr-length = "/" ("0" / %x31-39 0*2DIGIT) ; value range 0-128
    private mutating func readPrefixLength(limit: Int) throws(SyntaxError) -> Int {
        guard take(UInt8(ascii: "/")) else { throw expected(.termEnd) }
        let start = offset
        let digits = take(while: \.isDigit)
        let number = digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1000) }
        guard !digits.isEmpty, number <= limit, digits.count == 1 || digits.first != 0x30 else {
            throw SyntaxError(expected: .prefixLength(limit), offset: start)
        }
        return number
    }

    ///     ip4         = "ip4" ":" ip4-network [ ip4-cidr-length ]
    ///     ip4-network = qnum "." qnum "." qnum "." qnum     ; RFC 7208 §5.6
    private mutating func readIPv4Network() throws(SyntaxError) -> SPFNetwork {
        guard take(UInt8(ascii: ":")) else { throw expected(.byte(":")) }
        let start = offset
        var number: UInt64 = 0
        for index in 0..<4 {
            guard index == 0 || take(UInt8(ascii: ".")) else {
                throw SyntaxError(expected: .ipv4Address, offset: start)
            }
            let digits = take(while: \.isDigit)
            let value = digits.reduce(0) { min($0 * 10 + UInt64($1 - 0x30), 1000) }
            guard !digits.isEmpty, value < 256, digits.count == 1 || digits.first != 0x30 else {
                throw SyntaxError(expected: .ipv4Address, offset: start)
            }
            number = number << 8 | value
        }
        let length = isAtEnd ? 32 : try readPrefixLength(limit: 32)
        guard isAtEnd else { throw expected(.termEnd) }
        return SPFNetwork(
            AddressBits(isIPv4: true, high: number << 32, low: 0), prefixLength: length)
    }

    ///     ip6         = "ip6" ":" ip6-network [ ip6-cidr-length ]
    ///     ip6-network = <as per Section 2.2 of [RFC4291]>     ; RFC 7208 §5.6
    ///
    /// A mapped network stays one of IPv6, and no client is in it: such clients count as IPv4.
    private mutating func readIPv6Network() throws(SyntaxError) -> SPFNetwork {
        guard take(UInt8(ascii: ":")) else { throw expected(.byte(":")) }
        let start = offset
        let text = take { $0 != UInt8(ascii: "/") }
        guard text.contains(UInt8(ascii: ":")),
            let address = IPAddress(parsing: text)
        else { throw SyntaxError(expected: .ipv6Address, offset: start) }
        let length = isAtEnd ? 128 : try readPrefixLength(limit: 128)
        guard isAtEnd else { throw expected(.termEnd) }
        var bits = AddressBits(address)
        if bits.isIPv4 {
            bits = AddressBits(isIPv4: false, high: 0, low: 0xFFFF << 32 | bits.high >> 32)
        }
        return SPFNetwork(bits, prefixLength: length)
    }
}

extension UInt8 {
    /// What may stand in a name (RFC 7208 §4.6.1).
    fileprivate var isTermName: Bool {
        isAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
            || self == UInt8(ascii: ".")
    }
}

extension SyntaxError.Expectation {
    static let spfVersion: Self = "v=spf1"
    static let mechanism: Self =
        "a mechanism (all, include, a, mx, ptr, ip4, ip6, exists) or a modifier with its “=”"
    static let termEnd: Self = "the end of the term"
    static let singleRedirect: Self = "one redirect= at most"
    static let singleExplanation: Self = "one exp= at most"
    static let ipv4Address: Self = "an IPv4 address of four numbers"
    static let ipv6Address: Self = "an IPv6 address"
    static func prefixLength(_ limit: Int) -> Self { Self("a prefix length of 0 to \(limit)") }
}
