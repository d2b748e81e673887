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
        var content: [UInt8] = []
        var isInside = false
        for line in text.split(whereSeparator: \.isNewline) {
            let line = Array(line.utf8)[...].trimmingFoldingWhitespace
            if !isInside {
                isInside = try opens(line, label: label)
            } else if line.starts(with: "-----END".utf8) {
                guard let bytes = Base64.decode(content, .ignoringWhitespace) else {
                    throw KeyError.malformed
                }
                return bytes
            } else {
                if line.starts(with: "Proc-Type:".utf8) { throw KeyError.encrypted }
                content += line
            }
        }
        throw KeyError.malformed
    }

    private static func opens(
        _ line: ArraySlice<UInt8>, label: String
    ) throws(KeyError) -> Bool {
        guard line.starts(with: "-----BEGIN ".utf8) else { return false }
        let name = String(decoding: line.dropFirst(11), as: UTF8.self)
        if name == "ENCRYPTED \(label)-----" { throw KeyError.encrypted }
        return name == "\(label)-----" || name.hasSuffix(" \(label)-----")
    }
}
