import MailTypes

/// Finds every address in a field that some reader may take for the sender's.
///
///     From: boss@example.com App <app@example.com>
///
/// An `@` in a name has to stand in quotes (RFC 5322 §3.4). Where it does not, some readers take the
/// last address for the sender, as SES does, and others the first. Whoever may send as one of the
/// two must not look like the other.
enum DoubtfulSenders {
    /// The addresses outside quoted strings and comments, in their order, up to `limit` of them.
    static func mailboxes(in value: ArraySlice<UInt8>, limit: Int) -> [Mailbox] {
        var found: [Mailbox] = []
        var cursor = ByteCursor(value)
        while found.count < limit, let byte = cursor.peek {
            switch byte {
            case UInt8(ascii: "\""): skipQuotes(&cursor)
            case UInt8(ascii: "("): skipComment(&cursor)
            case _ where byte.isAtomText:
                let text = cursor.take {
                    $0.isAtomText || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ".")
                }
                guard text.contains(UInt8(ascii: "@")),
                    let mailbox = try? Mailbox(parsing: String(decoding: text, as: UTF8.self)),
                    !found.contains(mailbox)
                else { continue }
                found.append(mailbox)
            default: _ = cursor.next()
            }
        }
        return found
    }

    private static func skipQuotes(_ cursor: inout ByteCursor) {
        _ = cursor.next()
        while let byte = cursor.next(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") { _ = cursor.next() }
        }
    }

    /// Comments nest (RFC 5322 §3.2.2).
    private static func skipComment(_ cursor: inout ByteCursor) {
        var depth = 0
        while let byte = cursor.next() {
            switch byte {
            case UInt8(ascii: "\\"): _ = cursor.next()
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return }
            default: break
            }
        }
    }
}
