import JSONText

/// Values that are not part of the data, such as `@index`: made on the way, and kept where they are
/// until the tag that asked for them is done.
struct MadeValues: ~Copyable {
    private static let pageSize = 16
    /// Pages that stay where they are, and are kept for those who come next.
    private var pages: [UnsafeMutablePointer<Document>] = []
    private(set) var count = 0

    deinit {
        for index in 0..<count { place(index).deinitialize(count: 1) }
        for page in pages { page.deallocate() }
    }

    mutating func keep(_ value: Document) -> UnsafePointer<Document> {
        if count == pages.count * Self.pageSize { pages.append(.allocate(capacity: Self.pageSize)) }
        let place = place(count)
        place.initialize(to: value)
        count += 1
        return UnsafePointer(place)
    }

    mutating func removeAll(from mark: Int) {
        while count > mark {
            count -= 1
            place(count).deinitialize(count: 1)
        }
    }

    private func place(_ index: Int) -> UnsafeMutablePointer<Document> {
        pages[index / Self.pageSize] + index % Self.pageSize
    }
}
