import MailTypes

/// A decimal number of any length, compared exactly: `10`, `-0.50`.
struct Numeral: Equatable, Sendable {
    private let isNegative: Bool
    /// Without zeros that say nothing.
    private let whole: Range<Int>
    private let fraction: Range<Int>
    private let bytes: [UInt8]

    /// Reads `[+-]digits[.digits]`; nil for anything else.
    init?(_ text: [UInt8]) {
        guard let shape = Shape(text.span) else { return nil }
        bytes = text
        isNegative = shape.isNegative
        whole = shape.whole
        fraction = shape.fraction
    }

    /// How this number compares with one that stands in `text`: -1, 0 or 1; nil if none stands
    /// there.
    func order(of text: Span<UInt8>) -> Int? {
        guard let other = Shape(text) else { return nil }
        let own = Shape(isNegative: isNegative, whole: whole, fraction: fraction)
        return Self.order(text, other, bytes.span, own)
    }

    /// Where the parts of a number stand.
    private struct Shape {
        let isNegative: Bool
        let whole: Range<Int>
        let fraction: Range<Int>

        init(isNegative: Bool, whole: Range<Int>, fraction: Range<Int>) {
            self.isNegative = isNegative
            self.whole = whole
            self.fraction = fraction
        }

        init?(_ text: Span<UInt8>) {
            var index = 0
            var hasMinus = false
            if index < text.count,
                text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+")
            {
                hasMinus = text[index] == UInt8(ascii: "-")
                index += 1
            }
            var start = index
            while index < text.count, text[index].isDigit { index += 1 }
            guard index > start else { return nil }
            while start < index, text[start] == UInt8(ascii: "0") { start += 1 }
            let whole = start..<index
            var fraction = index..<index
            if index < text.count, text[index] == UInt8(ascii: ".") {
                index += 1
                let first = index
                while index < text.count, text[index].isDigit { index += 1 }
                guard index > first else { return nil }
                var end = index
                while end > first, text[end - 1] == UInt8(ascii: "0") { end -= 1 }
                fraction = first..<end
            }
            guard index == text.count else { return nil }
            self.whole = whole
            self.fraction = fraction
            isNegative = hasMinus && !(whole.isEmpty && fraction.isEmpty)
        }
    }

    private static func order(
        _ first: Span<UInt8>, _ left: Shape, _ second: Span<UInt8>, _ right: Shape
    ) -> Int {
        if left.isNegative != right.isNegative { return left.isNegative ? -1 : 1 }
        let size = magnitude(first, left, second, right)
        return left.isNegative ? -size : size
    }

    private static func magnitude(
        _ first: Span<UInt8>, _ left: Shape, _ second: Span<UInt8>, _ right: Shape
    ) -> Int {
        if left.whole.count != right.whole.count {
            return left.whole.count < right.whole.count ? -1 : 1
        }
        for offset in 0..<left.whole.count {
            let digits = (
                first[left.whole.lowerBound + offset], second[right.whole.lowerBound + offset]
            )
            if digits.0 != digits.1 { return digits.0 < digits.1 ? -1 : 1 }
        }
        for offset in 0..<min(left.fraction.count, right.fraction.count) {
            let digits = (
                first[left.fraction.lowerBound + offset],
                second[right.fraction.lowerBound + offset]
            )
            if digits.0 != digits.1 { return digits.0 < digits.1 ? -1 : 1 }
        }
        if left.fraction.count == right.fraction.count { return 0 }
        return left.fraction.count < right.fraction.count ? -1 : 1
    }
}
