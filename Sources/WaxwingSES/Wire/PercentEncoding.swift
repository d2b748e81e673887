import MailTypes

/// Percent-encoding of URLs (RFC 3986 §2.1) and of forms.
enum PercentEncoding {
    /// Encodes all but the unreserved letters, as signatures do.
    static func encode(
        _ bytes: some Sequence<UInt8>, keepingSlash: Bool = false, into text: inout [UInt8]
    ) {
        for byte in bytes {
            if byte.isUnreserved || (keepingSlash && byte == UInt8(ascii: "/")) {
                text.append(byte)
            } else {
                text.append(UInt8(ascii: "%"))
                text.append(digit(byte >> 4))
                text.append(digit(byte & 15))
            }
        }
    }

    /// The bytes that `text` stands for, or nil where a `%` has no two digits behind it.
    static func decode(_ text: ArraySlice<UInt8>, plusIsSpace: Bool) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == UInt8(ascii: "%") {
                guard text.endIndex - index > 2, let high = text[index + 1].hexValue,
                    let low = text[index + 2].hexValue
                else { return nil }
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
                index += 1
            }
        }
        return bytes
    }

    /// The same as text; nil also for what is no UTF-8.
    static func decodedText(_ text: ArraySlice<UInt8>, plusIsSpace: Bool) -> String? {
        decode(text, plusIsSpace: plusIsSpace).flatMap { String(validating: $0, as: UTF8.self) }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}

extension UInt8 {
    /// RFC 3986 §2.3.
    fileprivate var isUnreserved: Bool {
        isAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
            || self == UInt8(ascii: "_") || self == UInt8(ascii: "~")
    }
}
