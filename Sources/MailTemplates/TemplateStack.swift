/// A stack of plain values.
///
/// An array would do, but for the references that are counted, and the question whether it has one
/// owner, each time one is looked into.
struct TemplateStack<Entry: BitwiseCopyable>: ~Copyable {
    private var entries = UnsafeMutableBufferPointer<Entry>(start: nil, count: 0)
    private(set) var count = 0

    deinit { entries.deallocate() }

    subscript(index: Int32) -> Entry {
        get {
            precondition(
                index >= 0 && index < count, "places of the stack are those of its entries")
            return entries[Int(index)]
        }
        set {
            precondition(
                index >= 0 && index < count, "places of the stack are those of its entries")
            entries[Int(index)] = newValue
        }
    }

    /// Adds an entry, and says where it is.
    @discardableResult
    mutating func append(_ entry: Entry) -> Int32 {
        if count == entries.count { grow() }
        entries.initializeElement(at: count, to: entry)
        count += 1
        return Int32(count - 1)
    }

    mutating func removeLast(_ number: Int = 1) {
        precondition(number <= count, "what is taken off was put there")
        count -= number
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutableBufferPointer<Entry>.allocate(capacity: max(2 * count, 8))
        _ = larger.moveInitialize(fromContentsOf: entries)
        entries.deallocate()
        entries = larger
    }
}
