/// A size as people read it: `812 B`, `14.2 kB`, `3.0 MB`.
enum ByteCount {
    static func text(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: "\(bytes) B"
        case ..<1_000_000: "\(tenths(bytes, of: 1000)) kB"
        default: "\(tenths(bytes, of: 1_000_000)) MB"
        }
    }

    private static func tenths(_ bytes: Int, of unit: Int) -> String {
        let tenths = bytes / (unit / 10)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
