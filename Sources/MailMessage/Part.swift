import MailTypes

/// One part of a message, with the parts inside it.
public struct Part: Equatable, Sendable {
    public enum Content: Equatable, Sendable {
        case leaf
        case multipart([Part])
        /// `message/rfc822` or `message/global`: a message within the message. Where it is encoded,
        /// its slices are those of the decoded bytes.
        indirect case message(Part)
    }

    public let headerSection: HeaderSection
    public let contentType: ContentType
    public let transferEncoding: TransferEncoding
    /// The body as written: a slice of the message, without the line end before the delimiter.
    public let body: ArraySlice<UInt8>
    public let content: Content

    init(
        _ headerSection: HeaderSection, kind: Kind, body: ArraySlice<UInt8>, content: Content
    ) {
        self.headerSection = headerSection
        contentType = kind.contentType
        transferEncoding = kind.transferEncoding
        self.body = body
        self.content = content
    }

    /// What the fields of a part say of its body; `fallback` is taken where they do not say.
    struct Kind {
        let contentType: ContentType
        let transferEncoding: TransferEncoding

        init(_ headerSection: HeaderSection, fallback: ContentType) {
            contentType = Part.contentType(headerSection, fallback: fallback)
            transferEncoding = Part.transferEncoding(headerSection)
        }
    }

    private static func contentType(
        _ headerSection: HeaderSection, fallback: ContentType
    ) -> ContentType {
        guard let value = headerSection.first("Content-Type")?.rawValue else { return fallback }
        return (try? ContentType(parsing: value)) ?? ContentType(withoutType: value)
    }

    private static func transferEncoding(_ headerSection: HeaderSection) -> TransferEncoding {
        guard let value = headerSection.first("Content-Transfer-Encoding")?.rawValue
        else { return .sevenBit }
        return TransferEncoding(parsing: value)
    }

    /// What stands in front of the first part of a multipart: a word to readers without MIME. The
    /// whole body of a multipart without parts.
    public var preamble: ArraySlice<UInt8> {
        guard case .multipart(let children) = content, let first = children.first else {
            return contentType.isMultipart ? body : body.prefix(0)
        }
        // The line before the first part is its delimiter.
        var end = first.headerSection.startIndex
        if end > body.startIndex { end -= 1 }
        while end > body.startIndex, body[end - 1] != 0x0A { end -= 1 }
        return body.line(body.startIndex, end)
    }

    /// What stands behind the closing delimiter of a multipart; nobody shows it.
    public var epilogue: ArraySlice<UInt8> {
        guard case .multipart(let children) = content, let last = children.last else {
            return body.suffix(0)
        }
        var start = body.lineEnd(from: last.body.endIndex)
        // An empty part ends where its delimiter begins.
        let isDelimiter = body[last.body.endIndex...].starts(with: "--".utf8)
        if !isDelimiter { start = body.lineEnd(from: start) }
        return body[start...]
    }

    /// The content with its transfer encoding taken off; decoded anew at each call.
    public var decodedBytes: [UInt8] { transferEncoding.decode(body) }

    /// The content with its transfer encoding taken off: without a copy where there is none.
    public var decodedContent: ArraySlice<UInt8> {
        transferEncoding.isEncoded ? transferEncoding.decode(body)[...] : body
    }

    /// The content as text, in the charset that the part names; line ends stay as they are.
    public var decodedText: DecodedText { contentType.charset.decode(decodedContent) }

    /// How the part is meant to be shown, where it says so; read anew at each call.
    public var disposition: ContentDisposition? {
        headerSection.first("Content-Disposition").flatMap {
            try? ContentDisposition(parsing: $0.rawValue)
        }
    }

    /// The name of the file, without folders; nil where the part gives none.
    ///
    /// From `filename` of the disposition, else `name` of the type. Encoded words are decoded,
    /// though they do not belong there, because half the world writes them.
    public var filename: String? {
        guard
            let decoded = disposition?.parameters.text("filename")
                ?? contentType.parameters.text("name")
        else { return nil }
        let base = decoded.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map(String.init)
        let shown = String(
            (base ?? "").unicodeScalars.filter { $0.value >= 0x20 && $0 != "\u{7F}" })
        return shown.isEmpty || shown == "." || shown == ".." ? nil : shown
    }

    /// The identifier that `cid:` links name, without angle brackets (RFC 2392).
    public var contentID: String? {
        guard let value = headerSection.first("Content-ID")?.unfoldedValue else { return nil }
        let text = String(decoding: value, as: UTF8.self)
        guard text.hasPrefix("<"), text.hasSuffix(">"), text.utf8.count > 2 else {
            return text.isEmpty ? nil : text
        }
        return String(text.dropFirst().dropLast())
    }

    /// This part and all parts in it, from the top; parts of messages within are left out.
    public var allParts: [Part] {
        guard case .multipart(let children) = content else { return [self] }
        return [self] + children.flatMap(\.allParts)
    }
}
