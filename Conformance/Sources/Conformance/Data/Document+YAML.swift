import JSONText
import Yams

extension Document {
    /// The documents of a YAML stream; every scalar is a string, a missing one an empty string.
    ///
    /// Published suites name a case twice now and then, which YAML forbids and most readers let
    /// pass. The second is called `name (2)` here, so that no case is lost.
    static func readingYAML(_ bytes: [UInt8]) throws -> [Document] {
        var lines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        while true {
            var stream = try compose_all(yaml: lines.joined(separator: "\n"))
            var documents: [Document] = []
            while let node = stream.next() { documents.append(Document(node: node)) }
            switch stream.error {
            case nil: return documents
            case YamlError.duplicatedKeysInMapping(let names, let context)?:
                guard rename(names, in: &lines, from: context.mark.line - 1) else {
                    throw stream.error ?? YamlError.writer(problem: "duplicate keys")
                }
            case let error?: throw error
            }
        }
    }

    /// Numbers the keys called `names` behind the first of each; says whether any was found.
    private static func rename(
        _ names: [String], in lines: inout [Substring], from start: Int
    ) -> Bool {
        var counts: [String: Int] = [:]
        var isRenamed = false
        for index in lines.indices.dropFirst(max(start - 1, 0)) {
            if index > start, lines[index].hasPrefix("---") { break }
            let indent = lines[index].prefix { $0 == " " }
            for name in names where lines[index].dropFirst(indent.count).hasPrefix(name + ":") {
                counts[name, default: 0] += 1
                guard let count = counts[name], count > 1 else { continue }
                let rest = lines[index].dropFirst(indent.count + name.count)
                lines[index] = "\(indent)\(name) (\(count))\(rest)"
                isRenamed = true
            }
        }
        return isRenamed
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
