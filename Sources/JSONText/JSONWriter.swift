import MailTypes

/// Writes documents as JSON.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    /// A line for each member and item; else all is one line.
    var isIndented = false
    /// Whether characters that show nothing by themselves are escaped, beyond those that JSON
    /// itself wants escaped.
    var escapesInvisible = false

    private var depth = 0

    init(isIndented: Bool = false, escapesInvisible: Bool = false) {
        self.isIndented = isIndented
        self.escapesInvisible = escapesInvisible
    }

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
        case .array(let items):
            writeList(items, between: (UInt8(ascii: "["), UInt8(ascii: "]"))) { $0.write($1) }
        case .object(let fields), .map(let fields):
            writeList(fields, between: (UInt8(ascii: "{"), UInt8(ascii: "}"))) { writer, field in
                writer.write(field.name)
                writer.bytes.append(UInt8(ascii: ":"))
                if writer.isIndented { writer.bytes.append(0x20) }
                writer.write(field.value)
            }
        }
    }

    private mutating func writeList<Item>(
        _ items: [Item], between brackets: (UInt8, UInt8),
        _ write: (inout JSONWriter, Item) -> Void
    ) {
        bytes.append(brackets.0)
        depth += 1
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            startLine()
            write(&self, item)
        }
        depth -= 1
        if !items.isEmpty { startLine() }
        bytes.append(brackets.1)
    }

    private mutating func startLine() {
        guard isIndented else { return }
        bytes.append(0x0A)
        for _ in 0..<depth { bytes += [0x20, 0x20] }
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
        if escapesInvisible, !text.utf8.allSatisfy({ $0 < 0x7F }) {
            for scalar in text.unicodeScalars { writeVisibly(scalar) }
        } else {
            for byte in text.utf8 { write(byte) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(_ byte: UInt8) {
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

    private mutating func writeVisibly(_ scalar: Unicode.Scalar) {
        guard scalar.value >= 0x20, scalar.isInvisible else {
            for byte in String(scalar).utf8 { write(byte) }
            return
        }
        for unit in String(scalar).utf16 {
            bytes += "\\u\(hexadecimal([UInt8(unit >> 8), UInt8(unit & 0xFF)]))".utf8
        }
    }
}
