import MailTypes

/// The encodings in which a document may be written.
///
/// libxml2 would hand any other name to the converters of the system: a list that differs from
/// machine to machine, and has encodings in which markup hides from whoever looks at the bytes.
enum XMLEncoding {
    case singleByte
    case utf16

    private static let readNames: Set<String> = [
        "utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1",
    ]

    /// How a document is written that begins like this.
    ///
    ///     EncodingDecl = S "encoding" Eq ( '"' EncName '"' / "'" EncName "'" )    ; XML 1.0 §4.3.3
    /// - Throws: the name of an encoding that is not read.
    init(ofDocument start: ArraySlice<UInt8>) throws(Refused) {
        switch Array(start.prefix(4)) {
        case [0, 0, 0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0, 0, 0, 0x3C], [0x3C, 0, 0, 0]:
            throw Refused(name: "UTF-32")
        case [0x4C, 0x6F, 0xA7, 0x94]:
            throw Refused(name: "EBCDIC")
        case [0, 0x3C, 0, 0x3F], [0x3C, 0, 0x3F, 0]:
            self = .utf16
        case let mark where mark.starts(with: [0xFE, 0xFF]) || mark.starts(with: [0xFF, 0xFE]):
            self = .utf16
        default:
            if let name = Self.declaredName(in: start), !Self.readNames.contains(name) {
                throw Refused(name: name)
            }
            self = .singleByte
        }
    }

    struct Refused: Error { let name: String }

    /// The name after `encoding=` in the XML declaration, in lower case.
    private static func declaredName(in start: ArraySlice<UInt8>) -> String? {
        var cursor = ByteCursor(start.prefix(1024))
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { _ = cursor.take(3) }
        guard cursor.take(ignoringCase: "<?xml") else { return nil }
        while let byte = cursor.peek, byte != UInt8(ascii: ">") {
            guard cursor.take(ignoringCase: "encoding") else {
                _ = cursor.next()
                continue
            }
            cursor.skipFoldingWhitespace()
            guard cursor.take(UInt8(ascii: "=")) else { continue }
            cursor.skipFoldingWhitespace()
            guard let quote = cursor.next() else { return nil }
            let name = cursor.take { $0 != quote && $0 != UInt8(ascii: ">") }
            return String(decoding: name, as: UTF8.self).asciiLowercased
        }
        return nil
    }

    /// Whether a block of the document has U+0000. libxml2 takes one for the end of its input.
    func hasNUL(in block: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .singleByte: return block.reduce(.max, min) == 0  // without a branch, many at once
        case .utf16:
            // Blocks are of even size, so that units never lie across two of them.
            return stride(from: 0, to: block.count - 1, by: 2).contains {
                block[$0] == 0 && block[$0 + 1] == 0
            }
        }
    }
}
