/// The beginning of a text, short enough to be shown.
struct TextExcerpt: Equatable, Sendable {
    /// The longest text that is shown, in bytes of UTF-8.
    static let limit = 1024 * 1024

    let text: String
    let isTruncated: Bool

    init(_ text: String) { self.init(text, limit: Self.limit) }

    /// Cuts between characters.
    init(_ text: String, limit: Int) {
        isTruncated = text.utf8.count > limit
        guard isTruncated else {
            self.text = text
            return
        }
        var end = text.utf8.index(text.startIndex, offsetBy: limit)
        while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
            end = text.utf8.index(before: end)
        }
        self.text = String(text[..<end])
    }
}
