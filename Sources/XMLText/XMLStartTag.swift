import CLibxml2

/// The start tag of an element. It cannot be copied, because what it shows belongs to the parser and
/// lasts as long as the call in which it is handed out.
public struct XMLStartTag: ~Copyable {
    public let name: XMLName
    /// The line of the tag's end, counted from 1.
    public let line: Int
    public let attributeCount: Int
    let localNameBytes: UnsafePointer<xmlChar>
    let prefixBytes: UnsafePointer<xmlChar>?
    let namespaceBytes: UnsafePointer<xmlChar>?
    /// Local name, prefix, namespace, start and end of the value; for each attribute.
    let attributeParts: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

    /// The name without its prefix.
    public var localName: String { String(cString: localNameBytes) }
    public var prefix: String? { prefixBytes.map { String(cString: $0) } }
    /// The URI that the prefix, or its absence, stands for; nil when it stands for none.
    public var namespace: String? { namespaceBytes.map { String(cString: $0) } }

    /// The attributes in their order, those that declare namespaces apart.
    public var attributes: [XMLAttribute] {
        guard let attributeParts else { return [] }
        return (0..<attributeCount).map { Self.attribute(attributeParts + 5 * $0) }
    }

    private static func attribute(
        _ part: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
    ) -> XMLAttribute {
        XMLAttribute(
            prefix: part[1].map { String(cString: $0) },
            name: part[0].map { String(cString: $0) } ?? "",
            namespace: part[2].map { String(cString: $0) },
            value: String(decoding: value(part), as: UTF8.self))
    }

    static func value(
        _ part: UnsafeMutablePointer<UnsafePointer<xmlChar>?>
    ) -> UnsafeBufferPointer<UInt8> {
        guard let start = part[3], let end = part[4] else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(start: start, count: end - start)
    }
}

/// One attribute of an element, its value with character references resolved.
public struct XMLAttribute: Equatable, Sendable {
    public var prefix: String?
    /// The name without its prefix.
    public var name: String
    public var namespace: String?
    public var value: String

    /// The name as the document has it: `xlink:href`.
    public var qualifiedName: String { prefix.map { "\($0):\(name)" } ?? name }
}
