import MailMessage

extension FuzzTarget {
    static let mime = FuzzTarget("mime") { bytes in
        guard let message = try? Message(parsing: bytes) else { return }
        let tree = message.parts
        require(tree.count <= PartTree.countLimit + 1, "parts are bounded")
        for part in tree.root.allParts.prefix(20) {
            _ = part.filename
            _ = part.decodedText
        }
        _ = QuotedPrintable.decode(bytes[...])
        _ = EncodedWord.decode(bytes[...])
    }
}
