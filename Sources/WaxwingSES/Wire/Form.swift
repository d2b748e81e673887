public import JSONText
public import MailTypes
import SESModel

/// The parameters of a query or of a form body, `application/x-www-form-urlencoded`.
public struct Form: Equatable, Sendable {
    public struct Parameter: Equatable, Sendable {
        public let name: String
        public let value: String
    }

    /// Most parameters in one request.
    public static let parameterLimit = 20_000
    /// Most parts of a dotted name, as in `Rule.Actions.member.1.S3Action.BucketName`.
    public static let depthLimit = 16

    public private(set) var parameters: [Parameter] = []

    /// Reads `a=1&b=2`; `+` stands for a space.
    /// - Throws: ``SyntaxError`` for a bad escape, for what is no UTF-8, and for more than
    ///   ``parameterLimit`` parameters.
    public init(_ text: ArraySlice<UInt8>) throws(SyntaxError) {
        var start = text.startIndex
        while start < text.endIndex {
            let end = text[start...].firstIndex(of: UInt8(ascii: "&")) ?? text.endIndex
            if end > start { try append(text[start..<end]) }
            start = min(end + 1, text.endIndex)
        }
    }

    private mutating func append(_ text: ArraySlice<UInt8>) throws(SyntaxError) {
        guard parameters.count < Self.parameterLimit else {
            throw SyntaxError(expected: "fewer parameters", offset: text.startIndex)
        }
        let equals = text.firstIndex(of: UInt8(ascii: "=")) ?? text.endIndex
        guard let name = PercentEncoding.decodedText(text[..<equals], plusIsSpace: true),
            let value = PercentEncoding.decodedText(text[equals...].dropFirst(), plusIsSpace: true)
        else { throw SyntaxError(expected: "an escape of UTF-8", offset: text.startIndex) }
        parameters.append(Parameter(name: name, value: value))
    }

    /// Adds the parameters of another form, those of the body to those of the URL.
    public mutating func append(_ other: Form) throws(SyntaxError) {
        guard parameters.count + other.parameters.count <= Self.parameterLimit else {
            throw SyntaxError(expected: "fewer parameters", offset: 0)
        }
        parameters += other.parameters
    }

    /// The value of `name`, the last one if there are several.
    public subscript(name: String) -> String? { parameters.last { $0.name == name }?.value }

    /// Every value of `name`, in order.
    public func values(of name: String) -> [String] {
        parameters.filter { $0.name == name }.map(\.value)
    }

    /// The tree that the dotted names describe: `A.B=1&A.C=2` is an object `A` with two members.
    /// - Throws: ``SyntaxError`` for a name of more than ``depthLimit`` parts; its offset is the
    ///   parameter's number.
    public func document() throws(SyntaxError) -> Document {
        var tree = FormTree()
        for (number, parameter) in parameters.enumerated() {
            let path = parameter.name.split(separator: ".", omittingEmptySubsequences: false)
            guard path.count <= Self.depthLimit else {
                throw SyntaxError(expected: "fewer parts of a name", offset: number)
            }
            tree.insert(parameter.value, at: path)
        }
        return tree.document(of: 0)
    }
}

/// Parameters by the parts of their names. Nodes refer to each other by number, so that building
/// it takes one look-up for each part however many siblings there are.
private struct FormTree {
    private struct Node {
        var value: String?
        var names: [String] = []
        var children: [String: Int] = [:]
    }

    private var nodes = [Node()]

    mutating func insert(_ value: String, at path: [Substring]) {
        var node = 0
        for part in path {
            let name = String(part)
            if let child = nodes[node].children[name] {
                node = child
            } else {
                nodes.append(Node())
                nodes[node].names.append(name)
                nodes[node].children[name] = nodes.count - 1
                node = nodes.count - 1
            }
        }
        nodes[node].value = value
    }

    /// A node with members is an object, whatever value it has besides.
    func document(of node: Int) -> Document {
        let node = nodes[node]
        if node.names.isEmpty, let value = node.value { return .string(value) }
        return .object(
            node.names.compactMap { name in
                node.children[name].map { Document.Field(name, document(of: $0)) }
            })
    }
}
