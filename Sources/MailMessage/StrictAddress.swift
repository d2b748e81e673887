public import MailTypes

/// An address as the SES API and SES submission take it: `Name <a@b.example>` or `a@b.example`.
///
/// Stricter than header fields: one address, ASCII but for the name, no comments, no groups.
public struct StrictAddress: Hashable, Sendable {
    /// Longest address with its name, in UTF-16 units.
    public static let lengthLimit = 320

    /// The name in front, encoded words decoded; nil where there is none.
    public let displayName: String?
    public let mailbox: Mailbox

    public var address: Address { Address(displayName: displayName, mailbox: mailbox) }

    /// Reads one address.
    /// - Throws: ``StrictAddressError``, whose text is that of SES. Syntax comes before length.
    public init(parsing text: String) throws(StrictAddressError) {
        let bytes = Array(text.utf8)
        var reader = StrictAddressReader(bytes, given: text)
        let (name, specification) = try reader.split()
        try reader.check(specification)
        guard text.utf16.count <= Self.lengthLimit else { throw .tooLong(given: text) }
        var cursor = ByteCursor(specification)
        do throws(SyntaxError) {
            mailbox = try cursor.readMailbox()
            guard cursor.isAtEnd else { throw cursor.expected(.end) }
        } catch {
            throw .illegalAddress
        }
        displayName = name
    }
}

/// Why SES refuses an address; ``text`` is what it says, in SMTP behind `554 Transaction failed: `.
public enum StrictAddressError: Error, Hashable, Sendable {
    case missingFinalDomain
    case missingDomain
    case missingLocalName
    case localAddressContainsControlOrWhitespace
    case domainContainsControlOrWhitespace
    case domainContainsIllegalCharacter
    case illegalAddress
    case invalidEmailAddress(given: String)
    case tooLong(given: String)

    public var text: String {
        switch self {
        case .missingFinalDomain: "Missing final '@domain'"
        case .missingDomain: "Missing domain"
        case .missingLocalName: "Missing local name"
        case .localAddressContainsControlOrWhitespace:
            "Local address contains control or whitespace"
        case .domainContainsControlOrWhitespace: "Domain contains control or whitespace"
        case .domainContainsIllegalCharacter: "Domain contains illegal character"
        case .illegalAddress: "Illegal address"
        case .invalidEmailAddress(let given): "Invalid email address <\(given)>."
        case .tooLong(let given):
            "Address length is more than \(StrictAddress.lengthLimit) characters long: '\(given)'."
        }
    }
}

extension StrictAddressError: CustomStringConvertible {
    public var description: String { text }
}

/// The checks in the order that SES makes them.
private struct StrictAddressReader {
    private let bytes: [UInt8]
    private let given: String

    init(_ bytes: [UInt8], given: String) {
        self.bytes = bytes
        self.given = given
    }

    /// Parts the name from the address between angle brackets.
    mutating func split() throws(StrictAddressError) -> (String?, ArraySlice<UInt8>) {
        let trimmed = bytes[...].trimmingFoldingWhitespace
        var open: Int?
        var isQuoted = false
        var index = trimmed.startIndex
        while index < trimmed.endIndex {
            switch trimmed[index] {
            case UInt8(ascii: "\\") where isQuoted: index += 1
            case UInt8(ascii: "\""): isQuoted.toggle()
            case _ where isQuoted: break
            case UInt8(ascii: ","), UInt8(ascii: ";"): throw .illegalAddress
            case UInt8(ascii: "<"):
                guard open == nil else { throw .illegalAddress }
                open = index
            default: break
            }
            index += 1
        }
        guard !isQuoted else { throw .illegalAddress }
        guard let open else { return (nil, trimmed) }
        guard trimmed.last == UInt8(ascii: ">"), trimmed.endIndex - 1 > open else {
            throw .illegalAddress
        }
        let address = trimmed[(open + 1)..<(trimmed.endIndex - 1)]
        return (try name(trimmed[..<open].trimmingFoldingWhitespace), address)
    }

    /// The name without its quotes, decoded.
    private func name(_ bytes: ArraySlice<UInt8>) throws(StrictAddressError) -> String? {
        var content = Array(bytes)
        if bytes.first == UInt8(ascii: "\"") {
            var cursor = ByteCursor(bytes)
            guard let quoted = try? cursor.readQuotedString(), cursor.isAtEnd else {
                throw .illegalAddress
            }
            content = quoted
        } else if bytes.contains(UInt8(ascii: ":")) {
            throw .illegalAddress
        }
        // A line break in a name would be a line break in the header section.
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
            throw .illegalAddress
        }
        let name = EncodedWord.decode(content[...])
        guard name.utf8.allSatisfy({ $0 != 0x0D && $0 != 0x0A && $0 != 0 }) else {
            throw .illegalAddress
        }
        return name.isEmpty ? nil : name
    }

    /// Checks `local@domain`.
    func check(_ address: ArraySlice<UInt8>) throws(StrictAddressError) {
        let separator: Int
        if address.first == UInt8(ascii: "\"") {
            separator = try endOfQuotedLocalPart(address)
        } else {
            guard let at = address.firstIndex(of: UInt8(ascii: "@")) else {
                throw .missingFinalDomain
            }
            separator = at
        }
        guard separator > address.startIndex else { throw .missingLocalName }
        guard separator + 1 < address.endIndex else { throw .missingDomain }
        try checkLocalPart(address[..<separator])
        try checkDomain(address[(separator + 1)...])
    }

    private func endOfQuotedLocalPart(
        _ address: ArraySlice<UInt8>
    ) throws(StrictAddressError) -> Int {
        var cursor = ByteCursor(address)
        guard (try? cursor.readQuotedString()) != nil else { throw .illegalAddress }
        let quoted = cursor.slice(from: address.startIndex)
        guard !quoted.contains(where: { $0 == 0x0D || $0 == 0x0A }) else {
            throw .invalidEmailAddress(given: given)
        }
        guard cursor.peek == UInt8(ascii: "@") else { throw .missingFinalDomain }
        return cursor.offset
    }

    private func checkLocalPart(_ bytes: ArraySlice<UInt8>) throws(StrictAddressError) {
        if bytes.first == UInt8(ascii: "\"") {
            guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
                throw .localAddressContainsControlOrWhitespace
            }
            return
        }
        guard bytes.allSatisfy(\.isVisible) else {
            throw .localAddressContainsControlOrWhitespace
        }
        guard bytes.allSatisfy({ $0.isAtomText || $0 == UInt8(ascii: ".") }) else {
            throw .illegalAddress
        }
    }

    private func checkDomain(_ bytes: ArraySlice<UInt8>) throws(StrictAddressError) {
        guard bytes.allSatisfy(\.isVisible) else { throw .domainContainsControlOrWhitespace }
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isName = labels.allSatisfy { label in
            !label.isEmpty && label.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
        }
        guard isName else { throw .domainContainsIllegalCharacter }
    }
}
