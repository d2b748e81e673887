import MailTypes

/// Textual encoding of keys and certificates (RFC 7468).
enum PEM {
    /// Longest text that is looked at, in bytes: a 4096-bit key takes 3,300.
    static let lengthLimit = 65_536

    /// `-----BEGIN LABEL-----`, base64 in lines of 64, `-----END LABEL-----`.
    static func encode(_ bytes: [UInt8], label: String) -> String {
        var text = "-----BEGIN \(label)-----\n"
        var rest = Base64.encode(bytes)[...]
        while !rest.isEmpty {
            text += rest.prefix(64) + "\n"
            rest = rest.dropFirst(64)
        }
        return text + "-----END \(label)-----\n"
    }

    /// The bytes of the first block whose label is `label`, or ends in it behind a space.
    static func decode(_ text: String, label: String) throws(KeyError) -> [UInt8] {
        guard text.utf8.count <= lengthLimit else { throw KeyError.malformed }
        var content: [UInt8]?
        for line in text.split(whereSeparator: \.isNewline) {
            let line = Array(line.utf8)[...].trimmingFoldingWhitespace
            if let body = content {
                if line.starts(with: "-----END".utf8) {
                    guard let bytes = Base64.decode(body, .ignoringWhitespace) else {
                        throw KeyError.malformed
                    }
                    return bytes
                }
                if line.starts(with: "Proc-Type:".utf8) { throw KeyError.encrypted }
                content = body + line
            } else if line.starts(with: "-----BEGIN".utf8) {
                if line.elementsEqual("-----BEGIN ENCRYPTED \(label)-----".utf8) {
                    throw KeyError.encrypted
                }
                let isWanted =
                    line.elementsEqual("-----BEGIN \(label)-----".utf8)
                    || String(decoding: line, as: UTF8.self).hasSuffix(" \(label)-----")
                if isWanted { content = [] }
            }
        }
        throw KeyError.malformed
    }
}
