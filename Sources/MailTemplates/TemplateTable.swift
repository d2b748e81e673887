/// A table that is written once and then only read, by number.
///
/// An array would do, but for the references that are counted each time one is looked into; that
/// takes longer than all else in a rendering. Numbers come from the compiler, which hands out those
/// of entries that it has made.
struct TemplateTable<Entry>: @unchecked Sendable where Entry: Sendable {
    // Nobody writes to it after `init`, and the one that made it frees it: `TemplateTables`.
    private let entries: UnsafeMutableBufferPointer<Entry>

    init(_ array: [Entry]) {
        entries = .allocate(capacity: max(array.count, 1))
        _ = entries.initialize(from: array)
        count = array.count
    }

    let count: Int

    subscript(index: Int32) -> Entry { pointer(to: index).pointee }

    /// Where an entry is: to read it there copies nothing.
    func pointer(to index: Int32) -> UnsafePointer<Entry> {
        assert(index >= 0 && index < count, "the compiler makes no other numbers")
        return UnsafePointer(entries.baseAddress.unsafelyUnwrapped + Int(index))
    }

    /// A run of entries.
    subscript(run: TemplateProgram.Run) -> UnsafeBufferPointer<Entry> {
        assert(run.start >= 0 && run.start <= run.end && run.end <= count)
        return UnsafeBufferPointer(
            start: entries.baseAddress.unsafelyUnwrapped + Int(run.start), count: run.count)
    }

    func free() {
        entries.baseAddress?.deinitialize(count: count)
        entries.deallocate()
    }
}
