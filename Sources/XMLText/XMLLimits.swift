/// What one XML document may ask for. Every bound has a number, so that no document is unbounded;
/// the size of the whole is for the caller to hold, who feeds it.
public struct XMLLimits: Equatable, Sendable {
    /// Deepest nesting of elements; at most 250, beneath the 256 at which libxml2 itself stops.
    public var depthLimit = 64
    /// Most attributes of one element. libxml2 compares each with all others.
    public var attributeCountLimit = 64
    /// Most namespaces declared by an element and those around it. Each prefix is looked for among
    /// all of them.
    public var namespaceCountLimit = 64
    /// Longest name of an element or attribute, and longest prefix, in bytes.
    public var nameSizeLimit = 256
    /// Most different element names in one document.
    public var nameCountLimit = 4096
    /// Longest value of an attribute, in bytes.
    public var attributeSizeLimit = 64 * 1024
    /// Longest tag, comment, processing instruction or CDATA section, in bytes, to within one block
    /// of input: what has to be kept until it is complete.
    public var markupSizeLimit = 64 * 1024
    /// Longest text between two tags, in bytes.
    public var textSizeLimit = 1024 * 1024
    /// Most errors that are passed over where ``XMLReader`` recovers.
    public var repairLimit = 1000

    public init() {}
}
