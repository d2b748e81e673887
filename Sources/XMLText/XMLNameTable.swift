import CLibxml2

/// Numbers for names, by the address at which the parser keeps each: it keeps every name once, for
/// as long as it lives.
struct XMLNameTable {
    private(set) var count = 0
    /// Open addressing; the size is a power of two, at least twice the count.
    private var keys: [UInt] = Array(repeating: 0, count: 128)
    private var indices: [Int32] = Array(repeating: 0, count: 128)

    /// The number of a name, a new one if it was not seen before.
    mutating func index(of name: UnsafePointer<xmlChar>) -> Int {
        let key = UInt(bitPattern: name)
        var slot = Self.slot(of: key, among: keys.count)
        while keys[slot] != key {
            if keys[slot] == 0 { return insert(key, at: slot) }
            slot = (slot &+ 1) & (keys.count &- 1)
        }
        return Int(indices[slot])
    }

    private mutating func insert(_ key: UInt, at slot: Int) -> Int {
        keys[slot] = key
        indices[slot] = Int32(truncatingIfNeeded: count)
        count += 1
        if 2 * count > keys.count { grow() }
        return count - 1
    }

    private mutating func grow() {
        let old = zip(keys, indices)
        let size = 2 * keys.count
        keys = Array(repeating: 0, count: size)
        indices = Array(repeating: 0, count: size)
        for (key, index) in old where key != 0 {
            var slot = Self.slot(of: key, among: size)
            while keys[slot] != 0 { slot = (slot &+ 1) & (size &- 1) }
            keys[slot] = key
            indices[slot] = index
        }
    }

    private static func slot(of key: UInt, among size: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size &- 1)
    }
}
