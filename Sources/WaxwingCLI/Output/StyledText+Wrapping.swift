extension StyledText {
    /// Fewest columns that text is wrapped to; in a narrower place it runs over the edge.
    static let leastWrappingWidth = 20

    private struct Cell {
        let character: Character
        let style: Style
    }

    /// The text in lines of at most `width` columns, broken at spaces, and within words that are
    /// longer than a line. One line when `width` is nil.
    ///
    /// - Parameter first: what the first line begins with; `rest`, what the others do.
    func wrapped(
        to width: Int?, first: StyledText = StyledText(), rest: StyledText = StyledText()
    ) -> [StyledText] {
        guard let width, first.width + self.width > width else { return [first + self] }
        let limit = max(Self.leastWrappingWidth, width - max(first.width, rest.width))
        return lines(limit: limit).enumerated().map { index, line in
            (index == 0 ? first : rest) + line
        }
    }

    private func lines(limit: Int) -> [StyledText] {
        let cells = pieces.flatMap { piece in
            piece.text.map { Cell(character: $0, style: piece.style) }
        }
        var lines: [StyledText] = []
        var start = 0
        var column = 0
        var space: Int?
        var index = 0
        while index < cells.count {
            let cell = cells[index]
            column += cell.character.terminalWidth
            if cell.character == " " { space = index }
            guard column > limit else {
                index += 1
                continue
            }
            let end = space.map { $0 > start ? $0 : index } ?? max(index, start + 1)
            lines.append(Self.text(cells[start..<end]))
            start = end
            if start < cells.count, cells[start].character == " " { start += 1 }
            index = start
            column = 0
            space = nil
        }
        if start < cells.count || lines.isEmpty { lines.append(Self.text(cells[start...])) }
        return lines
    }

    private static func text(_ cells: ArraySlice<Cell>) -> StyledText {
        var text = StyledText()
        for run in cells.chunked(by: \.style) {
            text.append(String(run.map(\.character)), run[run.startIndex].style)
        }
        return text
    }
}

extension ArraySlice {
    /// Runs of neighbours that agree in `key`.
    fileprivate func chunked<Key: Equatable>(by key: (Element) -> Key) -> [ArraySlice] {
        var chunks: [ArraySlice] = []
        var start = startIndex
        for index in indices.dropFirst() where key(self[index]) != key(self[index - 1]) {
            chunks.append(self[start..<index])
            start = index
        }
        if start < endIndex { chunks.append(self[start...]) }
        return chunks
    }
}
