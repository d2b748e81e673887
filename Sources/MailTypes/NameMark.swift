/// What tells most names apart at one look: their length and their first seven bytes.
package struct NameMark: Sendable {
    /// The bytes, and the length below them, which counts no further than 255.
    package let bits: UInt64

    package init(_ name: UnsafeBufferPointer<UInt8>) {
        var bits: UInt64 = 0
        for byte in name.prefix(7) { bits = bits << 8 | UInt64(byte) }
        self.bits = bits << 8 | UInt64(min(name.count, 255))
    }

    /// The same for a name in which case makes no difference.
    package init(lowercasing name: UnsafeBufferPointer<UInt8>) {
        var bits: UInt64 = 0
        for byte in name.prefix(7) { bits = bits << 8 | UInt64(byte.asciiLowercased) }
        self.bits = bits << 8 | UInt64(min(name.count, 255))
    }

    package init(_ name: String) {
        var name = name
        self = name.withUTF8 { NameMark($0) }
    }

    /// Whether it holds all of the name, so that names of equal marks are equal.
    package var isWhole: Bool { bits & 0xFF <= 7 }
}
