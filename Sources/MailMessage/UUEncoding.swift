import MailTypes

/// The encoding of `uuencode`: lines that begin with their length, four characters for each three
/// bytes, between `begin` and `end`.
enum UUEncoding {
    /// The bytes of the first file in `text`; of the whole where no line begins one.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count / 4 * 3)
        var start = text.startIndex
        if let begin = beginning(text) { start = begin }
        while start < text.endIndex {
            let end = text.lineEnd(from: start)
            let line = text.line(start, end)
            start = end
            if line.elementsEqual("end".utf8) { break }
            decodeLine(line, into: &output)
        }
        return output
    }

    /// Where the line behind `begin 644 name` begins.
    private static func beginning(_ text: ArraySlice<UInt8>) -> Int? {
        var start = text.startIndex
        while start < text.endIndex {
            let end = text.lineEnd(from: start)
            if text[start..<end].starts(with: "begin ".utf8) { return end }
            start = end
        }
        return nil
    }

    private static func decodeLine(_ line: ArraySlice<UInt8>, into output: inout [UInt8]) {
        guard let first = line.first, first > 0x20, first <= 0x60 else { return }
        var length = Int((first - 0x20) & 0x3F)
        var index = line.startIndex + 1
        // Spaces at the end of a line were often lost on the way.
        func value(_ offset: Int) -> UInt8 {
            let place = index + offset
            return place < line.endIndex ? (line[place] &- 0x20) & 0x3F : 0
        }
        while length > 0 {
            let group = [
                value(0) << 2 | value(1) >> 4, value(1) << 4 | value(2) >> 2,
                value(2) << 6 | value(3),
            ]
            output += group.prefix(length)
            length -= 3
            index += 4
        }
    }
}
