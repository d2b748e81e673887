import MailTypes

/// The header fields as they were when they were signed (`z=`, RFC 6376 §3.5).
///
/// A verifier must not judge by them: they say what the signer saw, and are good for telling what
/// was changed since.
enum DKIMCopiedFields {
    /// Most fields that are read.
    static let countLimit = 150

    /// Reads the tag; a copy that cannot be read is left out.
    ///
    ///     sig-z-tag-copy = hdr-name [FWS] ":" qp-hdr-value     ; "|" between
    static func read(_ tag: Tag) -> [HeaderField] {
        let copies = tag.rawValue.split(
            separator: UInt8(ascii: "|"), maxSplits: countLimit, omittingEmptySubsequences: true)
        return copies.prefix(countLimit).compactMap { copy in
            guard let colon = copy.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let name = copy[..<colon].trimmingFoldingWhitespace
            guard !name.isEmpty, let value = DKIMQuotedPrintable.decode(copy[(colon + 1)...])
            else { return nil }
            return HeaderField(name: name, value: value)
        }
    }
}

extension HeaderField {
    /// A field that is not part of any message, ended by CRLF.
    init(name: some Collection<UInt8>, value: some Collection<UInt8>) {
        let bytes = Array(name) + [UInt8(ascii: ":")] + Array(value) + DKIMCanonicalization.lineEnd
        self.init(
            bytes: bytes[...], name: bytes[..<name.count],
            value: bytes[(name.count + 1)..<(bytes.count - 2)])
    }
}
