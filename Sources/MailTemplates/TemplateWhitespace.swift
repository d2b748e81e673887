/// White space as templates know it: `\s` of ECMAScript, in UTF-8.
enum TemplateWhitespace {
    /// How many bytes the white-space character at `index` has; 0 if there is none.
    static func length(at index: Int, in bytes: [UInt8]) -> Int {
        guard index < bytes.count else { return 0 }
        switch bytes[index] {
        case 0x20, 0x09...0x0D: return 1
        case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
        case 0xE1, 0xE2, 0xE3, 0xEF:
            guard index + 2 < bytes.count else { return 0 }
            return isLong(bytes[index], bytes[index + 1], bytes[index + 2]) ? 3 : 0
        default: return 0
        }
    }

    /// How many bytes the white-space character has that ends before `end` and begins at or behind
    /// `start`; 0 if there is none.
    static func length(endingAt end: Int, from start: Int, in bytes: [UInt8]) -> Int {
        guard end > start else { return 0 }
        switch bytes[end - 1] {
        case 0x20, 0x09...0x0D: return 1
        case 0x80...0xBF:
            if end - 2 >= start, bytes[end - 2] == 0xC2 { return bytes[end - 1] == 0xA0 ? 2 : 0 }
            guard end - 3 >= start else { return 0 }
            return isLong(bytes[end - 3], bytes[end - 2], bytes[end - 1]) ? 3 : 0
        default: return 0
        }
    }

    /// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000 and U+FEFF.
    private static func isLong(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE1, 0x9A): third == 0x80
        case (0xE2, 0x80): (0x80...0x8A).contains(third) || [0xA8, 0xA9, 0xAF].contains(third)
        case (0xE2, 0x81): third == 0x9F
        case (0xE3, 0x80): third == 0x80
        case (0xEF, 0xBB): third == 0xBF
        default: false
        }
    }
}
