import MailTypes

/// Takes a message apart in one pass.
///
/// The delimiters of all open multiparts are looked for at once: a part ends where any multipart
/// around it goes on or ends (RFC 2046 §5.1.2), and no byte is looked at once for each level.
struct PartReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    /// `--` and the boundary of each open multipart, the outermost first.
    private var delimiters: [[UInt8]] = []
    /// In how many encoded messages this one lies.
    private var encodedDepth = 0
    private(set) var count = 0
    private(set) var exceededLimit: PartTree.Limit?

    init(_ body: ArraySlice<UInt8>) {
        bytes = body
        position = body.startIndex
    }

    /// A line that ends a part: which open multipart it belongs to, and whether it closes it.
    private struct Delimiter {
        let level: Int
        let isClosing: Bool
    }

    /// Where a run of lines ended: before the line end that belongs to the delimiter.
    private struct Ending {
        let index: Int
        let delimiter: Delimiter?
    }

    mutating func readRoot(_ headerSection: HeaderSection) -> Part {
        readBody(headerSection, fallback: .plainText, depth: 1).part
    }

    private mutating func exceed(_ limit: PartTree.Limit) {
        if exceededLimit == nil { exceededLimit = limit }
    }

    /// Reads header section and body of a part; the position is then behind the delimiter.
    private mutating func readPart(
        fallback: ContentType, depth: Int
    ) -> (part: Part, ending: Ending) {
        let delimiters = delimiters
        let bytes = bytes
        let reading = HeaderSection.read(bytes[position...]) { start in
            Self.delimiter(bytes, start, delimiters) != nil
        }
        if reading.isTruncated { exceed(.fieldCount) }
        position = reading.end
        return readBody(reading.section, fallback: fallback, depth: depth)
    }

    private mutating func readBody(
        _ headerSection: HeaderSection, fallback: ContentType, depth: Int
    ) -> (part: Part, ending: Ending) {
        count += 1
        let start = position
        let kind = Part.Kind(headerSection, fallback: fallback)
        let type = kind.contentType
        let content: Part.Content
        let ending: Ending
        let isNested = type.isMultipart || type.isMessage
        if isNested, depth >= PartTree.depthLimit { exceed(.depth) }
        if isNested, depth < PartTree.depthLimit, type.isMultipart,
            let boundary = Self.boundary(of: type)
        {
            let children: [Part]
            (children, ending) = readMultipart(type, boundary, depth)
            content = children.isEmpty ? .leaf : .multipart(children)
        } else if isNested, depth < PartTree.depthLimit, !type.isMultipart {
            let encoding = kind.transferEncoding
            let message: Part?
            if encoding.isEncoded {
                ending = skipToDelimiter()
                message = readEncodedMessage(
                    bytes[start..<max(start, ending.index)], encoding, depth)
            } else {
                (message, ending) = readPart(fallback: .plainText, depth: depth + 1)
            }
            content = message.map { .message($0) } ?? .leaf
        } else {
            ending = skipToDelimiter()
            content = .leaf
        }
        let body = bytes[start..<max(start, ending.index)]
        return (
            Part(headerSection, kind: kind, body: body, content: content), ending
        )
    }

    /// The boundary, if it is one that lines can be compared with: 70 characters are allowed, and
    /// senders have written hundreds (RFC 2046 §5.1.1).
    private static func boundary(of type: ContentType) -> String? {
        guard let boundary = type.parameters["boundary"], !boundary.isEmpty,
            boundary.utf8.count <= PartTree.boundaryLengthLimit,
            boundary.utf8.allSatisfy({ $0 != 0x0D && $0 != 0x0A })
        else { return nil }
        return boundary
    }

    /// Reads a message that is written in base64 or quoted-printable, which is forbidden
    /// (RFC 2046 §5.2.1), allowed for `message/global` (RFC 6532 §3.7), and met.
    private mutating func readEncodedMessage(
        _ body: ArraySlice<UInt8>, _ encoding: TransferEncoding, _ depth: Int
    ) -> Part? {
        guard encodedDepth < PartTree.encodedDepthLimit else {
            exceed(.depth)
            return nil
        }
        var reader = PartReader(encoding.decode(body)[...])
        reader.encodedDepth = encodedDepth + 1
        reader.count = count
        reader.exceededLimit = exceededLimit
        let part = reader.readPart(fallback: .plainText, depth: depth + 1).part
        count = reader.count
        exceededLimit = reader.exceededLimit
        return part
    }

    private mutating func readMultipart(
        _ type: ContentType, _ boundary: String, _ depth: Int
    ) -> (children: [Part], ending: Ending) {
        let level = delimiters.count
        delimiters.append(Array("--\(boundary)".utf8))
        defer { if delimiters.count > level { delimiters.removeLast() } }
        // What is no type of its own in a digest is a message (RFC 2046 §5.1.5).
        let fallback =
            type.subtype == "digest" ? ContentType("message", "rfc822") : .plainText
        var children: [Part] = []
        var ending = skipToDelimiter()
        while let delimiter = ending.delimiter, delimiter.level == level {
            if delimiter.isClosing {
                delimiters.removeLast()
                return (children, skipToDelimiter())
            }
            guard count < PartTree.countLimit else {
                exceed(.count)
                position = bytes.endIndex
                return (children, Ending(index: bytes.endIndex, delimiter: nil))
            }
            let part: Part
            (part, ending) = readPart(fallback: fallback, depth: depth + 1)
            children.append(part)
        }
        return (children, ending)
    }

    /// Passes over lines up to a delimiter, and over the delimiter itself.
    private mutating func skipToDelimiter() -> Ending {
        guard !delimiters.isEmpty else {
            position = bytes.endIndex
            return Ending(index: position, delimiter: nil)
        }
        let start = position
        while true {
            let lineStart = bytes.firstHyphenLine(from: position)
            position = bytes.lineEnd(from: lineStart)
            guard lineStart < bytes.endIndex else { break }
            if let delimiter = Self.delimiter(bytes, lineStart, delimiters) {
                let end = bytes.line(start, lineStart).endIndex
                return Ending(index: end, delimiter: delimiter)
            }
        }
        return Ending(index: position, delimiter: nil)
    }

    /// The delimiter that the line at `start` is, if it is one. The innermost multipart is asked
    /// first.
    ///
    ///     delimiter transport-padding CRLF     ; RFC 2046 §5.1.1
    ///
    /// Behind the boundary or its `--` the line may end or go on with white space; what follows
    /// that is passed over, as the note to implementors there asks. Anything else makes the
    /// line content: a boundary that only begins like this one belongs to somebody else.
    private static func delimiter(
        _ bytes: ArraySlice<UInt8>, _ start: Int, _ delimiters: [[UInt8]]
    ) -> Delimiter? {
        guard start + 1 < bytes.endIndex, bytes[start] == UInt8(ascii: "-"),
            bytes[start + 1] == UInt8(ascii: "-")
        else { return nil }
        for (level, delimiter) in zip(delimiters.indices, delimiters).reversed() {
            let rest = start + delimiter.count
            guard rest <= bytes.endIndex else { continue }
            // What stands behind is looked at first: it rules out nearly all levels at once, where
            // boundaries that begin one another would be compared in full.
            let isClosing: Bool
            if isEndOrSpace(bytes, rest) {
                isClosing = false
            } else if rest + 1 < bytes.endIndex, bytes[rest] == UInt8(ascii: "-"),
                bytes[rest + 1] == UInt8(ascii: "-"), isEndOrSpace(bytes, rest + 2)
            {
                isClosing = true
            } else {
                continue
            }
            if bytes[start..<rest].elementsEqual(delimiter) {
                return Delimiter(level: level, isClosing: isClosing)
            }
        }
        return nil
    }

    private static func isEndOrSpace(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
        guard index < bytes.endIndex else { return true }
        switch bytes[index] {
        case 0x0A, 0x20, 0x09: return true
        case 0x0D: return index + 1 == bytes.endIndex || bytes[index + 1] == 0x0A
        default: return false
        }
    }
}

extension TransferEncoding {
    /// Whether the bytes must be decoded before anything can be seen in them.
    var isEncoded: Bool {
        self == .base64 || self == .quotedPrintable || self == .uuencode
    }
}
