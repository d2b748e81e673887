import JSONText
import MailTypes

/// How values are written: as JavaScript turns them into strings.
extension Renderer {
    /// Writes a value; false for null, of which nothing is written.
    @discardableResult
    mutating func write(
        _ value: UnsafePointer<Document>, isEscaped: Bool
    ) throws(RenderingError) -> Bool {
        if case .integer(let number) = value.pointee {
            output.append(number)
            return true
        }
        if !isEscaped || !value.isSpecialInHTML, output.append(stringAt: value) { return true }
        return try writeOther(value, isEscaped: isEscaped)
    }

    @inline(never)
    private mutating func writeOther(
        _ value: UnsafePointer<Document>, isEscaped: Bool
    ) throws(RenderingError) -> Bool {
        if case .null = value.pointee { return false }
        try write(value.pointee, isEscaped: isEscaped, depth: 0)
        return true
    }

    private mutating func write(
        _ value: Document, isEscaped: Bool, depth: Int
    ) throws(RenderingError) {
        switch value {
        case .null: break
        case .bool(let flag): output.append(flag ? "true" : "false")
        case .integer(let number): output.append(number)
        case .double(let number): output.append(number.ecmaScriptText)
        case .string(let text): isEscaped ? writeEscaped(text) : output.append(text)
        case .blob(let bytes):
            Base64.encodedBytes(bytes).withUnsafeBufferPointer { output.append($0) }
        case .timestamp(let time): output.append(time.seconds)
        case .array(let items):
            guard depth < JSON.depthLimit else {
                throw .tooDeep(limit: limits.renderingDepthLimit)
            }
            try count(items.count)
            for index in items.indices {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                try write(items[index], isEscaped: isEscaped, depth: depth + 1)
                guard output.count <= limits.outputSizeLimit else {
                    throw .tooLong(limit: limits.outputSizeLimit)
                }
            }
        case .object, .map: output.append("[object Object]")
        }
    }

    /// What needs no escape is written in one piece.
    private mutating func writeEscaped(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices where bytes[index].isSpecialInHTML {
                output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
                output.append(Self.reference(bytes[index]))
                start = index + 1
            }
            output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    private static func reference(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#x27;"
        case UInt8(ascii: "`"): "&#x60;"
        default: "&#x3D;"
        }
    }
}

extension UInt8 {
    /// Whether it is one of ``& < > " ' ` =``.
    fileprivate var isSpecialInHTML: Bool {
        // One bit for each of the characters up to 0x3F.
        let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3D | 1 << 0x3E
        return self < 0x40 ? special &>> UInt64(self) & 1 == 1 : self == 0x60
    }
}

extension UnsafePointer<Document> {
    /// Whether it is a string with anything that HTML has a meaning for.
    fileprivate var isSpecialInHTML: Bool {
        guard case .string(let text) = pointee else { return false }
        let isPlain = text.utf8.withContiguousStorageIfAvailable { text in
            text.allSatisfy { !$0.isSpecialInHTML }
        }
        return isPlain != true
    }
}

extension Double {
    /// The shortest decimal that reads the same, laid out by `Number::toString` (ECMA-262
    /// §6.1.6.1.20): an exponent from 1e21 up, and below 1e-6.
    var ecmaScriptText: String {
        guard isFinite else { return isNaN ? "NaN" : self < 0 ? "-Infinity" : "Infinity" }
        guard self != 0 else { return "0" }
        // Swift writes the same digits, with the exponent elsewhere.
        let parts = magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".")
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
        var digits = (String(mantissa[0]) + fraction)[...]
        var point = mantissa[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        while digits.hasPrefix("0") {
            digits = digits.dropFirst()
            point -= 1
        }
        while digits.hasSuffix("0") { digits = digits.dropLast() }
        let count = digits.utf8.count
        let sign = self < 0 ? "-" : ""
        func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
        switch point {
        case _ where point >= count && point <= 21: return sign + digits + zeros(point - count)
        case 1...21: return sign + digits.prefix(point) + "." + digits.dropFirst(point)
        case -5...0: return sign + "0." + zeros(-point) + digits
        default:
            let exponent = point - 1
            let rest = digits.dropFirst()
            return sign + digits.prefix(1) + (rest.isEmpty ? "" : "." + rest)
                + "e\(exponent < 0 ? "-" : "+")\(abs(exponent))"
        }
    }
}
