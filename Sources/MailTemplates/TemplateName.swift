import MailTypes

/// A name that a template looks for.
struct TemplateName {
    let text: String
    let length: Int
    let mark: NameMark
    /// Whether a name of the same mark is the same name.
    let isKnownByMark: Bool

    init(_ text: String) {
        self.text = text
        length = text.utf8.count
        mark = NameMark(text)
        isKnownByMark = mark.isWhole
    }
}
