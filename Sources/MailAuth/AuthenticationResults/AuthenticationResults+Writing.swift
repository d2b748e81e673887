public import MailMessage
import MailTypes

extension AuthenticationResults {
    /// Longest value or text that is written, in bytes: with each byte escaped and a name in front
    /// it fits into a line of 998. An address has 320 at most.
    public static let valueLengthLimit = 400

    /// The field, folded so that no line passes 78 characters where its parts allow it.
    ///
    /// Nothing in a value can end the field or begin another part of it: what is no token is
    /// quoted, and a value with a control character, or one longer than ``valueLengthLimit``, is
    /// left out. A result whose method or word is no keyword is left out as a whole.
    public var field: Field { Self.field(Self.fieldName, words: words) }

    /// The value of the field on one line, without its name.
    public var formatted: String { words.joined(separator: " ") }

    static func field(_ name: String, words: [String]) -> Field {
        var bytes = Array("\(name):".utf8)
        var column = bytes.count
        for word in words {
            if column + 1 + word.utf8.count > 78, column > 1 {
                bytes += [0x0D, 0x0A]
                column = 0
            }
            bytes.append(0x20)
            bytes += word.utf8
            column += 1 + word.utf8.count
        }
        do {
            return try Field(parsing: bytes)
        } catch {
            preconditionFailure("words have neither line breaks nor NUL: \(error)")
        }
    }

    /// The parts between which a line may be folded; none has a control character.
    var words: [String] {
        var groups: [[String]] = [[writtenIdentifier]]
        if let version, version >= 0 { groups[0].append(String(version)) }
        groups[0] += comments.compactMap(Self.writtenComment)
        let results = results.map(\.words).filter { !$0.isEmpty }
        groups += results.isEmpty ? [["none"]] : results
        for index in groups.indices.dropLast() {
            groups[index][groups[index].count - 1] += ";"
        }
        return groups.flatMap(\.self)
    }

    /// The identifier, which cannot be left out: what of it cannot be written is replaced.
    ///
    ///     authserv-id = value     ; a token or a quoted-string, also where it looks like an address
    private var writtenIdentifier: String {
        guard let text = Self.plainText(authservID) else { return "unknown" }
        return text.utf8.allSatisfy(\.isMIMEToken) ? text : Self.quoted(text)
    }

    /// A token as it is, an address with what quotes it needs, anything else in quotes; nil for
    /// what cannot be written.
    ///
    ///     pvalue = [CFWS] ( value / [ [ local-part ] "@" ] domain-name ) [CFWS]
    static func written(_ value: String) -> String? {
        guard value.utf8.count <= valueLengthLimit,
            value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else { return nil }
        if !value.isEmpty, value.utf8.allSatisfy(\.isMIMEToken) { return value }
        if value.utf8.first == UInt8(ascii: "@") {
            if let domain = try? DomainName(parsing: value.dropFirst()), domain.isASCII {
                return "@\(value.dropFirst())"
            }
        } else if let mailbox = try? Mailbox(parsing: value), mailbox.domain != nil,
            mailbox.formatted == value
        {
            return value
        }
        return quoted(value)
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// Free text with spaces for what cannot be written, cut to the limit; nil when that is nothing.
    static func plainText(_ text: String) -> String? {
        var plain = ""
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || scalar.value == 0x7F
            let length = isControl ? 1 : Unicode.UTF8.width(scalar)
            guard plain.utf8.count + length <= valueLengthLimit else { break }
            plain.unicodeScalars.append(isControl ? " " : scalar)
        }
        return plain.utf8.allSatisfy { $0 == 0x20 } ? nil : plain
    }

    static func writtenComment(_ text: String) -> String? {
        guard let plain = plainText(text) else { return nil }
        var comment = "("
        for scalar in plain.unicodeScalars {
            if scalar == "(" || scalar == ")" || scalar == "\\" {
                comment.unicodeScalars.append("\\")
            }
            comment.unicodeScalars.append(scalar)
        }
        return comment + ")"
    }
}

extension AuthenticationResults.Result {
    /// Nothing when the method or the result is no keyword.
    fileprivate var words: [String] {
        guard method.isKeyword, result.isKeyword else { return [] }
        let version = methodVersion.map { $0 >= 0 ? "/\($0)" : "" } ?? ""
        var words = ["\(method)\(version)=\(result)"]
        words += comments.compactMap(AuthenticationResults.writtenComment)
        if let reason = reason.flatMap(AuthenticationResults.plainText) {
            let value =
                AuthenticationResults.written(reason) ?? AuthenticationResults.quoted(reason)
            words.append("reason=\(value)")
        }
        for property in properties {
            guard property.type.isKeyword, property.name.isKeyword,
                let value = AuthenticationResults.written(property.value)
            else { continue }
            words.append("\(property.type).\(property.name)=\(value)")
        }
        return words
    }
}

extension String {
    ///     Keyword = Ldh-str     ; RFC 5321 §4.1.2
    fileprivate var isKeyword: Bool {
        guard let first = utf8.first, first.isAlphanumeric, utf8.last != UInt8(ascii: "-") else {
            return false
        }
        return utf8.count <= 63
            && utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    }
}

extension UInt8 {
    /// What a `token` of RFC 2045 §5.1 is made of.
    fileprivate var isMIMEToken: Bool {
        isVisible && !"()<>@,;:\\\"/[]?=".utf8.contains(self)
    }
}
