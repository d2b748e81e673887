import JSONText
import MailTypes

/// How values are written: as JavaScript turns them into strings.
extension Renderer {
    mutating func write(_ value: Document, isEscaped: Bool) throws(RenderingError) {
        try write(value, isEscaped: isEscaped, depth: 0)
    }

    private mutating func write(
        _ value: Document, isEscaped: Bool, depth: Int
    ) throws(RenderingError) {
        switch value {
        case .null: break
        case .bool(let flag): output += (flag ? "true" : "false").utf8
        case .integer(let number): output += String(number).utf8
        case .double(let number): output += number.ecmaScriptText.utf8
        case .string(let text):
            isEscaped ? writeEscaped(text) : output.append(contentsOf: text.utf8)
        case .blob(let bytes): output += Base64.encodedBytes(bytes)
        case .timestamp(let time): output += String(time.seconds).utf8
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
        case .object, .map: output += "[object Object]".utf8
        }
    }

    private mutating func writeEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            case UInt8(ascii: "\""): output += "&quot;".utf8
            case UInt8(ascii: "'"): output += "&#x27;".utf8
            case UInt8(ascii: "`"): output += "&#x60;".utf8
            case UInt8(ascii: "="): output += "&#x3D;".utf8
            default: output.append(byte)
            }
        }
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
