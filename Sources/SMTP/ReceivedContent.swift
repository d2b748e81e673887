/// A message's content as the peer sent it, or why it was not kept.
public enum ReceivedContent: Equatable, Sendable {
    case message([UInt8])
    case refused(ContentRefusal)
}

/// Why a message was read to its end but not taken.
public enum ContentRefusal: Equatable, Sendable {
    /// More bytes than the limit that SIZE announces (RFC 1870 §6.4).
    case tooLarge
    /// A header section longer than the limit.
    case headerTooLarge
    /// A CR or LF that is not part of a CRLF.
    case bareLineEnding
    /// A NUL, which neither 7bit nor 8bit data may hold (RFC 2045 §2.7, §2.8).
    case null
}

/// What received content must keep to.
public struct ContentRules: Equatable, Sendable {
    /// Longest content, in bytes after dot-unstuffing.
    public var sizeLimit: Int
    /// Longest header section, in bytes with its line ends.
    public var headerSizeLimit: Int
    public var bareLineEndings: BareLineEndings

    public init(sizeLimit: Int, headerSizeLimit: Int, bareLineEndings: BareLineEndings) {
        self.sizeLimit = sizeLimit
        self.headerSizeLimit = headerSizeLimit
        self.bareLineEndings = bareLineEndings
    }

    /// The checks that need the whole content; two searches, each ending early in most messages.
    func check(_ content: [UInt8]) -> ReceivedContent {
        let refusal: ContentRefusal? = content.withUnsafeBytes { bytes in
            if bytes.firstIndex(of: Byte.null, from: 0) != nil { return .null }
            guard bytes.count > headerSizeLimit, !bytes.starts(with: Byte.lineEnd) else {
                return nil
            }
            let headerEnd = bytes.firstIndex(
                of: Byte.lineEnd + Byte.lineEnd, in: 0..<headerSizeLimit)
            return headerEnd == nil ? .headerTooLarge : nil
        }
        return refusal.map { .refused($0) } ?? .message(content)
    }
}
