/// `5.7.1`: what a reply is about, for programs (RFC 3463).
public struct EnhancedStatusCode: Hashable, Sendable {
    /// 2, 4 or 5: success, persistent transient failure, permanent failure.
    public let category: Int
    public let subject: Int
    public let detail: Int

    public init(_ category: Int, _ subject: Int, _ detail: Int) {
        self.category = category
        self.subject = subject
        self.detail = detail
    }

    /// Reads `5.1.1` at the start of a reply's text; nil when the text starts otherwise.
    ///
    ///     status-code = class "." subject "." detail     ; RFC 3463 §2, up to three digits each
    public init?(prefixOf text: some StringProtocol) {
        let word = text.prefix { $0 != " " && $0 != "\t" }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        var numbers: [Int] = []
        for part in parts {
            guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy(\.isDigit),
                let number = Int(part)
            else { return nil }
            numbers.append(number)
        }
        guard [2, 4, 5].contains(numbers[0]) else { return nil }
        self.init(numbers[0], numbers[1], numbers[2])
    }
}

extension EnhancedStatusCode: CustomStringConvertible {
    public var description: String { "\(category).\(subject).\(detail)" }
}

/// What a server answers to a command: three digits, and lines of text (RFC 5321 §4.2).
public struct SMTPReply: Equatable, Sendable {
    public let code: Int
    /// Written in front of every line where it is given (RFC 2034).
    public let enhancedCode: EnhancedStatusCode?
    /// The text, a line each, without the enhanced code; never empty.
    public let lines: [String]

    public init(_ code: Int, _ enhancedCode: EnhancedStatusCode? = nil, lines: [String]) {
        self.code = code
        self.enhancedCode = enhancedCode
        self.lines = lines.isEmpty ? [""] : lines
    }

    public init(_ code: Int, _ enhancedCode: EnhancedStatusCode? = nil, _ text: String) {
        self.init(code, enhancedCode, lines: [text])
    }

    public var isPositive: Bool { code / 100 == 2 || code / 100 == 3 }
    public var isTransientFailure: Bool { code / 100 == 4 }
    public var isPermanentFailure: Bool { code / 100 == 5 }

    /// The lines joined with spaces.
    public var text: String { lines.joined(separator: " ") }

    /// The bytes on the wire, CRLF at the end of each line.
    ///
    /// Text comes from configuration, from stores and from peers: a CR, LF or other control
    /// character in it is written as a space, so that no text can forge a second reply.
    public var formatted: [UInt8] {
        var bytes: [UInt8] = []
        for (index, line) in lines.enumerated() {
            bytes += "\(code)".utf8
            let isLast = index == lines.count - 1
            if isLast, line.isEmpty, enhancedCode == nil {
                bytes += "\r\n".utf8
                continue
            }
            bytes.append(isLast ? UInt8(ascii: " ") : UInt8(ascii: "-"))
            if let enhancedCode {
                bytes += "\(enhancedCode) ".utf8
            }
            bytes += line.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
            bytes += "\r\n".utf8
        }
        return bytes
    }
}

extension SMTPReply: CustomStringConvertible {
    /// On one line, as logs and delivery reports quote it: `550 5.1.1 No such user`.
    public var description: String {
        let prefix = enhancedCode.map { "\(code) \($0)" } ?? "\(code)"
        return text.isEmpty ? prefix : "\(prefix) \(text)"
    }
}
