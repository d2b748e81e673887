import JSONText
import MailMessage
import MailReports
import MailTypes

extension Topic {
    /// Delivery status notifications.
    static let deliveryStatus = Topic(name: "dsn") { folder in
        var cases = reportFieldCases(folder)
        for (path, document) in folder.jsonFiles() {
            let here = folder.folder(of: path)
            for entry in document.elements where entry.has("file", "recipients") {
                cases += statusCases(entry, here, suite: suite(of: path))
            }
        }
        return cases
    }

    // MARK: Fields

    /// A list of `file`, `type` and `groups`: the fields of the part of that type, name and value
    /// each, a group for the message and one for each recipient.
    static func reportFieldCases(_ folder: DataFolder) -> [Case] {
        var cases: [Case] = []
        for (path, document) in folder.jsonFiles() {
            for entry in document.elements where entry.has("file", "type", "groups") {
                guard let file = entry["file"]?.text, let type = entry["type"]?.text,
                    let bytes = folder.folder(of: path).bytes(file)
                else { continue }
                let expected = (entry["groups"]?.elements ?? []).map { group in
                    group.elements.map { field in
                        let pair = field.elements.compactMap(\.text)
                        return "\(pair.first ?? ""): \(oneLine(pair.last ?? ""))"
                    }
                }
                let message = try? Message(parsing: bytes)
                let fields = message.flatMap { ReportFields(in: $0, mediaTypes: [type]) }
                let actual = fields?.groups.map { group in
                    group.fields.map { field in
                        let value = String(decoding: field.unfoldedValue, as: UTF8.self)
                        return "\(field.name.asciiLowercased): \(oneLine(value))"
                    }
                }
                cases.append(Case(path, file, expected: expected, actual: actual ?? []))
            }
        }
        return cases
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Status codes

    /// One entry of a list of bounces: the status of each recipient.
    ///
    /// A status is a case when the report itself states it: the group of the recipient has it in its
    /// `Status` field, or in its `Diagnostic-Code` while `Status` is missing or says no more than
    /// the class (`5.0.0`). Any other was concluded from the text by whoever made the list, and so
    /// was what there is for messages without a `message/delivery-status` part, or with another
    /// number of recipients in it.
    private static func statusCases(
        _ entry: Document, _ folder: DataFolder, suite: String
    ) -> [Case] {
        let types = ["message/delivery-status", "message/global-delivery-status"]
        guard let name = entry["file"]?.text, let bytes = folder.bytes(name),
            let message = try? Message(parsing: bytes),
            let groups = ReportFields(in: message, mediaTypes: types)?.groups.filter({
                $0.contains("Final-Recipient") || $0.contains("Original-Recipient")
            }),
            let expected = entry["recipients"]?.elements, expected.count == groups.count
        else { return [] }
        let read = DeliveryStatusNotification(parsing: message)?.recipients ?? []
        return zip(expected, groups).enumerated().compactMap { index, pair in
            guard let status = pair.0["status"]?.text, !status.isEmpty,
                states(status, pair.1)
            else { return nil }
            return Case(
                suite, "\(name) recipient \(index + 1)", expected: status,
                actual: index < read.count && read.count == groups.count
                    ? "\(read[index].status)" : "no recipient")
        }
    }

    private static func states(_ status: String, _ group: HeaderSection) -> Bool {
        let field = group["Status"] ?? ""
        if field.hasPrefix(status) { return true }
        guard field.isEmpty || field.dropFirst().hasPrefix(".0.0") else { return false }
        let words = (group["Diagnostic-Code"] ?? "").split { $0 == " " || $0 == "-" || $0 == "#" }
        return words.contains { $0 == status }
    }
}
