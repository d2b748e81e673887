import MailTypes

/// A text of a policy in which `*` stands for any characters and `?` for any one.
///
/// Both are kept as bytes that no UTF-8 text has, so that the `*` that a policy writes as `${*}` is
/// a letter like any other, and so is whatever a variable brings in.
struct WildcardPattern: Equatable, Sendable {
    static let anyCharacters: UInt8 = 0xFF
    static let anyCharacter: UInt8 = 0xFE

    private(set) var bytes: [UInt8]

    /// Whether a value matches, in time proportional to the product of both lengths at the most:
    /// only the last `*` is ever gone back to, since it can take whatever an earlier one could.
    static func matches(
        _ pattern: Span<UInt8>, _ value: Span<UInt8>, ignoringCase: Bool = false
    ) -> Bool {
        var patternIndex = 0
        var index = 0
        var star = -1
        var starIndex = 0
        while index < value.count {
            if patternIndex < pattern.count {
                let wanted = pattern[patternIndex]
                if wanted == anyCharacters {
                    star = patternIndex
                    starIndex = index
                    patternIndex &+= 1
                    continue
                }
                let byte = value[index]
                if wanted == anyCharacter {
                    if !byte.isContinuation {
                        patternIndex &+= 1
                        index &+= 1
                        while index < value.count, value[index].isContinuation { index &+= 1 }
                        continue
                    }
                } else if wanted == (ignoringCase ? byte.asciiLowercased : byte) {
                    patternIndex &+= 1
                    index &+= 1
                    continue
                }
            }
            guard star >= 0 else { return false }
            starIndex &+= 1
            index = starIndex
            patternIndex = star &+ 1
        }
        while patternIndex < pattern.count, pattern[patternIndex] == anyCharacters {
            patternIndex &+= 1
        }
        return patternIndex == pattern.count
    }

    /// Whether an ARN matches: each of the six parts between colons for itself, the last of which
    /// may have colons of its own. `*` alone is every ARN.
    static func matchesARN(_ pattern: Span<UInt8>, _ value: Span<UInt8>) -> Bool {
        if pattern.count == 1, pattern[0] == anyCharacters { return true }
        var patternStart = 0
        var start = 0
        for _ in 0..<5 {
            guard let patternEnd = nextColon(in: pattern, from: patternStart),
                let end = nextColon(in: value, from: start),
                matches(
                    pattern.extracting(patternStart..<patternEnd), value.extracting(start..<end))
            else { return false }
            patternStart = patternEnd + 1
            start = end + 1
        }
        return matches(
            pattern.extracting(patternStart..<pattern.count), value.extracting(start..<value.count))
    }

    private static func nextColon(in text: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < text.count {
            if text[index] == UInt8(ascii: ":") { return index }
            index &+= 1
        }
        return nil
    }

    static func equal(_ first: Span<UInt8>, _ second: Span<UInt8>, ignoringCase: Bool) -> Bool {
        guard first.count == second.count else { return false }
        for index in first.indices {
            let byte = second[index]
            if first[index] != (ignoringCase ? byte.asciiLowercased : byte) { return false }
        }
        return true
    }
}

extension WildcardPattern {
    /// An action: letters of either case are equal, and there are no variables.
    init(action: String) {
        bytes = action.utf8.map { Self.encoded($0.asciiLowercased) }
    }

    static func encoded(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "*"): anyCharacters
        case UInt8(ascii: "?"): anyCharacter
        default: byte
        }
    }
}

extension UInt8 {
    /// Whether this is a byte of a character that began before it (RFC 3629 §3).
    fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
}
