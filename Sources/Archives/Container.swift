import MailTypes

/// What bytes are packed in, found out from their beginning and never from a name or a media type:
/// senders label gzip as zip, and both as `application/octet-stream`.
public enum Container: Equatable, Sendable {
    case plain
    case gzip
    case zip

    /// As many bytes as are needed to tell.
    public static let prefixLength = 4

    /// Line ends and blanks in front are passed over: an archive never begins with them.
    public init(prefix: ArraySlice<UInt8>) {
        let start = prefix.drop { $0.isFoldingWhitespace }
        if start.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if start.starts(with: [0x50, 0x4B, 3, 4]) || start.starts(with: [0x50, 0x4B, 5, 6]) {
            self = .zip
        } else {
            self = .plain
        }
    }
}
