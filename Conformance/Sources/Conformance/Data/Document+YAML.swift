import JSONText
import Yams

extension Document {
    /// The documents of a YAML stream; every scalar is a string, a missing one an empty string.
    static func readingYAML(_ bytes: [UInt8]) throws -> [Document] {
        try compose_all(yaml: String(decoding: bytes, as: UTF8.self)).map(Document.init(node:))
    }

    private init(node: Node) {
        switch node {
        case .scalar(let scalar): self = .string(scalar.string)
        case .sequence(let sequence): self = .array(sequence.map(Document.init(node:)))
        case .mapping(let mapping):
            self = .object(
                mapping.map { key, value in
                    Field(key.scalar?.string ?? "", Document(node: value))
                })
        case .alias: self = .null
        }
    }
}
