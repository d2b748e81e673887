import MailTypes

/// The coding of U-labels as ASCII (RFC 3492), with the parameters of IDNA.
///
/// It takes a label as it is: a U-label is lower case and normalized by definition (RFC 5890
/// §2.3.2.1), and what is not one leads to a name that nobody has registered.
enum Punycode {
    private static let base = 36
    private static let smallestThreshold = 1
    private static let largestThreshold = 26
    private static let initialBias = 72

    /// `xn--mnchen-3ya` for `münchen`, the label itself for ASCII; nil when the result is too long
    /// for a label.
    static func aLabel(of label: Substring) -> [UInt8]? {
        let scalars = label.unicodeScalars.map { Int($0.value) }
        guard scalars.contains(where: { $0 >= 0x80 }) else { return Array(label.utf8) }
        // Longer labels cannot become short enough; the limit also keeps the arithmetic small.
        guard scalars.count <= DNSName.labelLengthLimit else { return nil }
        let encoded = Array("xn--".utf8) + encode(scalars)
        return encoded.count <= DNSName.labelLengthLimit ? encoded : nil
    }

    /// The encoding procedure of RFC 3492 §6.3.
    private static func encode(_ scalars: [Int]) -> [UInt8] {
        var output = scalars.filter { $0 < 0x80 }.map { UInt8($0) }
        let basicCount = output.count
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }
        var handled = basicCount
        var next = 0x80
        var delta = 0
        var bias = initialBias
        while handled < scalars.count {
            guard let smallest = scalars.filter({ $0 >= next }).min() else { break }
            delta += (smallest - next) * (handled + 1)
            next = smallest
            for scalar in scalars {
                if scalar < next { delta += 1 }
                guard scalar == next else { continue }
                output += variableLength(delta, bias: bias)
                bias = adapt(delta, count: handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return output
    }

    private static func variableLength(_ value: Int, bias: Int) -> [UInt8] {
        var digits: [UInt8] = []
        var rest = value
        var position = base
        while true {
            let threshold = min(max(position - bias, smallestThreshold), largestThreshold)
            guard rest >= threshold else { break }
            digits.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
        return digits + [digit(rest)]
    }

    /// Bias adaptation (RFC 3492 §6.1), with damp 700 and skew 38.
    private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var divisions = 0
        while delta > (base - smallestThreshold) * largestThreshold / 2 {
            delta /= base - smallestThreshold
            divisions += base
        }
        return divisions + base * delta / (delta + 38)
    }

    /// `a` to `z` for 0 to 25, `0` to `9` for 26 to 35.
    private static func digit(_ value: Int) -> UInt8 {
        UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
    }
}
