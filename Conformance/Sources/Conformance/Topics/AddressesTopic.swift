import Foundation
import FoundationXML
import JSONText
import MailMessage
import MailTypes

/// Addresses: lists as fields have them (`header` and `expected`), the XML of isemail (`test` with
/// `address` and `category`), and objects of lists with `email_input`.
extension Topic {
    static let addresses = Topic(name: "addresses") { folder in
        HeaderSuite.run(in: folder) + ValidatorSuite.run(in: folder) + IsEmailSuite.run(in: folder)
    }
}

/// The tests of isemail. Each address is read as an envelope has it (RFC 5321), where only the
/// categories that are valid for SMTP may pass, and as a field has it (RFC 5322), where all but
/// errors may.
enum IsEmailSuite {
    private static let smtp = ["ISEMAIL_VALID_CATEGORY", "ISEMAIL_DNSWARN", "ISEMAIL_RFC5321"]

    static func run(in folder: DataFolder) -> [Case] {
        folder.files(".xml").flatMap { path -> [Case] in
            guard let root = XMLTree.parse(folder.bytes(path) ?? []), root.name == "tests" else {
                return []
            }
            return root.children.filter { $0.name == "test" }.flatMap { test -> [Case] in
                guard let address = test.child("address")?.text,
                    let category = test.child("category")?.text
                else { return [] }
                let name = "\(test.attributes["id"] ?? "?")"
                return cases(path, name, address, category, test.child("diagnosis")?.text ?? "")
            }
        }
    }

    private static func cases(
        _ path: String, _ name: String, _ address: String, _ category: String, _ diagnosis: String
    ) -> [Case] {
        // U+2400 to U+241F stand for the control characters.
        let address = String(
            String.UnicodeScalarView(
                address.unicodeScalars.map {
                    (0x2400..<0x2420).contains($0.value)
                        ? Unicode.Scalar(UInt8($0.value - 0x2400)) : $0
                }))
        func verdict(_ isValid: Bool) -> String { isValid ? "valid" : "invalid (\(diagnosis))" }
        let envelope = (try? Mailbox(parsing: address)) != nil
        let list = try? AddressList(parsing: address)
        let isSMTP = smtp.contains(category)
        let isField = category != "ISEMAIL_ERR"
        return [
            Case(
                path, "\(name) in an envelope",
                failure: envelope == isSMTP
                    ? nil : "\(address.debugDescription): expected \(verdict(isSMTP))"),
            Case(
                path, "\(name) in a field",
                failure: (list?.addresses.count == 1) == isField
                    ? nil : "\(address.debugDescription): expected \(verdict(isField))"),
        ]
    }
}

/// Validators of web forms: `email_input` with `output`, where it is valid, or a reason.
enum ValidatorSuite {
    static func run(in folder: DataFolder) -> [Case] {
        folder.jsonFiles().flatMap { path, document -> [Case] in
            document.members.flatMap { list -> [Case] in
                list.value.elements.enumerated().compactMap { number, entry in
                    guard entry.has("email_input") || entry.has("s", "expected_error") else {
                        return nil
                    }
                    return Case(
                        path, "\(list.name) \(number + 1)", failure: failure(of: entry))
                }
            }
        }
    }

    private static func failure(of entry: Document) -> String? {
        // A pair of an address and a diagnosis of isemail.
        if case .array(let pair) = entry["email_input"], let address = pair.first?.text,
            let diagnosis = pair.last?.text
        {
            let isValid =
                diagnosis == "ISEMAIL_VALID" || diagnosis.hasPrefix("ISEMAIL_RFC5321")
                || diagnosis.hasPrefix("ISEMAIL_DNSWARN")
            let isRead = (try? Mailbox(parsing: address)) != nil
            return isRead == isValid
                ? nil : "\(address.debugDescription): expected \(diagnosis), got \(isRead)"
        }
        // `s` is to be refused within a local-part.
        let address =
            entry["email_input"]?.text ?? entry["s"].map { "\($0.text ?? "")@example.com" } ?? ""
        // With a name in front it is a field's address, not an envelope's.
        let list =
            entry["output"]?["display_name"]?.text == nil
            ? nil : try? AddressList(parsing: address)
        let mailbox = list?.addresses.first?.mailbox ?? (try? Mailbox(parsing: address))
        if let output = entry["output"] {
            guard let mailbox else { return "\(address): expected valid" }
            guard output["local_part"]?.text == mailbox.formattedLocalPart else {
                return "local-part: expected \(output["local_part"]?.text ?? "")"
            }
            let domain = output["domain"]?.text.map { $0.replacing("[", with: "") }
            let ours = mailbox.formatted.split(separator: "@").last.map { String($0) }
            return domain?.replacing("]", with: "")
                == ours?.replacing("[", with: "").replacing("]", with: "")
                ? nil : "domain: expected \(domain ?? ""), got \(ours ?? "")"
        }
        if let localPart = entry["normalized_local_part"]?.text {
            return mailbox?.formattedLocalPart == localPart
                ? nil : "expected \(localPart), got \(mailbox?.formattedLocalPart ?? "none")"
        }
        let reason = entry["error_msg"]?.text ?? entry["expected_error"]?.text ?? "invalid"
        return mailbox == nil ? nil : "\(address.debugDescription): expected \(reason)"
    }
}
