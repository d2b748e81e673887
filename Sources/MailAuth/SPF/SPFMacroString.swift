public import MailTypes

/// Text with macros in it: the operand of a term, or an explanation (RFC 7208 §7).
///
///     macro-string = *( macro-expand / macro-literal )
public struct SPFMacroString: Equatable, Sendable {
    enum Part: Equatable, Sendable {
        case literal(ArraySlice<UInt8>)
        case macro(SPFMacro)
    }

    let parts: [Part]
    /// As it was written.
    let source: ArraySlice<UInt8>
    /// Whether the last of it is `%{…}`, `%%`, `%_` or `%-`.
    let endsInMacro: Bool

    /// As it was written.
    public var text: String { String(decoding: source, as: UTF8.self) }

    /// The letters of its macros, lower case, in order.
    public var letters: [SPFMacro.Letter] {
        parts.compactMap { part in
            guard case .macro(let macro) = part else { return nil }
            return macro.letter
        }
    }

    /// Whether it reads the same whatever the message.
    public var isConstant: Bool {
        parts.allSatisfy { part in
            if case .literal = part { true } else { false }
        }
    }

    func uses(_ letter: SPFMacro.Letter) -> Bool {
        parts.contains { part in
            if case .macro(let macro) = part { macro.letter == letter } else { false }
        }
    }
}

/// One macro: `%{d2}`, `%{lr-}`.
///
///     macro-expand = "%{" macro-letter transformers *delimiter "}"
///     transformers = *DIGIT [ "r" ]     ; RFC 7208 §7.1
public struct SPFMacro: Equatable, Sendable {
    public enum Letter: UInt8, Sendable {
        case sender = 0x73  // s
        case localPart = 0x6C  // l
        case senderDomain = 0x6F  // o
        case domain = 0x64  // d
        case address = 0x69  // i
        case validatedName = 0x70  // p
        case family = 0x76  // v
        case helo = 0x68  // h
        case readableAddress = 0x63  // c
        case receiver = 0x72  // r
        case time = 0x74  // t

        /// Whether it has a meaning in explanations alone (RFC 7208 §7.2).
        var isForExplanations: Bool {
            switch self {
            case .readableAddress, .receiver, .time: true
            case .sender, .localPart, .senderDomain, .domain, .address, .validatedName, .family,
                .helo:
                false
            }
        }
    }

    public var letter: Letter
    /// The letter is upper case: what it stands for is escaped as in a URL.
    public var isURLEscaped = false
    /// How many parts to keep, from the right, after they were reversed; nil for all.
    public var partCount: Int?
    public var isReversed = false
    /// What separates the parts; none for the dot.
    public var delimiters: [UInt8] = []

    /// Largest number of parts that is told apart from “all”. A name has at most 127 labels, and a
    /// sender of 64 + 1 + 253 octets has at most 319 parts.
    static let partCountLimit = 1000
}

extension SPFMacroString {
    /// Where a macro string stands, which decides what it may hold.
    enum Place {
        /// The operand of a term that is known.
        case domain
        /// The value of a modifier that nobody knows: macros of any letter.
        case unknownModifier
        /// With spaces, and with macros of any letter.
        case explanation
    }

    /// Reads the text of an explanation.
    ///
    ///     explain-string = *( macro-string / SP )     ; RFC 7208 §7.1
    /// - Throws: ``SyntaxError`` at the first byte that breaks the grammar: a `%` that begins no
    ///   macro, a byte that is not printable ASCII.
    public init(explanation bytes: ArraySlice<UInt8>) throws(SyntaxError) {
        try self.init(parsing: bytes, as: .explanation)
    }

    init(parsing bytes: ArraySlice<UInt8>, as place: Place) throws(SyntaxError) {
        var cursor = ByteCursor(bytes)
        var parts: [Part] = []
        var endsInMacro = false
        while let byte = cursor.peek {
            endsInMacro = byte == UInt8(ascii: "%")
            if endsInMacro {
                parts.append(try cursor.readMacro(in: place))
                continue
            }
            let literal = cursor.take {
                $0 != UInt8(ascii: "%")
                    && ($0.isVisible || $0 == UInt8(ascii: " ") && place == .explanation)
            }
            guard !literal.isEmpty else { throw cursor.expected(.macroLiteral) }
            parts.append(.literal(literal))
        }
        self.parts = parts
        source = bytes
        self.endsInMacro = endsInMacro
    }
}

extension ByteCursor {
    /// Reads what begins with a `%`.
    fileprivate mutating func readMacro(
        in place: SPFMacroString.Place
    ) throws(SyntaxError) -> SPFMacroString.Part {
        let start = offset
        _ = next()
        switch next() {
        case UInt8(ascii: "%"): return .literal([UInt8(ascii: "%")])
        case UInt8(ascii: "_"): return .literal([UInt8(ascii: " ")])
        case UInt8(ascii: "-"): return .literal([0x25, 0x32, 0x30])  // %20
        case UInt8(ascii: "{"): break
        default: throw SyntaxError(expected: .macro, offset: start)
        }
        guard let byte = peek, let letter = SPFMacro.Letter(rawValue: byte.asciiLowercased),
            place != .domain || !letter.isForExplanations
        else { throw expected(.macroLetter) }
        _ = next()
        var macro = SPFMacro(letter: letter, isURLEscaped: byte != byte.asciiLowercased)
        macro.partCount = try readPartCount()
        macro.isReversed = take(UInt8(ascii: "r")) || take(UInt8(ascii: "R"))
        macro.delimiters = Array(take(while: \.isMacroDelimiter))
        guard take(UInt8(ascii: "}")) else { throw expected(.macroEnd) }
        return .macro(macro)
    }

    /// Zero is no number of parts; leading zeros are read over.
    private mutating func readPartCount() throws(SyntaxError) -> Int? {
        let start = offset
        let digits = take(while: \.isDigit)
        guard !digits.isEmpty else { return nil }
        let count = digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), SPFMacro.partCountLimit) }
        guard count > 0 else { throw SyntaxError(expected: .partCount, offset: start) }
        return count
    }
}

extension UInt8 {
    /// `delimiter` (RFC 7208 §7.1).
    fileprivate var isMacroDelimiter: Bool {
        switch self {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ","),
            UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "="):
            true
        default: false
        }
    }
}

extension SyntaxError.Expectation {
    static let macro: Self = "“%{”, “%%”, “%_” or “%-”"
    static let macroLetter: Self = "a macro letter that is allowed here"
    static let macroEnd: Self = "“}” or what changes the macro"
    static let partCount: Self = "a number of parts above zero"
    static let macroLiteral: Self = "a printable character"
}
