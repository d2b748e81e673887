/// What tells most names apart at one look: their length and their first seven bytes.
package struct NameMark: Sendable {
    /// The bytes, and the length below them, which counts no further than 255.
    package let bits: UInt64

    package init(_ name: String) {
        let bytes = name.utf8
        bits =
            bytes.prefix(7).reduce(0) { $0 << 8 | UInt64($1) } << 8 | UInt64(min(bytes.count, 255))
    }

    /// Whether it holds all of the name, so that names of equal marks are equal.
    package var isWhole: Bool { bits & 0xFF <= 7 }
}
