/// The name of an element without its prefix, as one reader counts it: 0 for the first name that
/// its document had, then 1, and so on without gaps.
///
/// A handler keeps what a name means to it in an array by ``index``, and so compares the letters of
/// each name once, however often the name comes:
///
///     mutating func start(_ tag: borrowing XMLStartTag) {
///         if tag.name.index == meanings.count { meanings.append(Meaning(tag.localName)) }
///         switch meanings[tag.name.index] { … }
///     }
public struct XMLName: Hashable, Sendable {
    public let index: Int
}

/// What an ``XMLReader`` tells of a document while it reads it.
///
/// Nothing is thrown from here: a handler that has seen enough says so through ``isDone``.
public protocol XMLHandler {
    /// An element begins. All that the tag holds is gone when the call returns.
    mutating func start(_ tag: borrowing XMLStartTag)

    /// The element that began last, and has not ended, ends.
    mutating func end(_ name: XMLName)

    /// A piece of text in UTF-8: one text may come in several pieces, and white space between
    /// elements comes as any other text.
    mutating func characters(_ text: Span<UInt8>)

    /// An instruction to some program, such as `xml-stylesheet`, the XML declaration apart.
    mutating func processingInstruction(_ target: String, line: Int)

    /// True once nothing more is wanted. It is asked for now and then, not after each event, and the
    /// reader then passes over the rest of the document, without an error.
    var isDone: Bool { get }
}

extension XMLHandler {
    public mutating func processingInstruction(_ target: String, line: Int) {}
    public var isDone: Bool { false }
}
