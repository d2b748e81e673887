extension ComposedMessage {
    /// A file that goes with a message.
    public struct Attachment: Equatable, Sendable {
        public enum Disposition: String, Equatable, Sendable {
            case attachment
            /// Shown within the text: a picture that the HTML names by `cid:` and its content id.
            case inline
        }

        /// The name for the reader; may hold any characters but CR, LF and NUL.
        public var filename: String?
        /// `image/png`, parameters allowed.
        public var contentType: String
        public var disposition: Disposition
        /// With or without angle brackets.
        public var contentID: String?
        public var description: String?
        /// How the bytes are written. Bytes that the encoding cannot carry unchanged are written in
        /// base64 instead: 7bit holds only ASCII lines of at most 998 characters.
        public var transferEncoding: TransferEncoding
        public var bytes: [UInt8]

        public init(
            filename: String?, contentType: String = "application/octet-stream",
            disposition: Disposition = .attachment, contentID: String? = nil,
            description: String? = nil, transferEncoding: TransferEncoding = .base64, bytes: [UInt8]
        ) {
            self.filename = filename
            self.contentType = contentType
            self.disposition = disposition
            self.contentID = contentID
            self.description = description
            self.transferEncoding = transferEncoding
            self.bytes = bytes
        }
    }
}
