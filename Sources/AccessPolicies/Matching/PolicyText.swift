import MailTypes

/// A value that a policy compares with one of the request, with its variables not yet filled in.
struct PolicyText: Equatable, Sendable {
    /// What a text is made of.
    private enum Part: Equatable, Sendable {
        case bytes([UInt8])
        /// `${key}` or `${key, 'default'}`.
        case variable(ContextKey, default: [UInt8]?)
    }

    private enum Form: Equatable, Sendable {
        /// No `*` or `?`: equal or not.
        case plain([UInt8])
        case wildcards([UInt8])
        case parts([Part])
    }

    /// As the policy writes it.
    let source: String
    private let form: Form
    private let ignoresCase: Bool

    /// - Parameters:
    ///   - hasWildcards: whether `*` and `?` stand for other characters here.
    ///   - hasVariables: whether `${…}` is one; not before version 2012-10-17.
    init(
        _ source: String, hasWildcards: Bool = true, hasVariables: Bool, ignoresCase: Bool = false
    ) throws(PolicyTextError) {
        self.source = source
        self.ignoresCase = ignoresCase
        let parts = try Self.parts(
            of: Array(source.utf8), hasWildcards: hasWildcards, hasVariables: hasVariables,
            ignoresCase: ignoresCase)
        switch parts.count {
        case 0: form = .plain([])
        case 1:
            if case .bytes(let bytes) = parts[0] {
                form = bytes.contains { $0 >= 0xFE } ? .wildcards(bytes) : .plain(bytes)
            } else {
                form = .parts(parts)
            }
        default: form = .parts(parts)
        }
    }

    /// Whether the text depends on the request.
    var hasVariables: Bool {
        if case .parts = form { true } else { false }
    }

    /// The text, if it is the same for all requests and has no wildcards.
    var constant: [UInt8]? {
        if case .plain(let bytes) = form { bytes } else { nil }
    }

    /// How a value of the request compares.
    func match(_ value: Span<UInt8>, in context: RequestContext) -> ValueMatch {
        switch form {
        case .plain(let bytes):
            return ValueMatch(
                WildcardPattern.equal(bytes.span, value, ignoringCase: ignoresCase))
        case .wildcards(let bytes):
            return ValueMatch(
                WildcardPattern.matches(bytes.span, value, ignoringCase: ignoresCase))
        case .parts(let parts):
            guard let pattern = filled(parts, from: context) else { return .unresolved }
            return ValueMatch(
                WildcardPattern.matches(pattern.span, value, ignoringCase: ignoresCase))
        }
    }

    /// The same for ARNs, of which each part is compared for itself.
    func matchARN(_ value: Span<UInt8>, in context: RequestContext) -> ValueMatch {
        switch form {
        case .plain(let bytes), .wildcards(let bytes):
            return ValueMatch(WildcardPattern.matchesARN(bytes.span, value))
        case .parts(let parts):
            guard let pattern = filled(parts, from: context) else { return .unresolved }
            return ValueMatch(WildcardPattern.matchesARN(pattern.span, value))
        }
    }

    /// The pattern for one request; nil where a variable has neither a value nor a default. What a
    /// variable brings in has no wildcards, whatever its letters are.
    private func filled(_ parts: [Part], from context: RequestContext) -> [UInt8]? {
        var pattern: [UInt8] = []
        for part in parts {
            switch part {
            case .bytes(let bytes): pattern += bytes
            case .variable(let key, let fallback):
                let start = pattern.count
                if !context.appendSingleValue(of: key, to: &pattern) {
                    guard let fallback else { return nil }
                    pattern += fallback
                }
                if ignoresCase {
                    for index in start..<pattern.count {
                        pattern[index] = pattern[index].asciiLowercased
                    }
                }
            }
        }
        return pattern
    }
}

/// Whether a value of a policy matches one of the request.
enum ValueMatch: Equatable, Sendable {
    case yes, no
    /// A variable has no value: the comparison fails, whether or not it is a negated one.
    case unresolved

    @inline(__always)
    init(_ matches: Bool) { self = matches ? .yes : .no }
}

/// What is wrong with a text of a policy.
struct PolicyTextError: Error, Equatable {
    let expected: String
}

extension PolicyText {
    /// Splits a text at its variables. What only looks like a variable is refused, because a policy
    /// that means one and does not get it would be silently ineffective.
    private static func parts(
        of source: [UInt8], hasWildcards: Bool, hasVariables: Bool, ignoresCase: Bool
    ) throws(PolicyTextError) -> [Part] {
        var parts: [Part] = []
        var run: [UInt8] = []
        var index = 0
        while index < source.count {
            let byte = source[index]
            if hasVariables, byte == UInt8(ascii: "$"), index + 1 < source.count,
                source[index + 1] == UInt8(ascii: "{")
            {
                guard let end = source[index...].firstIndex(of: UInt8(ascii: "}")) else {
                    throw PolicyTextError(expected: "“}” after “${”")
                }
                let content = source[index + 2..<end]
                if let letter = predefined(content) {
                    run.append(letter)
                } else {
                    if !run.isEmpty { parts.append(.bytes(run)) }
                    run = []
                    parts.append(try variable(content))
                }
                index = end + 1
                continue
            }
            let letter = ignoresCase ? byte.asciiLowercased : byte
            run.append(hasWildcards ? WildcardPattern.encoded(letter) : letter)
            index += 1
        }
        if !run.isEmpty { parts.append(.bytes(run)) }
        return parts
    }

    /// `${*}`, `${?}` and `${$}` are the characters themselves.
    private static func predefined(_ content: ArraySlice<UInt8>) -> UInt8? {
        guard content.count == 1, let letter = content.first, "*?$".utf8.contains(letter) else {
            return nil
        }
        return letter
    }

    /// Reads `key` or `key, 'default'`.
    private static func variable(_ content: ArraySlice<UInt8>) throws(PolicyTextError) -> Part {
        let name = content.prefix { $0 != UInt8(ascii: ",") }.trimmingFoldingWhitespace
        guard !name.isEmpty else { throw PolicyTextError(expected: "a key's name in “${…}”") }
        let key = ContextKey(String(decoding: name, as: UTF8.self))
        guard let comma = content.firstIndex(of: UInt8(ascii: ",")) else {
            return .variable(key, default: nil)
        }
        let quoted = content[(comma + 1)...].trimmingFoldingWhitespace
        guard quoted.count >= 2, quoted.first == UInt8(ascii: "'"), quoted.last == quoted.first
        else { throw PolicyTextError(expected: "a default in single quotation marks") }
        return .variable(key, default: Array(quoted.dropFirst().dropLast()))
    }
}
