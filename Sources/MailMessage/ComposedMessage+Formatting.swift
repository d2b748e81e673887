import MailTypes

extension ComposedMessage {
    /// The message as bytes, every line ending with CRLF.
    ///
    /// One text is the body itself; text and HTML are a `multipart/alternative`; inline parts go
    /// beside the HTML in a `multipart/related`; attachments beside all that in a
    /// `multipart/mixed`.
    /// - Parameter generator: Where the boundaries between parts come from.
    /// - Throws: ``CompositionError`` when a value cannot be written.
    public func formatted(
        using generator: inout some RandomNumberGenerator
    ) throws(CompositionError) -> [UInt8] {
        var fields = try originFields()
        for (name, value) in additionalFields {
            guard !Self.reservedFieldNames.contains(name.asciiLowercased) else {
                throw .reservedField(name)
            }
            fields.append(try Field(name, text: value))
        }
        fields.append(try Field("MIME-Version", value: "1.0"))
        var output = fields.flatMap(\.bytes)
        try content().append(to: &output, using: &generator)
        if output.last != 0x0A { output += [0x0D, 0x0A] }
        return output
    }

    private func originFields() throws(CompositionError) -> [Field] {
        var fields: [Field] = []
        if let date { fields.append(try Field("Date", value: date.messageDate)) }
        fields.append(try Field("From", addresses: from))
        if let sender { fields.append(try Field("Sender", addresses: [sender])) }
        for (name, addresses) in [("Reply-To", replyTo), ("To", to), ("Cc", cc)]
        where !addresses.isEmpty {
            fields.append(try Field(name, addresses: addresses))
        }
        if let messageID { fields.append(try Field("Message-ID", value: "<\(messageID)>")) }
        if let subject { fields.append(try Field("Subject", text: subject)) }
        return fields
    }

    private func content() throws(CompositionError) -> WrittenPart {
        let inline = html == nil ? [] : attachments.filter { $0.disposition == .inline }
        let others =
            html == nil ? attachments : attachments.filter { $0.disposition == .attachment }
        var parts: [WrittenPart] = []
        if let text { parts.append(try WrittenPart(text: text, subtype: "plain")) }
        if let html {
            var part = try WrittenPart(text: html, subtype: "html")
            if !inline.isEmpty {
                var related = [part]
                for attachment in inline { related.append(try WrittenPart(attachment)) }
                part = WrittenPart(multipart: "related", type: "text/html", related)
            }
            parts.append(part)
        }
        if parts.isEmpty, others.isEmpty { parts = [try WrittenPart(text: "", subtype: "plain")] }
        if parts.count > 1 { parts = [WrittenPart(multipart: "alternative", parts)] }
        if others.isEmpty { return parts[0] }
        for attachment in others { parts.append(try WrittenPart(attachment)) }
        return WrittenPart(multipart: "mixed", parts)
    }
}

/// A part on its way out.
private struct WrittenPart {
    enum Content {
        case leaf([Field], [UInt8])
        /// The subtype, the `type` parameter of `multipart/related` (RFC 2387 §3.1), the parts.
        indirect case multipart(String, type: String?, [WrittenPart])
    }

    let content: Content

    init(multipart subtype: String, type: String? = nil, _ parts: [WrittenPart]) {
        content = .multipart(subtype, type: type, parts)
    }

    init(text: ComposedMessage.Text, subtype: String) throws(CompositionError) {
        let encoded = text.charset.encode(text.content)
        let charset = encoded == nil ? .utf8 : text.charset
        let body = EncodedBody(text: encoded ?? Array(text.content.utf8))
        var type = try FieldWriter("Content-Type")
        try type.append("text/\(subtype)".utf8)
        try type.appendParameter("charset", charset.label)
        content = .leaf(
            [type.finished(), try Self.transferEncodingField(body.transferEncoding)], body.bytes)
    }

    init(_ attachment: ComposedMessage.Attachment) throws(CompositionError) {
        let body = EncodedBody(bytes: attachment.bytes, wished: attachment.transferEncoding)
        var fields = [try Self.contentTypeField(attachment)]
        fields.append(try Self.transferEncodingField(body.transferEncoding))
        var disposition = try FieldWriter("Content-Disposition")
        try disposition.append(attachment.disposition.rawValue.utf8)
        if let filename = attachment.filename {
            try disposition.appendParameter("filename", filename)
        }
        fields.append(disposition.finished())
        if let contentID = attachment.contentID {
            let isBracketed = contentID.hasPrefix("<") && contentID.hasSuffix(">")
            fields.append(
                try Field("Content-ID", value: isBracketed ? contentID : "<\(contentID)>"))
        }
        if let description = attachment.description {
            fields.append(try Field("Content-Description", text: description))
        }
        content = .leaf(fields, body.bytes)
    }

    private static func transferEncodingField(
        _ encoding: TransferEncoding
    ) throws(CompositionError) -> Field {
        try Field("Content-Transfer-Encoding", value: encoding.name)
    }

    private static func contentTypeField(
        _ attachment: ComposedMessage.Attachment
    ) throws(CompositionError) -> Field {
        guard let type = try? ContentType(parsing: attachment.contentType) else {
            throw .invalidContentType(attachment.contentType)
        }
        var writer = try FieldWriter("Content-Type")
        try writer.append(type.mediaType.utf8)
        for name in type.parameters.names where name != "name" {
            guard !name.isEmpty, name.utf8.allSatisfy(\.isMIMEToken) else {
                throw .invalidContentType(attachment.contentType)
            }
            try writer.appendParameter(name, type.parameters[name] ?? "")
        }
        if let filename = attachment.filename ?? type.parameters["name"] {
            let isShortASCII =
                filename.utf8.count <= 60
                && filename.utf8.allSatisfy { $0.isVisible || $0 == 0x20 }
            if isShortASCII {
                try writer.appendParameter("name", filename)
            } else {
                try writer.appendEncodedWordParameter("name", filename)
            }
        }
        return writer.finished()
    }

    func append(
        to output: inout [UInt8], using generator: inout some RandomNumberGenerator
    ) throws(CompositionError) {
        switch content {
        case .leaf(let fields, let bytes):
            for field in fields { output += field.bytes }
            output += [0x0D, 0x0A]
            output += bytes
        case .multipart(let subtype, let type, let parts):
            let boundary = Boundary.random(using: &generator)
            var field = try FieldWriter("Content-Type")
            try field.append("multipart/\(subtype)".utf8)
            if let type { try field.appendParameter("type", type) }
            try field.appendParameter("boundary", boundary)
            output += field.finished().bytes
            output += [0x0D, 0x0A]
            for part in parts {
                output += "--\(boundary)\r\n".utf8
                try part.append(to: &output, using: &generator)
                output += [0x0D, 0x0A]
            }
            output += "--\(boundary)--\r\n".utf8
        }
    }
}
