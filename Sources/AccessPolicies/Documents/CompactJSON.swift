import MailTypes

/// A JSON text without the white space between its tokens; nothing else is touched, so that numbers
/// and escapes stay as they were written.
struct CompactJSON {
    private(set) var bytes: [UInt8] = []
    /// The deepest nesting of objects and arrays.
    private(set) var depth = 0

    init(_ text: [UInt8]) {
        bytes.reserveCapacity(text.count)
        var isInString = false
        var isEscaped = false
        var open = 0
        for byte in text {
            if isInString {
                bytes.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            guard !byte.isFoldingWhitespace else { continue }
            bytes.append(byte)
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                open += 1
                depth = max(depth, open)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= 1
            default: break
            }
        }
    }
}
