/// Reads a run of bytes from left to right, for grammars that are given byte by byte.
///
/// The cursor never copies: what it hands out are slices that keep the offsets of the original, so
/// that an error can say where it stands and a signature can be checked over what was written.
///
/// What parsers call for each byte is inlined into them.
public struct ByteCursor: Sendable {
    @usableFromInline let bytes: ArraySlice<UInt8>
    /// Where the cursor stands, as an index of the bytes it was made from.
    @inlinable public var offset: Int { position }
    @usableFromInline var position: Int

    public init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    public init(_ text: String) { self.init(Array(text.utf8)[...]) }

    @inlinable public var isAtEnd: Bool { offset == bytes.endIndex }

    /// What has not been read yet.
    @inlinable public var remaining: ArraySlice<UInt8> { bytes[offset...] }

    /// What has been read since the cursor stood at `start`.
    public func slice(from start: Int) -> ArraySlice<UInt8> {
        bytes[min(max(start, bytes.startIndex), offset)..<offset]
    }

    /// The next byte, which stays unread; nil at the end.
    @inlinable public var peek: UInt8? { offset < bytes.endIndex ? bytes[offset] : nil }

    /// The byte `distance` behind the next one, which stays unread.
    @inlinable
    public func peek(at distance: Int) -> UInt8? {
        let index = offset + distance
        return index < bytes.endIndex ? bytes[index] : nil
    }

    /// Reads and returns the next byte; nil at the end.
    @inlinable public mutating func next() -> UInt8? {
        guard let byte = peek else { return nil }
        position += 1
        return byte
    }

    /// Reads `byte` if it comes next, and says whether it did.
    @inlinable public mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    /// Reads `text` if it comes next, letters of either case being equal, and says whether it did.
    public mutating func take(ignoringCase text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.endIndex - offset >= count else { return false }
        let equal = text.withUTF8Buffer { wanted in
            (0..<count).allSatisfy {
                bytes[offset + $0].asciiLowercased == wanted[$0].asciiLowercased
            }
        }
        if equal { position += count }
        return equal
    }

    /// Reads as long as `holds`, possibly nothing.
    @inlinable public mutating func take(while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = offset
        let base = bytes.startIndex
        position = bytes.withUnsafeBufferPointer { bytes in
            var index = start - base
            while index < bytes.count, holds(bytes[index]) { index += 1 }
            return base + index
        }
        return bytes[start..<offset]
    }

    /// Reads exactly `count` bytes, or none if there are fewer.
    @inlinable
    public mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, bytes.endIndex - offset >= count else { return nil }
        defer { position += count }
        return bytes[offset..<offset + count]
    }

    /// Goes back (or on) to an offset that the cursor had before.
    @inlinable
    public mutating func move(to offset: Int) {
        position = min(max(offset, bytes.startIndex), bytes.endIndex)
    }

    /// Passes over SP, HTAB and line breaks (`FWS` read forgivingly, RFC 5322 §3.2.2).
    @inlinable public mutating func skipFoldingWhitespace() {
        while let byte = peek, byte.isFoldingWhitespace { position += 1 }
    }

    /// Passes over SP and HTAB.
    @inlinable public mutating func skipSpaces() {
        while let byte = peek, byte.isSpaceOrTab { position += 1 }
    }

    /// An error at the place where the cursor stands.
    public func expected(_ expectation: SyntaxError.Expectation) -> SyntaxError {
        SyntaxError(expected: expectation, offset: offset)
    }
}
