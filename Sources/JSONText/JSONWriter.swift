import MailTypes

/// Writes documents as JSON on one line.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ document: Document) {
        switch document {
        case .null: bytes += "null".utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .integer(let number): bytes += String(number).utf8
        case .double(let number): write(number)
        case .string(let text): write(text)
        case .blob(let blob):
            bytes.append(UInt8(ascii: "\""))
            bytes += Base64.encodedBytes(blob)
            bytes.append(UInt8(ascii: "\""))
        case .timestamp(let time): write(time)
        case .array(let items): write(items)
        case .object(let fields), .map(let fields): write(fields)
        }
    }

    private mutating func write(_ items: [Document]) {
        bytes.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(item)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ fields: [Document.Field]) {
        bytes.append(UInt8(ascii: "{"))
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(field.name)
            bytes.append(UInt8(ascii: ":"))
            write(field.value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// JSON has no word for what is no finite number.
    private mutating func write(_ number: Double) {
        bytes += (number.isFinite ? String(number) : "null").utf8
    }

    /// Seconds, with a fraction only if there is one.
    private mutating func write(_ time: UnixTime) {
        if time.milliseconds.isMultiple(of: 1000) {
            bytes += String(time.seconds).utf8
        } else {
            write(Double(time.milliseconds) / 1000)
        }
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case 0..<0x20: bytes += "\\u00\(hexadecimal([byte]))".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
