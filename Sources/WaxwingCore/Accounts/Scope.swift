import MailTypes

/// An account's twelve digits.
public struct AccountID: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The account that every credential signs in to under `waxwing dev`.
    public static let development = AccountID(checked: "000000000000")

    public let description: String

    /// Nil for anything but twelve digits.
    public init?(_ digits: some StringProtocol) {
        guard digits.utf8.count == 12, digits.utf8.allSatisfy(\.isDigit) else { return nil }
        description = String(digits)
    }

    private init(checked digits: String) { description = digits }

    public init(from decoder: any Decoder) throws {
        description = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A region by its AWS name, `eu-west-1`. Regions share nothing.
public struct Region: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Where a request that names no region belongs.
    public static let standard = Region(checked: "us-east-1")

    public let description: String

    /// Nil unless it is made of 1 to 32 lower-case letters, digits and hyphens.
    public init?(_ name: some StringProtocol) {
        let allowed = name.utf8.allSatisfy {
            $0.isDigit || ($0.isLetter && $0.asciiLowercased == $0) || $0 == UInt8(ascii: "-")
        }
        guard (1...32).contains(name.utf8.count), allowed else { return nil }
        description = String(name)
    }

    private init(checked name: String) { description = name }

    public init(from decoder: any Decoder) throws {
        description = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// What every resource and every message belongs to: an account in a region.
///
/// Each store method takes one; nothing is found, changed or listed across two of them.
public struct Scope: Hashable, Sendable, Codable {
    public let account: AccountID
    public let region: Region

    public init(account: AccountID, region: Region) {
        self.account = account
        self.region = region
    }

    /// `arn:aws:ses:eu-west-1:000000000000:identity/example.com`
    public func arn(_ kind: String, _ name: String) -> String {
        "arn:aws:ses:\(region):\(account):\(kind)/\(name)"
    }
}
