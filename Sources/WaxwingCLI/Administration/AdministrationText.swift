import JSONText

/// How the commands of the administration show what there is.
enum AdministrationText {
    /// One thing, a property each line; those without a value are left out.
    static func properties(_ properties: [(title: String, value: String)]) -> [TextBlock] {
        var table = TextTable([.init(""), .init("")])
        for (title, value) in properties where !value.isEmpty {
            table.append([StyledText(title), StyledText(value)])
        }
        return [.table(table)]
    }

    /// Several things, one each row.
    /// - Parameters:
    ///   - nouns: what they are called, where there are none.
    ///   - command: makes one.
    static func list(
        _ items: [Document], _ columns: [(title: String, text: (Document) -> String)],
        nouns: String, command: String
    ) -> [TextBlock] {
        guard !items.isEmpty else {
            return [.line(StyledText("There are no \(nouns): '\(command)' makes one."))]
        }
        var table = TextTable(columns.map { .init($0.title) })
        for item in items { table.append(columns.map { StyledText($0.text(item)) }) }
        return [.table(table)]
    }
}
