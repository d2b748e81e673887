import MailTypes

extension Field {
    /// Writes a field of unstructured text (`Subject`, `Comments`, fields of one's own).
    ///
    /// Text outside ASCII becomes encoded words, long text is folded; white space at either end is
    /// dropped.
    /// - Throws: ``CompositionError`` for a name that is none, or text with CR, LF or NUL.
    public init(_ name: String, text: String) throws(CompositionError) {
        var writer = try FieldWriter(name)
        try writer.appendText(text)
        self = writer.finished()
    }

    /// Writes a field whose value is ASCII in its final form (`Date`, `Message-ID`), folded at
    /// spaces where it is long.
    /// - Throws: ``CompositionError`` as for text, and when a word is too long for a line.
    public init(_ name: String, value: String) throws(CompositionError) {
        var writer = try FieldWriter(name)
        try writer.check(value)
        guard value.utf8.allSatisfy({ $0.isVisible || $0.isSpaceOrTab }) else {
            throw .notASCII(name)
        }
        for word in value.utf8.split(whereSeparator: \.isSpaceOrTab) { try writer.append(word) }
        self = writer.finished()
    }

    /// Writes an address field (`From`, `To`, `Cc`, `Reply-To`), each address on its own line
    /// unless several fit on one. Addresses outside ASCII are written in UTF-8, which only
    /// receivers with SMTPUTF8 take.
    public init(_ name: String, addresses: [Address]) throws(CompositionError) {
        var writer = try FieldWriter(name)
        for (index, address) in addresses.enumerated() {
            try writer.append(address)
            if index < addresses.count - 1 { try writer.appendClosely(",") }
        }
        self = writer.finished()
    }
}

extension Address {
    /// `Pete <pete@silly.example>`, with quotes or encoded words where the name needs them, on
    /// one line.
    ///
    /// Characters that would break out of a field are written as spaces.
    public var formatted: String {
        let mailbox = Self.withoutControls(mailbox.formatted)
        guard let displayName, !displayName.isEmpty else { return mailbox }
        switch Self.notation(of: displayName) {
        case .atoms: return "\(displayName) <\(mailbox)>"
        case .quoted(let quoted): return "\(quoted) <\(mailbox)>"
        case .encoded:
            let words = EncodedWord.encode(displayName, in: .phrase)
            let text = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
            return "\(text) <\(mailbox)>"
        }
    }

    private static func withoutControls(_ text: String) -> String {
        String(decoding: text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
    }

    /// How a display name is written.
    fileprivate enum Notation {
        case atoms
        case quoted(String)
        case encoded
    }

    fileprivate static func notation(of name: String) -> Notation {
        let bytes = Array(name.utf8)
        let isPlain = bytes.allSatisfy { $0.isVisible || $0 == 0x20 }
        // Long names are encoded, because a quoted string cannot be folded without changing it.
        guard isPlain, bytes.count <= 60, !name.contains("=?") else { return .encoded }
        let atoms = bytes.split(separator: 0x20, omittingEmptySubsequences: false)
        if atoms.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isAtomText) }) { return .atoms }
        var quoted = "\""
        for scalar in name.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return .quoted(quoted + "\"")
    }
}

extension FieldWriter {
    mutating func append(_ address: Address) throws(CompositionError) {
        let mailbox = address.mailbox.formatted
        try check(mailbox)
        guard let name = address.displayName, !name.isEmpty else {
            return try append(mailbox.utf8)
        }
        try check(name)
        switch Address.notation(of: name) {
        case .atoms:
            for atom in name.utf8.split(separator: 0x20) { try append(atom) }
        case .quoted(let quoted):
            try append(quoted.utf8)
        case .encoded:
            try appendEncoded(name, in: .phrase)
        }
        try append("<\(mailbox)>".utf8)
    }
}
