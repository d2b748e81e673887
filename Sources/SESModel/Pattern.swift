import MailTypes

/// A regular expression of the service models, with a matcher written by hand: no expression
/// engine runs over what strangers send.
public struct Pattern: Sendable {
    /// The expression as the service model has it; error messages quote it.
    public let expression: String
    private let matches: @Sendable ([UInt8]) -> Bool

    init(_ expression: String, matches: @escaping @Sendable ([UInt8]) -> Bool) {
        self.expression = expression
        self.matches = matches
    }

    /// Whether the whole of `text` matches.
    public func matches(_ text: String) -> Bool { matches(Array(text.utf8)) }
}

extension Pattern {
    static let emailAddress = Pattern("^(.+)@(.+)$") { text in
        guard !text.contains(0x0A), !text.contains(0x0D), text.count >= 3 else { return false }
        return text.dropFirst().dropLast().contains(UInt8(ascii: "@"))
    }

    static let word = Pattern(#"^[\w\-_]+$"#) { !$0.isEmpty && $0.allSatisfy(\.isWordByte) }

    /// A field name (RFC 5322 §3.6.8): visible ASCII without the colon.
    static let headerName = Pattern("^[!-9;-@A-~]+$") { text in
        !text.isEmpty && text.allSatisfy { $0.isVisible && $0 != UInt8(ascii: ":") }
    }

    static let printableText = Pattern("[ -~]*") { $0.allSatisfy { $0 == 0x20 || $0.isVisible } }

    static let base64 = Pattern(
        "^^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
    ) { text in
        text.count.isMultiple(of: 4) && areBase64Letters(text, paddingLimit: 2)
    }

    static let base64Letters = Pattern(#"^[a-zA-Z0-9+\/]+={0,2}$"#) { text in
        text.first != UInt8(ascii: "=") && !text.isEmpty && areBase64Letters(text, paddingLimit: 2)
    }

    static let selector = Pattern(
        #"^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]*[a-zA-Z0-9]))$"#
    ) { text in
        guard let first = text.first, let last = text.last else { return false }
        return first.isAlphanumeric && last.isAlphanumeric
            && text.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    }

    static let s3URL = Pattern(#"^s3:\/\/([^\/]+)\/(.*?([^\/]+)\/?)$"#) { text in
        guard text.starts(with: Array("s3://".utf8)), !text.contains(0x0A) else { return false }
        let parts = text.dropFirst(5).split(
            separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        let key = parts[1].last == UInt8(ascii: "/") ? parts[1].dropLast() : parts[1]
        return key.last.map { $0 != UInt8(ascii: "/") } ?? false
    }

    private static func areBase64Letters(_ text: [UInt8], paddingLimit: Int) -> Bool {
        let letters = text.prefix {
            $0.isAlphanumeric || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
        }
        let padding = text[letters.endIndex...]
        return padding.count <= paddingLimit && padding.allSatisfy { $0 == UInt8(ascii: "=") }
    }
}

// Resource names: fields between colons.
extension Pattern {
    static let connectInstanceARN = Pattern(
        "arn:(aws|aws-us-gov):connect:[a-z]{2}-[a-z]+-[0-9-]{1}:[0-9]{1,20}:instance/"
            + "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"
    ) { text in
        let fields = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard fields.count == 6, fields[0].elementsEqual("arn".utf8),
            fields[1].elementsEqual("aws".utf8) || fields[1].elementsEqual("aws-us-gov".utf8),
            fields[2].elementsEqual("connect".utf8), isRegion(fields[3]), isAccount(fields[4]),
            fields[5].starts(with: "instance/".utf8)
        else { return false }
        let groups = fields[5].dropFirst(9).split(
            separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return groups.map(\.count) == [8, 4, 4, 4, 12]
            && groups.allSatisfy { $0.allSatisfy(\.isLowercaseHexDigit) }
    }

    static let archiveARN = Pattern(
        "arn:(aws|aws-[a-z-]+):ses:[a-z]{2,4}-[a-z-]+-[0-9]:[0-9]{1,20}:mailmanager-archive/"
            + "a-[a-z0-9]{24,62}"
    ) { text in
        let fields = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let prefix = Array("mailmanager-archive/a-".utf8)
        guard fields.count == 6, fields[0].elementsEqual("arn".utf8), isPartition(fields[1]),
            fields[2].elementsEqual("ses".utf8), isRegion(fields[3]), isAccount(fields[4]),
            fields[5].starts(with: prefix)
        else { return false }
        let id = fields[5].dropFirst(prefix.count)
        return (24...62).contains(id.count) && id.allSatisfy { $0.isDigit || $0.isLowercase }
    }

    static let roleARN = Pattern(
        #"arn:[\w-]+:iam::[0-9]+:role(\u002F)([\u0021-\u007E]+\u002F)?([\w+=,.@-]+)"#
    ) { text in
        let fields = text.split(
            separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false)
        guard fields.count == 6, fields[0].elementsEqual("arn".utf8),
            !fields[1].isEmpty, fields[1].allSatisfy(\.isWordByte),
            fields[2].elementsEqual("iam".utf8), fields[3].isEmpty,
            !fields[4].isEmpty, fields[4].allSatisfy(\.isDigit),
            fields[5].starts(with: "role/".utf8), fields[5].allSatisfy(\.isVisible)
        else { return false }
        let name = fields[5].suffix(while: { $0 != UInt8(ascii: "/") })
        let isNested = name.startIndex - fields[5].startIndex > 5
        let path = fields[5][(fields[5].startIndex + 5)..<name.startIndex]
        return !name.isEmpty && (!isNested || path.count >= 2)
            && name.allSatisfy { $0.isWordByte || "+=,.@".utf8.contains($0) }
    }

    static let certificateARN = Pattern(
        #"arn:[\w+=/,.@-]+:[\w+=/,.@-]+:[\w+=/,.@-]*:[0-9]+:certificate/[\w+=,.@-]+"#
    ) { text in
        let fields = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard fields.count == 6, fields[0].elementsEqual("arn".utf8), !fields[1].isEmpty,
            !fields[2].isEmpty, !fields[4].isEmpty, fields[4].allSatisfy(\.isDigit),
            fields[5].starts(with: "certificate/".utf8)
        else { return false }
        let names = fields[1...3].joined()
        let id = fields[5].dropFirst(12)
        return names.allSatisfy { $0.isWordByte || "+=/,.@".utf8.contains($0) }
            && !id.isEmpty && id.allSatisfy { $0.isWordByte || "+=,.@".utf8.contains($0) }
    }

    private static func isPartition(_ text: ArraySlice<UInt8>) -> Bool {
        text.elementsEqual("aws".utf8)
            || (text.starts(with: "aws-".utf8) && text.count > 4
                && text.allSatisfy { $0.isLowercase || $0 == UInt8(ascii: "-") })
    }

    /// `eu-west-1`, `us-gov-east-1`: letters, then words, then one digit.
    private static func isRegion(_ text: ArraySlice<UInt8>) -> Bool {
        let words = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard words.count >= 3, let last = words.last, last.count == 1, last.allSatisfy(\.isDigit)
        else { return false }
        return (2...4).contains(words[0].count)
            && words.dropLast().allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isLowercase) }
    }

    private static func isAccount(_ text: ArraySlice<UInt8>) -> Bool {
        (1...20).contains(text.count) && text.allSatisfy(\.isDigit)
    }
}

extension ArraySlice<UInt8> {
    fileprivate func suffix(while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        var start = endIndex
        while start > startIndex, holds(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}

extension UInt8 {
    fileprivate var isLowercase: Bool { self &- 0x61 < 26 }
    fileprivate var isLowercaseHexDigit: Bool { isDigit || self &- 0x61 < 6 }
    /// `[\w-]` of the expressions.
    fileprivate var isWordByte: Bool {
        isAlphanumeric || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
    }
}
