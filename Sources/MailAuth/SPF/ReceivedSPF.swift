import MailTypes

/// The field in which a receiver records a check, with what it takes to repeat it
/// (RFC 7208 §9.1).
///
///     Received-SPF: pass (mx.example.net: domain of user@example.com designates 192.0.2.1 as
///      permitted sender) client-ip=192.0.2.1; envelope-from="user@example.com"; …
public struct ReceivedSPF: Equatable, Sendable {
    /// One `key=value`.
    public struct Pair: Equatable, Sendable {
        public var key: String
        public var value: String

        public init(_ key: String, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    public static let fieldName = "Received-SPF"

    /// Most pairs that are read; the standard defines seven keys.
    static let pairLimit = 50
    /// Longest value that is written, in bytes; the rest is cut off. A line may have 998.
    static let valueLengthLimit = 400
    /// Longest key that is written, in bytes.
    static let keyLengthLimit = 60

    public var result: SPFResult
    /// For people; nil when there is none.
    public var comment: String?
    public var pairs: [Pair]

    public init(result: SPFResult, comment: String? = nil, pairs: [Pair] = []) {
        self.result = result
        self.comment = comment
        self.pairs = pairs
    }

    /// The value of a key, whose case does not matter.
    public subscript(key: String) -> String? {
        pairs.first { $0.key.equalsIgnoringCase(key) }?.value
    }

    /// Records an evaluation.
    /// - Parameter receiver: the host that made it.
    public init(_ evaluation: SPFEvaluation, receiver: String) {
        let request = evaluation.request
        var pairs = [Pair("client-ip", "\(request.address)")]
        if request.identity == .mailFrom { pairs.append(Pair("envelope-from", request.sender)) }
        pairs += [
            Pair("helo", request.helo), Pair("receiver", receiver),
            Pair("identity", request.identity.rawValue),
        ]
        if let problem = evaluation.problem {
            pairs.append(Pair("problem", "\(problem)"))
        } else if evaluation.record != nil {
            pairs.append(Pair("mechanism", evaluation.match?.mechanismText ?? "default"))
        }
        self.init(
            result: evaluation.result, comment: Self.comment(evaluation, receiver: receiver),
            pairs: pairs)
    }

    /// The wording that other receivers write, and programs have learned to read.
    private static func comment(_ evaluation: SPFEvaluation, receiver: String) -> String {
        let request = evaluation.request
        let domain =
            request.identity == .mailFrom ? "domain of \(request.sender)" : request.domain
        let address = request.address
        let text =
            switch evaluation.result {
            case .pass: "\(domain) designates \(address) as permitted sender"
            case .fail: "\(domain) does not designate \(address) as permitted sender"
            case .softfail: "\(domain) does not designate \(address) as permitted sender, softly"
            case .neutral: "\(address) is neither permitted nor denied by \(domain)"
            case .none: "\(domain) does not designate permitted senders"
            case .temporaryError: "error in looking up \(domain)"
            case .permanentError: "error in the records of \(domain)"
            }
        return "\(receiver): \(text)"
    }
}

extension ReceivedSPF {
    private static let preferredLineLength = 78

    /// The whole field, folded, with the CRLF at its end.
    ///
    /// What a stranger wrote can neither end the field nor a value of it: values are quoted, and
    /// characters that are not printable ASCII become `?`. Letters outside ASCII stay in
    /// `envelope-from` alone, where only messages that may hold UTF-8 have them (RFC 6532 §3.2).
    public var formatted: String {
        var words = [result.word]
        if let comment {
            let text = Self.escaped(comment, allowsUTF8: false) { "()\\".utf8.contains($0) }
            words += "(\(text))".split(separator: " ").map { String($0) }
        }
        for (index, pair) in pairs.enumerated() {
            let end = index == pairs.count - 1 ? "" : ";"
            words.append(Self.formatted(pair) + end)
        }
        return Self.folded(words)
    }

    private static func formatted(_ pair: Pair) -> String {
        let key = String(
            decoding: pair.key.utf8.filter(\.isKeyByte).prefix(keyLengthLimit), as: UTF8.self)
        let atoms = pair.value.utf8.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isDotAtom =
            pair.value.utf8.count <= valueLengthLimit
            && atoms.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isAtomText && $0 < 0x80 } }
        if isDotAtom { return "\(key)=\(pair.value)" }
        let text = escaped(
            pair.value, allowsUTF8: pair.key.equalsIgnoringCase("envelope-from")
        ) { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
        return "\(key)=\"\(text)\""
    }

    /// Text of bounded length with a backslash in front of what needs one.
    private static func escaped(
        _ text: String, allowsUTF8: Bool, needsEscape: (UInt8) -> Bool
    ) -> String {
        var result = ""
        var count = 0
        for scalar in text.unicodeScalars {
            count += UTF8.width(scalar)
            guard count <= valueLengthLimit else { break }
            guard scalar.isASCII else {
                let isShown = allowsUTF8 && scalar.properties.generalCategory != .control
                result.unicodeScalars.append(isShown ? scalar : "?")
                continue
            }
            let byte = UInt8(scalar.value)
            guard byte.isVisible || byte == 0x20 else {
                result += "?"
                continue
            }
            if needsEscape(byte) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// Words with spaces between, or line ends where a line would grow long.
    private static func folded(_ words: [String]) -> String {
        var text = fieldName + ":"
        var column = text.utf8.count
        for word in words {
            if column + 1 + word.utf8.count > preferredLineLength {
                text += "\r\n"
                column = 0
            }
            text += " " + word
            column += 1 + word.utf8.count
        }
        return text + "\r\n"
    }
}

extension UInt8 {
    /// What may stand in a key (`name`, RFC 7208 §4.6.1).
    fileprivate var isKeyByte: Bool {
        isAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
            || self == UInt8(ascii: ".")
    }
}
