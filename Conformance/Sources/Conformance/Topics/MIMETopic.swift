import JSONText
import MailAuth
import MailMessage
import MailTypes

/// Whole messages. Suites are `NNN.eml` with `NNN.json` and `NNN.crlf.json`, `X.msg` with `X.xml`
/// and `X_decoded.xml`, and a JSON list of `file`, `headers` and `structure`; and every file of the
/// topic that is no description of others must be read, and written back byte for byte.
extension Topic {
    static let mime = Topic(name: "mime") { folder in
        try WholeSuite.run(in: folder) + ReferenceSuite.run(in: folder)
            + MailParserSuite.run(in: folder) + MIME4JSuite.run(in: folder)
    }
}

/// What holds for any bytes: a tree within its bounds, and the same bytes back.
enum WholeSuite {
    static func run(in folder: DataFolder) throws -> [Case] {
        folder.files().compactMap { path -> Case? in
            let isDescription = [".json", ".xml", ".md", ".out"].contains { path.hasSuffix($0) }
            guard !isDescription, let bytes = folder.bytes(path) else { return nil }
            let suite = path.split(separator: "/").dropLast().joined(separator: "/")
            let name = "\(path.split(separator: "/").last ?? "") is kept"
            do {
                let message = try Message(parsing: bytes)
                var walk = PartWalk(message.parts.root)
                walk.run()
                let isKept = message.formatted == bytes
                let isExceeded = message.parts.exceededLimit.map { "exceeds \($0)" }
                return Case(suite, name, failure: isKept ? isExceeded : "other bytes come back")
            } catch {
                return Case(suite, name, failure: "\(error)")
            }
        }
    }
}

/// Looks at everything that a part has.
struct PartWalk {
    let root: Part
    private(set) var size = 0

    init(_ root: Part) { self.root = root }

    mutating func run() { visit(root) }

    private mutating func visit(_ part: Part) {
        size += part.decodedBytes.count + part.decodedText.text.utf8.count
        size += (part.filename ?? "").utf8.count + (part.contentID ?? "").utf8.count
        switch part.content {
        case .leaf: break
        case .multipart(let children):
            for child in children { visit(child) }
        case .message(let message): visit(message)
        }
    }
}

/// The same content with LF line ends and without newlines at the end, as sums are taken of it.
func plainContent(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
        plain.append(byte)
    }
    while plain.last == 0x0A { plain.removeLast() }
    return plain
}
