/// A message taken apart into its MIME parts (RFC 2046).
///
/// Any bytes give a tree, in one pass over them. What goes beyond a limit is left unparsed, and
/// ``exceededLimit`` says so.
public struct PartTree: Equatable, Sendable {
    /// Deepest nesting of parts, messages within messages included.
    public static let depthLimit = 64
    /// Deepest nesting of messages that are encoded; each of them is a copy.
    public static let encodedDepthLimit = 4
    /// Longest boundary that is looked for, in bytes.
    public static let boundaryLengthLimit = 10_000
    /// Most parts of a message, the multiparts included.
    public static let countLimit = 500

    public enum Limit: Equatable, Sendable {
        case depth
        case count
        case fieldCount
    }

    public let root: Part
    /// Number of parts, the root and the multiparts included.
    public let count: Int
    /// The first limit that the message went beyond, if it did.
    public let exceededLimit: Limit?

    init(headerSection: HeaderSection, body: ArraySlice<UInt8>) {
        var reader = PartReader(body)
        root = reader.readRoot(headerSection)
        count = reader.count
        exceededLimit = reader.exceededLimit
    }

    /// The first `text/plain` part that is no attachment; the message itself where it claims to have
    /// parts and has none, so that its text is not hidden.
    public var plainText: Part? {
        if let part = firstText("plain") { return part }
        guard case .leaf = root.content, root.contentType.isMultipart else { return nil }
        return root
    }

    /// The first `text/html` part that is no attachment.
    public var html: Part? { firstText("html") }

    private func firstText(_ subtype: String) -> Part? {
        root.allParts.first {
            $0.contentType.isText && $0.contentType.subtype == subtype && !$0.isAttachment
        }
    }

    /// Everything that is neither a multipart nor the text shown: files, pictures in HTML
    /// (those have ``Part/contentID``), messages within.
    public var attachments: [Part] {
        let plainText = plainText?.body.startIndex
        let html = html?.body.startIndex
        return root.allParts.filter { part in
            if case .multipart = part.content { return false }
            let start = part.body.startIndex
            return part.isAttachment
                || !part.contentType.isText || (start != plainText && start != html)
        }
    }
}

extension Part {
    fileprivate var isAttachment: Bool {
        if let disposition { return !disposition.isInline || filename != nil }
        return filename != nil
    }
}
