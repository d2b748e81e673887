import JSONText
import MailTypes

extension ShapeDecoder {
    mutating func text(_ document: Document) -> String {
        if case .string(let text) = document { return text }
        return malformed("\(kind(of: document)) can not be converted to a String")
    }

    mutating func flag(_ document: Document) -> Bool {
        switch document {
        case .bool(let flag): return flag
        case .string(let text) where isQuery && text.equalsIgnoringCase("true"): return true
        case .string(let text) where isQuery && text.equalsIgnoringCase("false"): return false
        default: return unreadable(document, "Boolean")
        }
    }

    mutating func integer(_ document: Document) -> Int {
        switch document {
        case .integer(let number): return Int(number)
        case .double(let number):
            if let exact = Int(exactly: number) { return exact }
        case .string(let text) where isQuery:
            if let number = Int(text) { return number }
        default: break
        }
        return unreadable(document, "Integer")
    }

    mutating func double(_ document: Document) -> Double {
        switch document {
        case .integer(let number): return Double(number)
        case .double(let number): return number
        case .string(let text) where isQuery:
            if let number = Double(text), number.isFinite { return number }
        default: break
        }
        return unreadable(document, "Double")
    }

    /// Seconds since 1970 as a number, or a date and time of RFC 3339.
    mutating func timestamp(_ document: Document) -> UnixTime {
        switch document {
        case .timestamp(let time): return time
        case .integer(let seconds):
            if abs(Double(seconds)) < Self.secondsLimit { return UnixTime(seconds: seconds) }
        case .double(let seconds):
            if abs(seconds) < Self.secondsLimit {
                return UnixTime(milliseconds: Int64((seconds * 1000).rounded()))
            }
        case .string(let text):
            if let time = UnixTime(iso8601: text) { return time }
        default: break
        }
        return unreadable(document, "Timestamp")
    }

    mutating func blob(_ document: Document) -> [UInt8] {
        switch document {
        case .blob(let bytes): return bytes
        case .string(let text):
            if let bytes = Base64.decodeFast(text) { return bytes }
            reportUnreadableBlob()
            return []
        default:
            let _: Bool = unreadable(document, "Blob")
            return []
        }
    }

    // MARK: Constraints

    mutating func check(_ text: String, _ constraint: Constraint) {
        if constraint.minimum != nil || constraint.maximum != nil {
            checkCount(text.utf16.count, constraint)
        }
        if let pattern = constraint.pattern, !pattern.matches(text) {
            report("Member must satisfy regular expression pattern: \(pattern.expression)")
        }
    }

    mutating func checkCount(_ count: Int, _ constraint: Constraint) {
        if let minimum = constraint.minimum, count < minimum {
            report("Member must have length greater than or equal to \(minimum)")
        }
        if let maximum = constraint.maximum, count > maximum {
            report("Member must have length less than or equal to \(maximum)")
        }
    }

    mutating func check(_ number: Int, _ constraint: Constraint) {
        if let minimum = constraint.minimum, number < minimum {
            report("Member must have value greater than or equal to \(minimum)")
        }
        if let maximum = constraint.maximum, number > maximum {
            report("Member must have value less than or equal to \(maximum)")
        }
    }

    // MARK: Wrong types

    /// The year 9999 and a little more, on either side of 1970.
    private static let secondsLimit = 260_000_000_000.0

    private mutating func reportUnreadableBlob() {
        let _: Bool = malformed("Unable to decode Base64 text")
    }

    private mutating func unreadable<Value: ShapeValue>(
        _ document: Document, _ type: String
    ) -> Value {
        guard isQuery, case .string(let text) = document else {
            return malformed("\(kind(of: document)) can not be converted to \(type)")
        }
        return malformed("'\(text.prefix(100))' can not be converted to \(type)")
    }

    private func kind(of document: Document) -> String {
        switch document {
        case .null: "NULL_VALUE"
        case .bool(true): "TRUE_VALUE"
        case .bool(false): "FALSE_VALUE"
        case .integer, .timestamp: "NUMBER_VALUE"
        case .double: "DECIMAL_VALUE"
        case .string, .blob: "STRING_VALUE"
        case .array: "START_ARRAY"
        case .object, .map: "START_OBJECT"
        }
    }
}
