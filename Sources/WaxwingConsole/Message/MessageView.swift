/// What a person or a test wants to see of one message: its fields, its texts and its parts.
struct MessageView: Equatable, Sendable {
    /// One field of the header section.
    struct HeaderField: Equatable, Sendable {
        let name: String
        /// Unfolded, encoded words decoded.
        let value: String
        /// As it was written, folding included.
        let rawValue: String
    }

    /// One leaf of the MIME tree, decoded.
    struct Part: Equatable, Sendable {
        /// What the part is there for.
        enum Role: Equatable, Sendable {
            /// The text that ``MessageView/text`` or ``MessageView/html`` shows.
            case body
            /// Something the HTML refers to by its Content-ID.
            case inline
            case attachment
        }

        /// Counts the leaves from 0, in the order of the message.
        let index: Int
        /// `image/png`, in lower case and without parameters.
        let contentType: String
        /// The charset of a text, as its label.
        var charset: String?
        var name: String?
        /// Without angle brackets.
        var contentID: String?
        /// `attachment`, `inline`, or nil where the part has no such field.
        var disposition: String?
        var role: Role
        let content: [UInt8]
    }

    /// Why less is shown than the message holds; nil where all of it could be read.
    var problem: String?
    var fields: [HeaderField] = []
    /// The plain text, if there is one; lines end with LF.
    var text: String?
    /// The HTML, if there is any; lines end with LF.
    var html: String?
    var parts: [Part] = []

    /// Everything but the texts that are shown.
    var attachments: [Part] { parts.filter { $0.role != .body } }

    /// Where a `cid:` address leads to: Content-ID to index of the part (RFC 2392).
    var contentIDs: [String: Int] {
        Dictionary(
            parts.compactMap { part in part.contentID.map { ($0, part.index) } },
            uniquingKeysWith: { first, _ in first })
    }
}
