import MailTypes

/// A name and a value that a sender gives a message, for the events that tell of it.
public struct MessageTag: Equatable, Sendable {
    /// Tags of one message.
    static let countLimit = 50
    static let lengthLimit = 255

    public let name: String
    public let value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    /// By the rules, and with the texts, of SES; names that begin with `ses:` are the service's.
    func check() throws(ServiceError) {
        guard !name.isEmpty else { throw .invalidParameter("The tag name must be specified.") }
        guard !value.isEmpty else { throw .invalidParameter("The tag value must be specified.") }
        guard name.utf16.count <= Self.lengthLimit else {
            throw .invalidParameter("Tag name cannot exceed \(Self.lengthLimit) characters.")
        }
        guard value.utf16.count <= Self.lengthLimit else {
            throw .invalidParameter("Tag value cannot exceed \(Self.lengthLimit) characters.")
        }
        let bareName = name.hasPrefix("ses:") ? name.dropFirst(4) : name[...]
        guard bareName.utf8.allSatisfy({ $0.isTagByte }) else {
            throw .invalidParameter(
                "Invalid tag name <\(name)>: only alphanumeric ASCII characters, '_',  '-' are "
                    + "allowed.")
        }
        guard value.utf8.allSatisfy({ $0.isTagByte || ".@".utf8.contains($0) }) else {
            throw .invalidParameter(
                "Invalid tag value <\(value)>: only alphanumeric ASCII characters, '_',  '-' , "
                    + "'.', '@' are allowed.")
        }
    }

    static func check(_ tags: [MessageTag]) throws(ServiceError) {
        guard tags.count <= countLimit else {
            throw .invalidParameter("A message has at most \(countLimit) tags.")
        }
        for tag in tags { try tag.check() }
    }

    /// Reads `n1=v1, n2=v2`, the value of `X-SES-MESSAGE-TAGS`.
    static func tags(inField value: String) throws(ServiceError) -> [MessageTag] {
        var tags: [MessageTag] = []
        for item in value.split(separator: ",") {
            let halves = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else {
                throw .invalidParameter("Invalid value of the header 'X-SES-MESSAGE-TAGS'.")
            }
            tags.append(MessageTag(name: trimmed(halves[0]), value: trimmed(halves[1])))
        }
        return tags
    }

    private static func trimmed(_ text: Substring) -> String {
        String(decoding: Array(text.utf8)[...].trimmingFoldingWhitespace, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isTagByte: Bool {
        isAlphanumeric || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
    }
}
