/// The text whose hash a DKIM-Signature or ARC-Message-Signature signs (RFC 6376 §3.7).
enum HeaderText {
    /// The signed fields, and last the signature's own with an empty `b=` and without its line end.
    ///
    /// - Parameters:
    ///   - field: the signature's field, which is the one at `index` of the table.
    ///   - tags: those of the field.
    static func bytes(
        _ signature: DKIMSignature, field: HeaderField, tags: TagList, at index: Int,
        in table: HeaderFieldTable
    ) -> [UInt8] {
        let canonicalization = signature.headerCanonicalization
        var text: [UInt8] = []
        text.reserveCapacity(2048)
        for selected in table.select(signature.signedFields, excluding: index) {
            canonicalization.append(table.fields[selected], to: &text)
        }
        append(field, without: tags["b"], canonicalization, to: &text)
        return text
    }

    /// Appends the field with an empty `b=` and without its line end.
    static func append(
        _ field: HeaderField, without tag: Tag?, _ canonicalization: DKIMCanonicalization,
        to text: inout [UInt8]
    ) {
        let removed = tag?.rawValue ?? field.bytes.suffix(0)
        canonicalization.append(field, without: removed.startIndex..<removed.endIndex, to: &text)
        text.removeLast(2)
    }
}
