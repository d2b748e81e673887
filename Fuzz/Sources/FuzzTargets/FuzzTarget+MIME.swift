import MailMessage

extension FuzzTarget {
    static let mime = FuzzTarget("mime") { bytes in
        guard let message = try? Message(parsing: bytes) else { return }
        let tree = message.parts
        require(tree.count <= PartTree.countLimit + 1, "parts are bounded")
        for part in tree.root.allParts.prefix(20) {
            _ = part.filename
            _ = part.decodedText
            require(
                part.preamble.count + part.epilogue.count <= part.body.count, "parts lie within")
            require(
                part.body.isEmpty || bytes[part.body.indices].elementsEqual(part.body),
                "slices keep the offsets of the message")
        }
        _ = tree.attachments.count + (tree.plainText?.body.count ?? 0)
        let decoded = QuotedPrintable.decode(bytes[...])
        require(decoded.count <= bytes.count, "nothing grows by decoding")
        _ = TransferEncoding.uuencode.decode(bytes[...])
        for isText in [false, true] {
            let content = isText ? LineEndings.normalized(decoded) : decoded
            let encoded = QuotedPrintable.encode(content[...], isText: isText)
            require(QuotedPrintable.decode(encoded[...]) == content, "what is encoded is read back")
        }
        _ = EncodedWord.decode(bytes[...])
    }
}
