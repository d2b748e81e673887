/// The value of an address field, taken apart for display: `Zoë <zoe@example.com>`.
///
/// Only for the eye: a field that holds anything else is shown as it is.
struct AddressLine: Equatable {
    let name: String
    /// Nil where there is no name apart from it.
    let address: String?

    init(_ text: String) {
        guard text.last == ">", let open = text.lastIndex(of: "<"), !text.hasSuffix("<>") else {
            name = text.isEmpty ? "(nobody)" : text
            address = nil
            return
        }
        let before = Self.unquoted(text[..<open].split(separator: " ").joined(separator: " "))
        let inside = String(text[text.index(after: open)...].dropLast())
        name = before.isEmpty ? inside : before
        address = before.isEmpty ? nil : inside
    }

    /// `"Ana \"A\" Prior"` without its quotes (RFC 5322 §3.2.4).
    private static func unquoted(_ text: String) -> String {
        guard text.utf8.count > 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        var name = ""
        var isEscaped = false
        for scalar in text.unicodeScalars.dropFirst().dropLast() {
            if scalar == "\\", !isEscaped {
                isEscaped = true
            } else {
                name.unicodeScalars.append(scalar)
                isEscaped = false
            }
        }
        return name
    }
}
