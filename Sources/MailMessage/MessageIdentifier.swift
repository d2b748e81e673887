import MailTypes

/// An identifier of a message, `<id-left@id-right>` (RFC 5322 §3.6.4), as `Message-ID`,
/// `In-Reply-To` and `References` have it.
public struct MessageIdentifier: Hashable, Sendable {
    /// Most identifiers of one field that are read; those behind are passed over.
    public static let countLimit = 1000

    /// Without angle brackets, white space and comments.
    public let text: String

    public init(_ text: String) { self.text = text }

    /// Reads every identifier of a field. Words between them (the phrases of `In-Reply-To` before
    /// RFC 2822) are passed over; a field without any angle bracket holds a single identifier.
    public static func list(reading value: ArraySlice<UInt8>) -> [MessageIdentifier] {
        var cursor = ByteCursor(value)
        var found: [MessageIdentifier] = []
        while found.count < countLimit {
            _ = cursor.take { $0 != UInt8(ascii: "<") }
            guard cursor.take(UInt8(ascii: "<")) else { break }
            let content = cursor.take { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<") }
            if let identifier = MessageIdentifier(content: content) { found.append(identifier) }
        }
        if found.isEmpty, !value.contains(UInt8(ascii: "<")),
            let identifier = MessageIdentifier(content: value)
        {
            found.append(identifier)
        }
        return found
    }

    ///     obs-id-left = local-part     ; RFC 5322 §4.5.4: comments and white space may stand in it
    private init?(content: ArraySlice<UInt8>) {
        var cursor = ByteCursor(content)
        var bytes: [UInt8] = []
        while let byte = cursor.peek {
            let start = cursor.offset
            guard byte.isFoldingWhitespace || byte == UInt8(ascii: "(") else {
                bytes.append(byte)
                _ = cursor.next()
                continue
            }
            do {
                try cursor.skipCFWS()
            } catch {
                // A comment that never ends is none.
                bytes += content[start...].filter { !$0.isFoldingWhitespace }
                break
            }
        }
        guard !bytes.isEmpty else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
    }
}

extension Message {
    /// The first identifier of `Message-ID`.
    public var messageID: MessageIdentifier? { identifiers("Message-ID").first }

    /// The identifiers of all fields of that name, such as `References`.
    public func identifiers(_ name: String) -> [MessageIdentifier] {
        headerSection.all(name).flatMap { MessageIdentifier.list(reading: $0.rawValue) }
    }

    /// The hops of the message, the last one first, as the fields stand.
    public var received: [ReceivedField] {
        headerSection.all("Received").map { ReceivedField(parsing: $0.rawValue) }
    }
}
