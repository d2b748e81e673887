/// Reads one XML 1.0 document in pieces and tells a handler what it has.
///
///     var reader = XMLReader(Titles())
///     for piece in pieces { try reader.read(piece) }
///     try reader.finish()
///     print(reader.handler.titles)
///
/// Memory is bounded by ``XMLLimits``, whatever the document's size. A document type declaration
/// ends the reading, so that there are no entities beyond the five of XML itself, and nothing is
/// ever fetched. Documents are read in UTF-8, US-ASCII, ISO-8859-1 and UTF-16; other encodings are
/// refused. What the handler is told does not depend on how the document is cut into pieces.
public struct XMLReader<Handler: XMLHandler>: ~Copyable {
    private let parser: XMLHandlingParser<Handler>

    /// - Parameter recovers: passes over errors, as a browser does, and keeps them in ``repairs``.
    ///   Bounds, encodings, NUL and document types are errors all the same.
    public init(_ handler: Handler, limits: XMLLimits = XMLLimits(), recovers: Bool = false) {
        parser = XMLHandlingParser(handler, limits: limits, recovers: recovers)
    }

    public var handler: Handler { parser.handler }

    /// The errors that were passed over, in their order; none unless the reader recovers.
    public var repairs: [XMLError] { parser.repairs }

    /// Reads on. Events come up to a block of 16 KiB later than their bytes.
    /// - Throws: the error that ended the reading; again each time once there was one.
    public mutating func read(_ piece: ArraySlice<UInt8>) throws(XMLError) {
        try parser.read(piece)
    }

    /// Reads what is left, after the last piece. Where the reader recovers, elements that are still
    /// open are ended here; of a text that no tag follows the last piece is lost.
    /// - Throws: as ``read(_:)``, and when the document is not complete.
    public mutating func finish() throws(XMLError) {
        try parser.finish()
    }

    /// Reads a whole document, and returns the handler that was told of it.
    public static func read(
        _ document: some Sequence<UInt8>, limits: XMLLimits = XMLLimits(), recovers: Bool = false,
        with handler: Handler
    ) throws(XMLError) -> Handler {
        var reader = XMLReader(handler, limits: limits, recovers: recovers)
        try reader.read(Array(document)[...])
        try reader.finish()
        return reader.handler
    }
}

/// Hands the parser's events to a handler.
final class XMLHandlingParser<Handler: XMLHandler>: XMLParser {
    /// A handler has no way back to its reader, so that no two accesses overlap.
    @exclusivity(unchecked) private(set) var handler: Handler

    init(_ handler: Handler, limits: XMLLimits, recovers: Bool) {
        self.handler = handler
        super.init(limits: limits, recovers: recovers)
    }

    override func deliver(_ tag: borrowing XMLStartTag) { handler.start(tag) }
    override func deliverEnd(_ name: XMLName) { handler.end(name) }
    override func deliver(_ text: UnsafeBufferPointer<UInt8>) { handler.characters(text.span) }
    override func deliverInstruction(_ target: String, line: Int) {
        handler.processingInstruction(target, line: line)
    }
    override var handlerIsDone: Bool { handler.isDone }
}
