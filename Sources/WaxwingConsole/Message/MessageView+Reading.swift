import MailMessage
import MailTypes

extension MessageView {
    /// Reads any bytes; what can't be read is named in ``problem``.
    init(reading bytes: [UInt8]) {
        let message: Message
        do { message = try Message(parsing: bytes) } catch {
            problem = "The message can't be taken apart: \(error). Its source is complete."
            return
        }
        fields = message.headerSection.fields.map(HeaderField.init)
        let tree = message.parts
        if tree.exceededLimit != nil {
            problem = "The message has more or deeper parts than are read. Its source is complete."
        }
        text = tree.plainText.map(Self.text(of:))
        html = tree.html.map(Self.text(of:))
        let bodies = [tree.plainText, tree.html].compactMap { $0?.body.startIndex }
        parts = tree.root.allParts.filter(\.isLeaf).enumerated().map { index, part in
            Part(part, index: index, isBody: bodies.contains(part.body.startIndex))
        }
    }

    private static func text(of part: MailMessage.Part) -> String {
        var text = part.decodedText.text
        // As its author wrote it: CRLF is how lines end on the way.
        if text.utf8.contains(0x0D) {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(text.utf8.count)
            for byte in text.utf8 {
                if byte == 0x0A, bytes.last == 0x0D { bytes.removeLast() }
                bytes.append(byte)
            }
            text = String(decoding: bytes, as: UTF8.self)
        }
        return text
    }
}

extension MessageView.HeaderField {
    fileprivate init(_ field: Field) {
        name = field.name
        value = field.text
        rawValue = String(decoding: field.rawValue.trimmingFoldingWhitespace, as: UTF8.self)
    }
}

extension MessageView.Part {
    fileprivate init(_ part: MailMessage.Part, index: Int, isBody: Bool) {
        let disposition = part.disposition?.kind
        let role: Role =
            if isBody {
                .body
            } else if part.contentID != nil, disposition != "attachment" {
                .inline
            } else {
                .attachment
            }
        self.init(
            index: index, contentType: part.contentType.mediaType,
            charset: part.contentType.parameters["charset"], name: part.filename,
            contentID: part.contentID, disposition: disposition, role: role,
            content: part.decodedBytes)
    }
}

extension MailMessage.Part {
    fileprivate var isLeaf: Bool {
        if case .multipart = content { false } else { true }
    }
}
