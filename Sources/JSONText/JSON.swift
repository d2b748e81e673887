public import MailTypes

/// JSON (RFC 8259) read into documents and written from them.
public enum JSON {
    /// Deepest nesting of arrays and objects.
    public static let depthLimit = 64
    /// Most values in one text, so that a small text cannot ask for a large tree.
    public static let valueLimit = 200_000

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
}
