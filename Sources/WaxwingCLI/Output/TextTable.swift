/// Rows whose columns stand below one another. Text that is too long for the terminal is wrapped
/// in the last column.
struct TextTable: Equatable, Sendable {
    enum Alignment: Equatable, Sendable { case left, right }

    struct Column: Equatable, Sendable {
        var title: String
        var alignment = Alignment.left

        init(_ title: String, _ alignment: Alignment = .left) {
            self.title = title
            self.alignment = alignment
        }
    }

    private static let gap = "  "

    let columns: [Column]
    private(set) var rows: [[StyledText]] = []

    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row; cells that are missing at its end are empty.
    mutating func append(_ cells: [StyledText]) {
        let missing = max(0, columns.count - cells.count)
        rows.append(
            cells.prefix(columns.count) + Array(repeating: StyledText(), count: missing))
    }

    func lines(width: Int?) -> [StyledText] {
        let titles = columns.map { StyledText($0.title, .strong) }
        let hasTitles = !columns.allSatisfy(\.title.isEmpty)
        let all = (hasTitles ? [titles] : []) + rows
        let widths = columns.indices.map { column in all.map { $0[column].width }.max() ?? 0 }
        return all.flatMap { lines(of: $0, widths: widths, width: width) }
    }

    private func lines(of row: [StyledText], widths: [Int], width: Int?) -> [StyledText] {
        guard !row.isEmpty else { return [] }
        // Empty cells at the end take no room.
        let end = row.lastIndex { !$0.isEmpty } ?? 0
        var first = StyledText()
        for index in 0..<end {
            first.append(padded(row[index], to: widths[index], columns[index].alignment))
            first.append(Self.gap)
        }
        let rest = StyledText(String(repeating: " ", count: first.width))
        let isRight = columns[end].alignment == .right
        let cell = isRight ? padded(row[end], to: widths[end], .right) : row[end]
        return cell.wrapped(to: width, first: first, rest: rest)
    }

    private func padded(_ cell: StyledText, to width: Int, _ alignment: Alignment) -> StyledText {
        let padding = StyledText(String(repeating: " ", count: max(0, width - cell.width)))
        return alignment == .left ? cell + padding : padding + cell
    }
}
