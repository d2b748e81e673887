import JSONText

/// The text that a rendering writes: an array of bytes that only grows.
struct TemplateOutput: ~Copyable {
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        bytes = .allocate(capacity: self.capacity)
    }

    deinit { bytes.deallocate() }

    @inline(__always)
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress else { return }
        reserve(text.count)
        (bytes + count).initialize(from: start, count: text.count)
        count += text.count
    }

    /// Appends text of a template, behind which as many bytes may be read as
    /// `TemplateTables.padding` says.
    ///
    /// Most of it comes in short pieces, which one wide store writes faster than a call; what it
    /// writes beyond the end is written over by what comes next.
    @inline(__always)
    mutating func append(padded text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress else { return }
        reserve(text.count + TemplateTables.padding)
        if text.count <= TemplateTables.padding {
            let piece = UnsafeRawPointer(start).loadUnaligned(as: SIMD32<UInt8>.self)
            UnsafeMutableRawPointer(bytes + count).storeBytes(of: piece, as: SIMD32<UInt8>.self)
        } else {
            (bytes + count).initialize(from: start, count: text.count)
        }
        count += text.count
    }

    mutating func append(_ byte: UInt8) {
        reserve(1)
        bytes[count] = byte
        count += 1
    }

    mutating func append(_ text: String) {
        // Strings that come from parsing have their bytes in one piece.
        if text.utf8.withContiguousStorageIfAvailable({ append($0) }) == nil {
            for byte in text.utf8 { append(byte) }
        }
    }

    mutating func append(_ number: Int64) {
        var size = number < 0 ? 2 : 1
        var rest = number.magnitude
        while rest >= 10 {
            rest /= 10
            size += 1
        }
        reserve(size)
        rest = number.magnitude
        var place = bytes + (count + size)
        repeat {
            place -= 1
            place.pointee = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        if number < 0 { bytes[count] = UInt8(ascii: "-") }
        count += size
    }

    /// Appends a string of the data, from where it stands; false if there is none, or its bytes are
    /// not in one piece.
    ///
    /// It is looked at twice on purpose: the second look does nothing but copy, so that the compiler
    /// sees that nobody lets go of the string meanwhile, and counts no reference.
    @inline(__always)
    mutating func append(stringAt value: UnsafePointer<Document>) -> Bool {
        guard case .string(let text) = value.pointee else { return false }
        reserve(text.utf8.count)
        return copy(stringAt: value)
    }

    @inline(__always)
    private mutating func copy(stringAt value: UnsafePointer<Document>) -> Bool {
        guard case .string(let text) = value.pointee else { return false }
        let target = bytes + count
        let size = text.utf8.withContiguousStorageIfAvailable { text in
            if let start = text.baseAddress { target.initialize(from: start, count: text.count) }
            return text.count
        }
        count += size ?? 0
        return size != nil
    }

    /// What has been written since `start`.
    func text(from start: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: bytes + start, count: count - start))
    }

    /// Takes back what has been written since `start`.
    mutating func remove(from start: Int) { count = min(max(start, 0), count) }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(by: more) }
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        let larger = max(2 * capacity, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.moveInitialize(from: bytes, count: count)
        bytes.deallocate()
        bytes = moved
        capacity = larger
    }
}
