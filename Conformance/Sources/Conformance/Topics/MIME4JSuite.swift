import JSONText
import MailMessage
import MailTypes

/// Messages of Mime4J: `X.msg`, what it holds in `X.xml`, and in `X_decoded.xml`, which names a
/// file for each decoded content.
enum MIME4JSuite {
    static func run(in folder: DataFolder) -> [Case] {
        folder.files(".xml").flatMap { path -> [Case] in
            let isDecoded = path.hasSuffix("_decoded.xml")
            let base = path.dropLast(isDecoded ? 12 : 4)
            guard let bytes = folder.bytes(base + ".msg"),
                let root = XMLTree.parse(folder.bytes(path) ?? []), root.name == "message"
            else {
                return folder.bytes(base + ".msg") == nil
                    ? [] : [Case(suite(path), name(path), failure: "the description is no XML")]
            }
            guard let message = try? Message(parsing: bytes) else {
                return [Case(suite(path), name(path), failure: "is not read")]
            }
            var reading = Reading(folder: folder.folder(of: path))
            reading.compare(message.parts.root, root, at: "1")
            return [
                Case(suite(path), name(path), failure: reading.failure)
            ]
        }
    }

    private static func suite(_ path: String) -> String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }

    private static func name(_ path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }

    private struct Reading {
        let folder: DataFolder
        var differences: [String] = []

        var failure: String? {
            differences.isEmpty ? nil : differences.prefix(4).joined(separator: "; ")
        }

        init(folder: DataFolder) { self.folder = folder }

        /// `message` and `body-part` hold `header` and one of `multipart`, `message`, `body`.
        mutating func compare(_ part: Part, _ element: XMLTree, at place: String) {
            fields(part, element, place)
            if let nested = element.child("message") {
                guard case .message(let message) = part.content else {
                    return differ(place, "expected a message, got \(part.contentType.mediaType)")
                }
                return compare(message, nested, at: place + ".1")
            }
            if let multipart = element.child("multipart") {
                return children(part, multipart, place)
            }
            guard case .leaf = part.content else {
                return differ(place, "expected no parts, got \(part.contentType.mediaType)")
            }
            if let body = element.child("body") {
                raw("body", part.body, body.text, place)
            }
            if let name = (element.child("text-body") ?? element.child("binary-body"))?
                .attributes["name"]
            {
                let content = folder.bytes(name) ?? []
                let expected = plainContent(content)
                // Text is kept in UTF-8.
                let isText = element.child("text-body") != nil
                let decoded = plainContent(
                    isText ? Array(part.decodedText.text.utf8) : part.decodedBytes)
                if decoded != expected, !isText || plainContent(part.decodedBytes) != expected {
                    differ(
                        place,
                        "expected the \(expected.count) bytes of \(name), got \(decoded.count)")
                }
            }
        }

        private mutating func children(_ part: Part, _ element: XMLTree, _ place: String) {
            let expected = element.children.filter { $0.name == "body-part" }
            var found: [Part] = []
            if case .multipart(let children) = part.content { found = children }
            guard found.count == expected.count else {
                return differ(place, "expected \(expected.count) parts, got \(found.count)")
            }
            raw("preamble", part.preamble, element.child("preamble")?.text ?? "", place)
            raw("epilogue", part.epilogue, element.child("epilogue")?.text ?? "", place)
            for (index, pair) in zip(found, expected).enumerated() {
                compare(pair.0, pair.1, at: "\(place).\(index + 1)")
            }
        }

        private mutating func fields(_ part: Part, _ element: XMLTree, _ place: String) {
            let expected = (element.child("header")?.children ?? []).map { squeezed($0.text) }
            let found = part.headerSection.fields.filter(\.isWellFormed).map { field in
                squeezed(String(decoding: field.bytes, as: UTF8.self))
            }
            // Bytes outside ASCII were lost on the way into XML.
            let isEqual =
                expected.count == found.count
                && zip(expected, found).allSatisfy { ascii($0) == ascii($1) }
            if !isEqual {
                let pair = zip(expected, found).first { ascii($0) != ascii($1) }
                differ(
                    place,
                    "expected \(expected.count) fields, got \(found.count): “\(pair?.0 ?? "")”, “\(pair?.1 ?? "")”"
                )
            }
        }

        private mutating func raw(
            _ what: String, _ bytes: ArraySlice<UInt8>, _ text: String, _ place: String
        ) {
            let ours = squeezed(String(decoding: bytes, as: UTF8.self))
            let theirs = squeezed(text)
            if ascii(ours) != ascii(theirs) {
                differ(place, "\(what): expected \(theirs.count) characters, got \(ours.count)")
            }
        }

        private func ascii(_ text: String) -> String {
            String(String.UnicodeScalarView(text.unicodeScalars.filter(\.isASCII)))
        }

        private func squeezed(_ text: String) -> String { MailParserValue.squeezed(text) }

        private mutating func differ(_ place: String, _ text: String) {
            differences.append("\(place): \(text)")
        }
    }
}
