import Foundation
import JSONText
import MailMessage
import MailTypes

/// Messages with the whole parse of mail-parser: `NNN.eml` and `NNN.json` for the bytes as they
/// are, `NNN.crlf.json` for the same with CRLF.
///
/// Four cases a message: the tree of parts; where parts and fields stand in the bytes; the values
/// of the fields; the decoded contents. Its lists of texts and attachments are those of JMAP
/// (RFC 8621 §4.1.4), which has another idea of them than this library, and are not compared.
enum MailParserSuite {
    static func run(in folder: DataFolder) -> [Case] {
        folder.jsonFiles().flatMap { path, document -> [Case] in
            guard document.has("parts", "text_body", "html_body"), path.hasSuffix(".json")
            else { return [] }
            let isCRLF = path.hasSuffix(".crlf.json")
            let base = path.dropLast(isCRLF ? 10 : 5)
            guard let bytes = folder.bytes(base + ".eml") else {
                return [Case(path, "message", failure: "there is no \(base).eml")]
            }
            let suite = path.split(separator: "/").dropLast().joined(separator: "/")
            let name = String(path.split(separator: "/").last ?? "")
            let text = isCRLF ? withCRLF(withLF(bytes)) : withLF(bytes)
            return cases(suite, name, text, document)
        }
    }

    /// Each CRLF made an LF, which is what the other parser read.
    private static func withLF(_ bytes: [UInt8]) -> [UInt8] {
        bytes.indices.compactMap { index in
            let isLineEnd = bytes[index] == 0x0D && bytes[(index + 1)...].first == 0x0A
            return isLineEnd ? nil : bytes[index]
        }
    }

    /// Each LF made a CRLF, which is how the second form of a message came about.
    private static func withCRLF(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }

    private static func cases(
        _ suite: String, _ name: String, _ bytes: [UInt8], _ document: Document
    ) -> [Case] {
        guard let message = try? Message(parsing: bytes) else {
            return [Case(suite, name, failure: "is not read")]
        }
        let ours = flat(message.parts.root)
        let theirs = flat(document)
        let (ourTree, theirTree) = (ours.map(\.kind), theirs.map(\.kind))
        var cases = [
            Case(
                suite, "\(name) structure",
                failure: ourTree == theirTree ? nil : "expected \(theirTree), got \(ourTree)")
        ]
        for (aspect, compare) in aspects {
            // With other parts there is nothing to compare but the message itself.
            let pairs =
                ourTree == theirTree ? Array(zip(ours, theirs)) : Array(zip(ours, theirs).prefix(1))
            let differences = pairs.compactMap { compare($0.0, $0.1) }
            cases.append(
                Case(
                    suite, "\(name) \(aspect)",
                    failure: differences.isEmpty ? nil : differences.joined(separator: "; ")))
        }
        return cases
    }

    private struct Ours {
        let kind: String
        let part: Part
    }

    private struct Theirs {
        let kind: String
        let part: Document
    }

    private static let aspects: [(String, @Sendable (Ours, Theirs) -> String?)] = [
        ("fields", { fields($0, $1) }), ("places", { places($0, $1) }),
        ("contents", { contents($0, $1) }),
    ]

    private static func flat(_ part: Part) -> [Ours] {
        switch part.content {
        case .leaf:
            let isHTML = part.contentType.subtype == "html"
            // A multipart without parts is shown as text.
            let isText = part.contentType.isText || part.contentType.isMultipart
            let kind = isText ? (isHTML ? "html" : "plain") : "file"
            return [Ours(kind: kind, part: part)]
        case .multipart(let children):
            return [Ours(kind: "multipart(\(children.count))", part: part)] + children.flatMap(flat)
        case .message(let message):
            return [Ours(kind: "message", part: part)] + flat(message)
        }
    }

    private static func flat(_ message: Document) -> [Theirs] {
        let parts = message["parts"]?.elements ?? []
        func visit(_ index: Int) -> [Theirs] {
            guard parts.indices.contains(index) else { return [] }
            let part = parts[index]
            let body = part["body"] ?? .null
            if let children = body["Multipart"]?.elements {
                return [Theirs(kind: "multipart(\(children.count))", part: part)]
                    + children.flatMap { visit($0.number ?? -1) }
            }
            if let nested = body["Message"] {
                return [Theirs(kind: "message", part: part)] + flat(nested)
            }
            let kind = body["Text"] != nil ? "plain" : body["Html"] != nil ? "html" : "file"
            return [Theirs(kind: kind, part: part)]
        }
        return visit(0)
    }

    private static func fields(_ ours: Ours, _ theirs: Theirs) -> String? {
        let fields = ours.part.headerSection.fields.filter(\.isWellFormed)
        let headers = theirs.part["headers"]?.elements ?? []
        let names = headers.map { header in
            (header["name"]?["other"]?.text ?? header["name"]?.text ?? "").replacing("_", with: "-")
                .asciiLowercased
        }
        let ourNames = fields.map { $0.name.replacing("_", with: "-").asciiLowercased }
        guard names == ourNames else { return "expected the fields \(names), got \(ourNames)" }
        let differences = zip(fields, headers).compactMap { field, header in
            difference(field, header["value"] ?? .null).map { "\(field.name): \($0)" }
        }
        return differences.isEmpty ? nil : differences.joined(separator: "; ")
    }

    private static func difference(_ field: Field, _ value: Document) -> String? {
        if let text = value["Text"]?.text {
            if field.isNamed("Return-Path") {
                let path = field.text.trimmingCharacters(in: .init(charactersIn: "<>"))
                return MailParserValue.difference(text: path, text)
            }
            let isIdentifier = ["message-id", "content-id", "in-reply-to", "references"]
                .contains(field.name.asciiLowercased)
            guard isIdentifier else { return MailParserValue.difference(text: field.text, text) }
            return MailParserValue.difference(
                text: MessageIdentifier.list(reading: field.rawValue).map(\.text).joined(
                    separator: " "), text)
        }
        if let texts = value["TextList"] {
            let isIdentifier = field.rawValue.contains(UInt8(ascii: "<"))
            let ours =
                isIdentifier
                ? MessageIdentifier.list(reading: field.rawValue).map(\.text)
                : field.commaSeparatedTexts
            return MailParserValue.difference(list: ours, texts)
        }
        if let date = value["DateTime"] {
            return MailParserValue.difference(date: field.rawValue, date)
        }
        if let type = value["ContentType"] {
            return MailParserValue.difference(contentType: field.rawValue, type)
        }
        if let addresses = value["Address"] {
            return MailParserValue.difference(addresses: field.rawValue, addresses)
        }
        if let received = value["Received"] {
            return MailParserValue.difference(trace: field.rawValue, received)
        }
        // `Empty`
        return nil
    }

    private static func places(_ ours: Ours, _ theirs: Theirs) -> String? {
        var differences: [String] = []
        func compare(_ name: String, _ ours: Int, _ theirs: Int?) {
            if ours != theirs {
                differences.append("\(name): expected \(theirs ?? -1), got \(ours)")
            }
        }
        let fields = ours.part.headerSection.fields.filter(\.isWellFormed)
        for (field, header) in zip(fields, theirs.part["headers"]?.elements ?? []) {
            compare("\(field.name) starts", field.bytes.startIndex, header["offset_field"]?.number)
            compare(
                "\(field.name) value", field.rawValue.startIndex, header["offset_start"]?.number)
            compare("\(field.name) ends", field.bytes.endIndex, header["offset_end"]?.number)
        }
        compare("body", ours.part.body.startIndex, theirs.part["offset_body"]?.number)
        compare("end", ours.part.body.endIndex, theirs.part["offset_end"]?.number)
        return differences.isEmpty ? nil : differences.joined(separator: ", ")
    }

    private static func contents(_ ours: Ours, _ theirs: Theirs) -> String? {
        let body = theirs.part["body"] ?? .null
        if let text = (body["Text"] ?? body["Html"])?.text {
            let read = ours.part.decodedText.text
            let (ours, theirs) = (plain(read), plain(text))
            return ours == theirs
                ? nil : "expected \(sample(theirs, ours)), got \(sample(ours, theirs))"
        }
        guard let numbers = (body["Binary"] ?? body["InlineBinary"])?.elements else { return nil }
        let expected = plainContent(numbers.map { UInt8($0.number ?? 0) })
        let content = plainContent(ours.part.decodedBytes)
        return content == expected
            ? nil : "expected \(expected.count) bytes, got \(content.count)"
    }

    /// With LF line ends and none at the end.
    private static func plain(_ text: String) -> String {
        String(decoding: plainContent(Array(text.utf8)), as: UTF8.self)
    }

    /// Where two texts part.
    private static func sample(_ text: String, _ other: String) -> String {
        let same = zip(text.unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.count
        let rest = text.unicodeScalars.dropFirst(max(0, same - 10)).prefix(40)
        return "…\(String(String.UnicodeScalarView(rest)).debugDescription)"
    }
}
