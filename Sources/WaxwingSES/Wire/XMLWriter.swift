import JSONText
import MailTypes
import SESModel

/// Writes the responses of the Query protocol.
struct XMLWriter {
    private(set) var bytes: [UInt8] = []

    /// `<SendEmailResponse xmlns="…"><SendEmailResult>…</SendEmailResult>…</SendEmailResponse>`.
    static func response(
        to operation: OperationDescriptor, _ output: Document, requestID: String
    ) -> [UInt8] {
        var writer = XMLWriter()
        writer.open("\(operation.name)Response", namespace: SESv1.xmlNamespace)
        if operation.hasResult { writer.write("\(operation.name)Result", output) }
        writer.write("ResponseMetadata", .object([.init("RequestId", .string(requestID))]))
        writer.close("\(operation.name)Response")
        return writer.bytes
    }

    static func error(_ error: SESError, requestID: String) -> [UInt8] {
        var fields: [Document.Field] = [
            .init("Type", .string(error.kind.isSenderFault ? "Sender" : "Receiver")),
            .init("Code", .string(error.kind.code)),
        ]
        if let message = error.message { fields.append(.init("Message", .string(message))) }
        fields += error.members
        var writer = XMLWriter()
        writer.open("ErrorResponse", namespace: SESv1.xmlNamespace)
        writer.write("Error", .object(fields))
        writer.write("RequestId", .string(requestID))
        writer.close("ErrorResponse")
        return writer.bytes
    }

    /// Writes an element; `name` comes from the service model and needs no escapes.
    mutating func write(_ name: String, _ document: Document) {
        open(name)
        writeContent(document)
        close(name)
    }

    private mutating func writeContent(_ document: Document) {
        switch document {
        case .null: break
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .integer(let number): bytes += String(number).utf8
        case .double(let number): bytes += String(number).utf8
        case .string(let text): escape(text)
        case .blob(let blob): bytes += Base64.encodedBytes(blob)
        case .timestamp(let time): bytes += time.iso8601.utf8
        case .array(let items):
            for item in items { write("member", item) }
        case .object(let fields):
            for field in fields { write(field.name, field.value) }
        case .map(let entries):
            for entry in entries {
                write(
                    "entry",
                    .object([.init("key", .string(entry.name)), .init("value", entry.value)]))
            }
        }
    }

    private mutating func open(_ name: String, namespace: String? = nil) {
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        if let namespace { bytes += " xmlns=\"\(namespace)\"".utf8 }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func close(_ name: String) {
        bytes += "</".utf8
        bytes += name.utf8
        bytes.append(UInt8(ascii: ">"))
    }

    /// Characters that XML 1.0 §2.2 cannot hold in any form become U+FFFD.
    private mutating func escape(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\r": bytes += "&#xD;".utf8  // else read back as a line feed
            case "\t", "\n": bytes += String(scalar).utf8
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": bytes += "\u{FFFD}".utf8
            default: bytes += UTF8.encode(scalar) ?? .init()
            }
        }
    }
}
