import MailMessage
import MailTypes

extension DKIMBodyVariant {
    /// The body as it was before the change, if it was made; nil where it cannot have been.
    func undo(_ body: ArraySlice<UInt8>, fields: HeaderFieldTable) -> [UInt8]? {
        switch self {
        case .bareLineFeeds: Self.withCRLF(body)
        case .signedWithLineFeeds: Self.withLF(body)
        case .trailingWhitespace:
            Self.mapLines(body) { line, output in
                let end = line.lastIndex { !$0.isSpaceOrTab }.map { $0 + 1 } ?? line.startIndex
                output += line[..<end]
            }
        case .doubledDots:
            Self.mapLines(body) { line, output in
                output += line.starts(with: "..".utf8) ? line.dropFirst() : line
            }
        case .singleDots:
            Self.mapLines(body) { line, output in
                if line.first == UInt8(ascii: ".") { output.append(UInt8(ascii: ".")) }
                output += line
            }
        case .quotedFrom:
            Self.mapLines(body) { line, output in
                output += line.starts(with: ">From ".utf8) ? line.dropFirst() : line
            }
        case .brokenLines: Self.joined(body)
        case .transferEncoding: Self.decoded(body, fields)
        case .latin1ToUTF8: Self.latin1(body)
        case .utf8ToLatin1:
            Self.isUTF8(body)
                ? nil : Array(String(decoding: body.map { UInt32($0) }, as: UTF32.self).utf8)
        }
    }

    private static func isUTF8(_ body: ArraySlice<UInt8>) -> Bool {
        String(validating: body, as: UTF8.self) != nil
    }

    /// The body in ISO-8859-1; nil when it is no UTF-8, or does not fit.
    private static func latin1(_ body: ArraySlice<UInt8>) -> [UInt8]? {
        guard body.contains(where: { $0 >= 0x80 }),
            let text = String(validating: body, as: UTF8.self)
        else { return nil }
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    /// A CR put before every LF that has none.
    private static func withCRLF(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var previous: UInt8 = 0
        for byte in body {
            if byte == 0x0A, previous != 0x0D { bytes.append(0x0D) }
            bytes.append(byte)
            previous = byte
        }
        return bytes
    }

    /// No CR before LF, and one LF at the end: a simple body as a signer on Unix may hash it.
    private static func withLF(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in body {
            if byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
            bytes.append(byte)
        }
        while bytes.last == 0x0A { bytes.removeLast() }
        return bytes + [0x0A]
    }

    /// Each line changed, the line ends as they are.
    private static func mapLines(
        _ body: ArraySlice<UInt8>, _ write: (ArraySlice<UInt8>, inout [UInt8]) -> Void
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count)
        var start = body.startIndex
        while start < body.endIndex {
            let end = DKIMBodySearch.endOfLine(in: body, from: start)
            let next = min(end + 2, body.endIndex)
            write(body[start..<end], &bytes)
            bytes += body[end..<next]
            start = next
        }
        return bytes
    }

    /// Without the breaks that some hops put into lines that are too long for SMTP: `!`, CRLF and
    /// a space (Sendmail), or CRLF behind 998 bytes (RFC 5321 §4.5.3.1.6).
    private static func joined(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count)
        var start = body.startIndex
        while start < body.endIndex {
            let end = DKIMBodySearch.endOfLine(in: body, from: start)
            let next = min(end + 2, body.endIndex)
            bytes += body[start..<end]
            let isLong = end - start == 998
            start = next
            if bytes.last == UInt8(ascii: "!"), next < body.endIndex, body[next] == 0x20 {
                bytes.removeLast()
                start = next + 1
            } else if !isLong {
                bytes += body[end..<next]
            }
        }
        return bytes
    }

    /// The content of a body in quoted-printable or base64.
    private static func decoded(_ body: ArraySlice<UInt8>, _ fields: HeaderFieldTable) -> [UInt8]? {
        guard let field = fields.fields(named: "Content-Transfer-Encoding").first else {
            return nil
        }
        let name = field.value.trimmingFoldingWhitespace
        if name.equalsIgnoringCase("quoted-printable") {
            return withCRLF(QuotedPrintable.decode(body)[...])
        }
        guard name.equalsIgnoringCase("base64") else { return nil }
        return Base64.decode(body, .lenient).map { withCRLF($0[...]) }
    }
}
