public import MailTypes

/// JSON (RFC 8259) read into documents and written from them.
public enum JSON {
    /// Deepest nesting of arrays and objects.
    public static let depthLimit = 64
    /// Most values in one text, so that a small text cannot ask for a large tree.
    public static let valueLimit = 200_000

    /// How documents are written for people and their terminals.
    public enum Layout: Sendable {
        /// All on one line, so that a file of many documents is read line by line.
        case line
        /// A member or item a line, two spaces for each depth.
        case indented
    }

    /// Reads one JSON text.
    ///
    /// Of members with the same name all are kept. Lone surrogates become U+FFFD.
    /// - Throws: ``SyntaxError`` at the first byte that breaks the grammar, that is no UTF-8, or
    ///   that goes beyond ``depthLimit`` or ``valueLimit``.
    public static func parse(_ bytes: [UInt8]) throws(SyntaxError) -> Document {
        var parser = JSONParser(bytes)
        return try parser.parse()
    }

    /// Writes a document on one line. Blobs become Base64, times seconds since 1970.
    public static func write(_ document: Document) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(document)
        return writer.bytes
    }

    /// Writes a document for a terminal, without a line end at its end.
    ///
    /// It is the same JSON, but what a terminal would obey instead of showing it stands as an
    /// escape: control characters beyond ASCII's, and those that turn the direction of text.
    public static func formatted(_ document: Document, _ layout: Layout = .indented) -> [UInt8] {
        var writer = JSONWriter(isIndented: layout == .indented, escapesInvisible: true)
        writer.write(document)
        return writer.bytes
    }
}
