import MailTypes

/// A message that a file holds, in the form in which mail transports it.
struct MessageFile: Equatable, Sendable {
    /// What was done to the bytes, or is odd about them.
    enum Note: String, Equatable, Sendable {
        case mailboxLineDropped = "the “From ” line of a mailbox file was left out"
        case lineEndsConverted = "LF line ends were read as CRLF"
        case bareLineFeeds = "bare LF among CRLF line ends were left as they are"
    }

    /// Longest message that is read, in bytes.
    static let sizeLimit = 64 * 1024 * 1024

    /// The path as it was given, or `-`.
    let name: String
    /// Header section, empty line and body, with CRLF line ends.
    let bytes: [UInt8]
    let notes: [Note]

    /// Reads a message as programs store it.
    ///
    /// The first line end shows what the file's line ends are. Only where it is LF are bare LFs
    /// made CRLF: in a message that was stored as it came over the wire, a bare LF is content, and
    /// signatures depend on it.
    init(name: String, reading bytes: [UInt8]) {
        self.name = name
        var notes: [Note] = []
        var start = 0
        if bytes.starts(with: "From ".utf8) {
            start = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            notes.append(.mailboxLineDropped)
        }
        let content = bytes[start...]
        let usesLineFeeds = content.firstIndex(of: 0x0A).map { lineFeed in
            lineFeed == start || content[lineFeed - 1] != 0x0D
        }
        switch usesLineFeeds {
        case true?:
            self.bytes = Self.convertingLineFeeds(content)
            notes.append(.lineEndsConverted)
        case false? where Self.hasBareLineFeed(content):
            self.bytes = Array(content)
            notes.append(.bareLineFeeds)
        case false?, nil:
            self.bytes = start == 0 ? bytes : Array(content)
        }
        self.notes = notes
    }

    /// Reads the message in a file, or on standard input for `-`.
    static func read(_ path: String) throws(InputError) -> MessageFile {
        MessageFile(name: path, reading: try BoundedFile.read(path, limit: sizeLimit))
    }

    /// Makes CRLF of each LF that has no CR before it; bare CRs stay.
    private static func convertingLineFeeds(_ content: ArraySlice<UInt8>) -> [UInt8] {
        var converted: [UInt8] = []
        converted.reserveCapacity(content.count + content.count / 32)
        var previous: UInt8 = 0
        for byte in content {
            if byte == 0x0A, previous != 0x0D { converted.append(0x0D) }
            converted.append(byte)
            previous = byte
        }
        return converted
    }

    private static func hasBareLineFeed(_ content: ArraySlice<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in content {
            if byte == 0x0A, previous != 0x0D { return true }
            previous = byte
        }
        return false
    }
}
