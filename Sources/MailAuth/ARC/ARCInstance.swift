import MailTypes

/// The number of an ARC set, which its three fields share (RFC 8617 §4.2.1).
enum ARCInstance {
    /// Highest number, and so the most sets on a message.
    static let limit = 50

    /// Reads what stands behind `i=`; nil when it is no number.
    ///
    ///     position = 1*2DIGIT     ; 1 to 50
    ///
    /// Numbers beyond the limit are read, so that a chain which is too long is told from one that
    /// cannot be understood.
    static func number(_ value: ArraySlice<UInt8>) -> Int? {
        var cursor = ByteCursor(value)
        cursor.skipCommentsAndFolds()
        let digits = cursor.take(while: \.isDigit)
        cursor.skipCommentsAndFolds()
        guard cursor.isAtEnd, (1...2).contains(digits.count) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return number > 0 ? number : nil
    }

    /// Reads the front of an ARC-Authentication-Results field, and gives what follows it.
    ///
    ///     arc-info = instance [CFWS] ";" authres-payload     ; RFC 8617 §4.1.1
    static func prefix(
        of value: ArraySlice<UInt8>
    ) -> (number: Int, payload: ArraySlice<UInt8>)? {
        var cursor = ByteCursor(value)
        cursor.skipCommentsAndFolds()
        guard cursor.take(UInt8(ascii: "i")) else { return nil }
        cursor.skipCommentsAndFolds()
        guard cursor.take(UInt8(ascii: "=")) else { return nil }
        let number = number(cursor.take { $0 != UInt8(ascii: ";") })
        guard let number, cursor.take(UInt8(ascii: ";")) else { return nil }
        return (number, cursor.remaining)
    }
}

extension ByteCursor {
    /// Passes over white space and comments, which may hold others (`CFWS`, RFC 5322 §3.2.2).
    ///
    /// A comment that nothing closes is left unread.
    mutating func skipCommentsAndFolds() {
        skipFoldingWhitespace()
        while peek == UInt8(ascii: "(") {
            let start = offset
            guard skipComment() else { return move(to: start) }
            skipFoldingWhitespace()
        }
    }

    private mutating func skipComment() -> Bool {
        var depth = 0
        while let byte = next() {
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return true }
            case UInt8(ascii: "\\"): _ = next()
            default: break
            }
        }
        return false
    }
}
