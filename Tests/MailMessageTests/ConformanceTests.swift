import Foundation
import MailTypes
import Testing

@testable import MailMessage

/// Messages and fields that other projects collected, read from the folder that the environment
/// variable `CONFORMANCE` names; without it there is nothing to do.
@Suite(.enabled(if: Corpus.root != nil, "CONFORMANCE is not set"))
struct ConformanceTests {
    private struct Reference: Decodable {
        struct Mailbox: Decodable { let address: String? }
        let file: String
        let subject: String?
        let from: [Mailbox]?
        let date: String?
        let headers: Int?
    }

    private static func size(_ part: Part) -> Int {
        var size = part.decodedBytes.count + part.decodedText.text.utf8.count
        size += (part.filename ?? "").utf8.count
        switch part.content {
        case .leaf: return size
        case .multipart(let children): return children.reduce(size) { $0 + Self.size($1) }
        case .message(let message): return size + Self.size(message)
        }
    }

    @Test func everyMessageIsReadAndKeptByteForByte() throws {
        let files = Corpus.files(in: "mime")
        #expect(files.count > 500)
        for file in files where !["json", "xml", "md"].contains(file.pathExtension) {
            let content = [UInt8](try Data(contentsOf: file))
            let message = try Message(parsing: content)
            #expect(message.formatted == content, "\(file.path)")
            _ = Self.size(message.parts.root)
            _ = message.addresses("From") + message.addresses("To") + message.addresses("Cc")
        }
    }

    /// The other parser is a second opinion: most of its readings are ours as well.
    @Test func mostMessagesReadAsInASecondParser() throws {
        let references = try Corpus.json([Reference].self, "mime/reference-parse.json")
        var agreeing = (subjects: 0, authors: 0, dates: 0)
        var all = (subjects: 0, authors: 0, dates: 0)
        for reference in references {
            guard let message = try? Message(parsing: Corpus.bytes("mime/\(reference.file)"))
            else { continue }
            if let subject = reference.subject {
                all.subjects += 1
                let read = Corpus.squeezed(message.subject ?? "")
                if read == Corpus.squeezed(subject) { agreeing.subjects += 1 }
            }
            if let author = reference.from?.first?.address, author.contains("@") {
                all.authors += 1
                let read = message.addresses("From").first?.mailbox.formatted
                if read?.equalsIgnoringCase(author) == true { agreeing.authors += 1 }
            }
            if let date = reference.date, let read = message.date {
                all.dates += 1
                let formatter = ISO8601DateFormatter()
                if formatter.date(from: date)?.timeIntervalSince1970 == Double(read.seconds) {
                    agreeing.dates += 1
                }
            }
        }
        #expect(agreeing.subjects * 100 > all.subjects * 90)
        #expect(agreeing.authors * 100 > all.authors * 95)
        #expect(agreeing.dates * 100 > all.dates * 90)
    }

    private struct ContentTypeCase: Decodable {
        struct Expected: Decodable {
            let cType: String?
            let cSubtype: String?
            let attributes: [[String]]?
        }
        let header: String
        let expected: Expected?
    }

    @Test func mostContentTypesReadAsInAnotherParser() throws {
        let cases = try Corpus.json(
            [ContentTypeCase].self, "headers/mail-parser-content_type.json")
        var agreeing = 0
        for item in cases {
            let type = try? ContentType(parsing: item.header)
            guard let expected = item.expected, expected.cSubtype != nil else {
                agreeing += type == nil ? 1 : 0
                continue
            }
            let attributes = Dictionary(
                (expected.attributes ?? []).map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
            let isEqual =
                type?.type == expected.cType && type?.subtype == expected.cSubtype
                && attributes.allSatisfy { type?.parameters[$0.key] == $0.value }
            if isEqual { agreeing += 1 }
        }
        #expect(agreeing * 100 > cases.count * 70)
    }

    private struct UnstructuredCase: Decodable {
        let header: String
        let expected: String?
    }

    @Test func mostTextReadsAsInAnotherParser() throws {
        let cases = try Corpus.json(
            [UnstructuredCase].self, "headers/mail-parser-unstructured.json")
        var agreeing = 0
        for item in cases {
            let text = try HeaderSection(parsing: bytes("X:\(item.header)")[...])["X"] ?? ""
            // Whether a space is put beside an encoded word is a matter of taste.
            if Corpus.pressed(text) == Corpus.pressed(item.expected ?? "") { agreeing += 1 }
        }
        #expect(agreeing * 100 > cases.count * 70)
    }

    private struct DateCase: Decodable {
        struct Expected: Decodable {
            let year, month, day, hour, minute, second: Int
            let tzBeforeGmt: Bool
            let tzHour, tzMinute: Int
        }
        let header: String
        let expected: Expected?
    }

    @Test func mostDatesReadAsInAnotherParser() throws {
        let cases = try Corpus.json([DateCase].self, "headers/mail-parser-date.json")
        var agreeing = 0
        for item in cases {
            let read = try? UnixTime(parsingMessageDate: item.header)
            let expected = item.expected.map { expected in
                let zone = (expected.tzHour * 60 + expected.tzMinute)
                return CalendarTime(
                    year: expected.year, month: expected.month, day: expected.day,
                    hour: expected.hour,
                    minute: expected.minute + (expected.tzBeforeGmt ? zone : -zone),
                    second: expected.second
                ).unixTime
            }
            if read == expected { agreeing += 1 }
        }
        #expect(agreeing * 100 > cases.count * 70)
    }

    private struct AddressCase: Decodable {
        struct Member: Decodable { let address: String? }
        struct Group: Decodable { let addresses: [Member] }
        struct Expected: Decodable {
            let list: [Member]?
            let group: [Group]?

            enum CodingKeys: String, CodingKey {
                case list = "List"
                case group = "Group"
            }
        }
        let header: String
        let expected: Expected?
    }

    @Test func mostAddressesReadAsInAnotherParser() throws {
        let cases = try Corpus.json([AddressCase].self, "addresses/mail-parser-address.json")
        var agreeing = 0
        for item in cases {
            let read = AddressList.reading(bytes(item.header)[...]).list.addresses
            let members =
                (item.expected?.list ?? []) + (item.expected?.group ?? []).flatMap(\.addresses)
            let expected = members.compactMap(\.address).filter { $0.contains("@") }
            let isEqual =
                read.map { $0.mailbox.formatted.asciiLowercased }
                == expected.map { $0.asciiLowercased }
            if isEqual { agreeing += 1 }
        }
        #expect(agreeing * 100 > cases.count * 60)
    }
}

/// The folder of other projects' data.
private enum Corpus {
    static let root = ProcessInfo.processInfo.environment["CONFORMANCE"].map {
        URL(filePath: $0, directoryHint: .isDirectory)
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: try #require(root).appending(path: path)))
    }

    static func json<Value: Decodable>(_ type: Value.Type, _ path: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(try bytes(path)))
    }

    static func files(in folder: String) -> [URL] {
        guard let folder = root?.appending(path: folder),
            let files = FileManager.default.enumerator(
                at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        else { return [] }
        return files.compactMap { $0 as? URL }.filter {
            (try? $0.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
        }
    }

    static func pressed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    static func squeezed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
