import Foundation
import JSONText
import MailAuth
import MailMessage
import MailTypes

/// What a general parser made of many messages, as a second opinion: a list of `file`, `headers`,
/// `structure`, and what it read in `subject`, `from`, `to`, `cc`, `date`, `message_id`.
///
/// Three cases a message: the fields; the tree of parts with types, encodings, dispositions and
/// file names; the sums of the decoded contents. The other parser takes every `message/…` for a
/// message, reports and fragments too; here only whole messages are looked into (RFC 2046 §5.2.1).
enum ReferenceSuite {
    static func run(in folder: DataFolder) -> [Case] {
        folder.jsonFiles().flatMap { path, document -> [Case] in
            guard case .array(let entries) = document, !entries.isEmpty,
                entries.allSatisfy({ $0.has("file", "headers", "structure") })
            else { return [] }
            let base = folder.folder(of: path)
            return entries.flatMap { entry -> [Case] in
                let file = entry["file"]?.text ?? ""
                guard let bytes = base.bytes(file), let message = try? Message(parsing: bytes)
                else { return [Case(path, file, failure: "there is no such message")] }
                return [
                    Case(path, "\(file) fields", failure: fields(message, entry)),
                    Case(path, "\(file) structure", failure: structure(message, entry)),
                    Case(path, "\(file) contents", failure: contents(message, entry)),
                ]
            }
        }
    }

    private static func fields(_ message: Message, _ entry: Document) -> String? {
        var differences: [String] = []
        func compare(_ name: String, _ ours: String?, _ theirs: String?) {
            let ours = MailParserValue.squeezed(ours ?? "")
            let theirs = MailParserValue.squeezed(theirs ?? "")
            if !agree(ours, theirs) {
                differences.append("\(name): expected “\(theirs)”, got “\(ours)”")
            }
        }
        compare("subject", message.subject, entry["subject"]?.text)
        compare(
            "identifier", message.messageID?.text,
            entry["message_id"]?.text?.trimmingCharacters(in: .init(charactersIn: "<> \t")))
        // A time without a zone is taken as UTC.
        let theirs = entry["date"]?.text.flatMap {
            ISO8601DateFormatter().date(from: $0) ?? ISO8601DateFormatter().date(from: $0 + "Z")
        }
        let ours = message.date
        if ours?.seconds != theirs.map({ Int64($0.timeIntervalSince1970) }) {
            differences.append(
                "date: expected \(entry["date"]?.text ?? "none"), got \(ours?.iso8601 ?? "none")")
        }
        for name in ["From", "To", "Cc"] {
            // The other parser has one field of each name in mind.
            let field = message.headerSection.first(name)
            let list = field.map { AddressList.reading($0.rawValue).list.addresses } ?? []
            compare(
                name,
                list.map { describe($0.displayName, unquoted($0.mailbox)) }.joined(separator: ", "),
                (entry[name.asciiLowercased]?.elements ?? []).compactMap { member in
                    // Without a local-part and a domain it is no address, but what the other
                    // parser calls an empty group, or a name.
                    let address = member["address"]?.text ?? ""
                    let isAddress = address.split(separator: "@").count > 1
                    return isAddress ? describe(member["name"]?.text, address) : nil
                }.joined(separator: ", "))
        }
        let count = message.headerSection.fields.count { $0.isWellFormed }
        if count != entry["headers"]?.number {
            differences.append("fields: expected \(entry["headers"]?.number ?? -1), got \(count)")
        }
        return differences.isEmpty ? nil : differences.joined(separator: "; ")
    }

    /// Whether two texts are equal where the other parser could read the bytes: it has U+FFFD, or
    /// the escape that stands for it, for what is no ASCII.
    private static func agree(_ ours: String, _ theirs: String) -> Bool {
        if ours == theirs { return true }
        let pieces = theirs.replacing("\\ufffd", with: "\u{FFFD}")
            .split(separator: "\u{FFFD}", omittingEmptySubsequences: false)
        guard pieces.count > 1, ours.hasPrefix(pieces[0]), ours.hasSuffix(pieces[pieces.count - 1])
        else { return false }
        var rest = ours[...]
        for piece in pieces where !piece.isEmpty {
            guard let range = rest.firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }

    private static func unquoted(_ mailbox: Mailbox) -> String {
        "\(mailbox.localPart)@"
            + (mailbox.domain?.text ?? mailbox.formatted.split(separator: "@").last.map(String.init)
                ?? "")
    }

    private static func describe(_ name: String?, _ mailbox: String) -> String {
        let parts = mailbox.split(separator: "@", omittingEmptySubsequences: false)
        let domain = (parts.last ?? "").asciiLowercased
        return (name ?? "") + "<"
            + (parts.dropLast().map(String.init) + [domain]).joined(separator: "@")
            + ">"
    }

    private static func structure(_ message: Message, _ entry: Document) -> String? {
        let ours = outline(message.parts.root)
        let theirs = outline(entry["structure"] ?? .null)
        return agree(ours, theirs) ? nil : "expected \(theirs), got \(ours)"
    }

    private static func outline(_ part: Part) -> String {
        let isLeaf = if case .leaf = part.content { true } else { false }
        let name =
            part.disposition?.parameters.text("filename")
            ?? part.contentType.parameters.text("name")
        return line(
            part.contentType.mediaType, part.disposition?.kind, name,
            isLeaf && !isOpaque(part.contentType) ? part.transferEncoding.name : "",
            children(part).map(outline))
    }

    private static func children(_ part: Part) -> [Part] {
        switch part.content {
        case .leaf: []
        case .multipart(let children): children
        case .message(let message): [message]
        }
    }

    private static func children(_ part: Document) -> [Document] {
        let type = try? ContentType(parsing: part["type"]?.text ?? "")
        return type.map(isOpaque) == true ? [] : part["children"]?.elements ?? []
    }

    /// Whether it is of the types that only the other parser looks into.
    private static func isOpaque(_ type: ContentType) -> Bool {
        type.type == "message" && !type.isMessage
    }

    private static func outline(_ part: Document) -> String {
        let children = children(part)
        let type = try? ContentType(parsing: part["type"]?.text ?? "")
        let encoding = TransferEncoding(parsing: Array((part["cte"]?.text ?? "").utf8)[...])
        return line(
            type?.mediaType ?? "", part["disposition"]?.text, part["filename"]?.text,
            children.isEmpty && type.map(isOpaque) != true ? encoding.name : "",
            children.map(outline))
    }

    private static func line(
        _ type: String, _ disposition: String?, _ filename: String?, _ encoding: String,
        _ children: [String]
    ) -> String {
        var text = type
        if let disposition { text += " \(disposition)" }
        if let filename, !filename.isEmpty { text += " “\(MailParserValue.squeezed(filename))”" }
        if !encoding.isEmpty { text += " \(encoding)" }
        return children.isEmpty ? text : "\(text)(\(children.joined(separator: ", ")))"
    }

    private static func contents(_ message: Message, _ entry: Document) -> String? {
        let ours = sums(message.parts.root)
        let theirs = sums(entry["structure"] ?? .null)
        if ours.map(\.sum) == theirs.map(\.sum) { return nil }
        guard ours.count == theirs.count else {
            return "expected \(theirs.count) contents, got \(ours.count)"
        }
        let pair = zip(theirs, ours).first { $0.sum != $1.sum }
        return
            "\(pair?.1.type ?? ""): expected \(pair?.0.size ?? 0) bytes, got \(pair?.1.size ?? 0)"
    }

    private static func sums(_ part: Part) -> [(sum: String, size: Int, type: String)] {
        let children = children(part)
        if !children.isEmpty { return children.flatMap(sums) }
        if isOpaque(part.contentType) { return [] }
        let content = plainContent(part.decodedBytes)
        return [
            (
                hexadecimal(SHA256Digest.hash(content).bytes), part.decodedBytes.count,
                part.contentType.mediaType
            )
        ]
    }

    private static func sums(_ part: Document) -> [(sum: String, size: Int, type: String)] {
        let children = children(part)
        if !children.isEmpty { return children.flatMap(sums) }
        let type = try? ContentType(parsing: part["type"]?.text ?? "")
        if type.map(isOpaque) == true { return [] }
        return [
            (part["sha256_lf"]?.text ?? "", part["size"]?.number ?? 0, part["type"]?.text ?? "")
        ]
    }
}
