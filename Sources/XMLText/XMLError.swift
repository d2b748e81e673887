/// Why a document is not read, or not read further, and the line on which that showed.
public struct XMLError: Error, Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
        /// The document breaks the rules of XML or of namespaces, in the words of libxml2.
        case notWellFormed(String)
        /// It has a DOCTYPE, through which entities are declared. Neither is ever read: that is
        /// where documents that grow without bound, and those that fetch files, come from.
        case documentType
        /// It is written, or declares that it is written, in an encoding that is not read here.
        case encoding(String)
        /// It has a NUL, which no XML document may have.
        case nul
        /// It goes beyond one of ``XMLLimits``.
        case limit(Limit)
        /// It has no element.
        case empty
    }

    public enum Limit: String, Equatable, Sendable {
        case depth, attributeCount, namespaceCount, nameSize, nameCount, attributeSize, markupSize,
            textSize
        case repairs
    }

    public var reason: Reason
    /// Counted from 1.
    public var line: Int

    public init(_ reason: Reason, line: Int) {
        self.reason = reason
        self.line = line
    }
}

extension XMLError: CustomStringConvertible {
    public var description: String { "line \(line): \(reason)" }
}

extension XMLError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notWellFormed(let message): message
        case .documentType: "a document type declaration, which is not read"
        case .encoding(let name): "the encoding “\(name)”, which is not read"
        case .nul: "a NUL byte"
        case .limit(let limit): "more than the limit of \(limit)"
        case .empty: "no element"
        }
    }
}

extension XMLError.Limit: CustomStringConvertible {
    public var description: String {
        switch self {
        case .depth: "nested elements"
        case .attributeCount: "attributes in one element"
        case .namespaceCount: "namespaces in scope"
        case .nameSize: "the length of a name"
        case .nameCount: "different element names"
        case .attributeSize: "the length of an attribute"
        case .markupSize: "the length of a tag or comment"
        case .textSize: "the length of a text"
        case .repairs: "errors passed over"
        }
    }
}
