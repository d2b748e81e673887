import MailTypes

/// Names as text in which nothing is escaped: labels with dots between, whatever else they hold.
/// Such are the names that SPF makes by macros (RFC 7208 §4.8).
extension DNSName {
    /// Reads labels with dots between; one dot at the end is passed over. Nil when the DNS can hold
    /// no such name: a label is empty or too long, or the whole is.
    public init?(dotted text: ArraySlice<UInt8>) {
        let text = text.last == UInt8(ascii: ".") ? text.dropLast() : text
        guard !text.isEmpty, text.count + 2 <= Self.lengthLimit else { return nil }
        var wire: [UInt8] = []
        wire.reserveCapacity(text.count + 2)
        wire.append(0)
        var lengthIndex = 0
        for byte in text {
            if byte == UInt8(ascii: ".") {
                guard wire[lengthIndex] > 0 else { return nil }
                lengthIndex = wire.count
                wire.append(0)
            } else {
                guard wire[lengthIndex] < Self.labelLengthLimit else { return nil }
                wire[lengthIndex] += 1
                wire.append(byte)
            }
        }
        guard wire[lengthIndex] > 0 else { return nil }
        wire.append(0)
        self.init(checked: wire)
    }

    /// The labels with dots between and nothing escaped; nothing for the root.
    public var dotted: [UInt8] {
        guard !isRoot else { return [] }
        var text = Array(wireBytes[1...].dropLast())
        var offset = Int(wireBytes[0])
        while offset < text.count {
            let length = Int(text[offset])
            text[offset] = UInt8(ascii: ".")
            offset += 1 + length
        }
        return text
    }

    /// Whether it has two labels or more, the root's not counted.
    public var hasSeveralLabels: Bool {
        let second = 1 + Int(wireBytes[0])
        return second < wireBytes.count && wireBytes[second] != 0
    }
}
