import MailTypes

/// As much of RFC 3986 as records need: whether a text is a URI, and its percent-encoding.
package enum URISyntax {
    /// The scheme of a URI in lower case; nil when `bytes` are no URI.
    ///
    ///     URI = scheme ":" hier-part [ "?" query ] [ "#" fragment ]     ; RFC 3986 §3
    package static func scheme(of bytes: ArraySlice<UInt8>) -> String? {
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = bytes[..<colon]
        guard scheme.first?.isLetter == true,
            scheme.allSatisfy({ $0.isAlphanumeric || "+-.".utf8.contains($0) })
        else { return nil }
        var cursor = ByteCursor(bytes[(colon + 1)...])
        guard !cursor.isAtEnd else { return nil }
        while let byte = cursor.next() {
            if byte == UInt8(ascii: "%") {
                guard cursor.next()?.isHexDigit == true, cursor.next()?.isHexDigit == true else {
                    return nil
                }
            } else if !isPlain(byte) {
                return nil
            }
        }
        return String(decoding: scheme, as: UTF8.self).asciiLowercased
    }

    /// The host of an `https:` URI, in lower case; nil when `bytes` are none, or it has no host.
    /// A URI with user information is none that a record should have.
    package static func httpsHost(of bytes: ArraySlice<UInt8>) -> String? {
        guard scheme(of: bytes) == "https", bytes.dropFirst(6).starts(with: "//".utf8) else {
            return nil
        }
        let authority = bytes.dropFirst(8).prefix { !"/?#".utf8.contains($0) }
        guard !authority.contains(UInt8(ascii: "@")) else { return nil }
        let host =
            authority.first == UInt8(ascii: "[")
            ? authority : authority.prefix { $0 != UInt8(ascii: ":") }
        guard !host.isEmpty else { return nil }
        return String(decoding: host, as: UTF8.self).asciiLowercased
    }

    /// `unreserved`, `gen-delims` and `sub-delims` (RFC 3986 §2.2, §2.3).
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || "-._~:/?#[]@!$&'()*+,;=".utf8.contains(byte)
    }

    /// Nil where a percent sign has no two digits behind it, or the result is no UTF-8.
    package static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var decoded: [UInt8] = []
        var cursor = ByteCursor(bytes)
        while let byte = cursor.next() {
            guard byte == UInt8(ascii: "%") else {
                decoded.append(byte)
                continue
            }
            guard let high = cursor.next()?.hexValue, let low = cursor.next()?.hexValue else {
                return nil
            }
            decoded.append(high << 4 | low)
        }
        return String(validating: decoded, as: UTF8.self)
    }

    package static func percentEncoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
        text.utf8.map { byte in
            isKept(byte) ? String(Unicode.Scalar(byte)) : "%" + hexadecimal([byte]).uppercased()
        }.joined()
    }
}
