import MailAuth
import MailTypes

/// The SMTP password that belongs to an access key's secret, by SES's derivation: the secret itself
/// never goes over SMTP, and a password is good for one region.
public struct SMTPPassword: Equatable, Sendable {
    /// The fixed date that the derivation has in place of a real one.
    private static let date = "11111111"
    private static let version: UInt8 = 0x04
    private static let earlierVersion: UInt8 = 0x02

    /// 44 characters of base64.
    public let text: String
    /// How SES derived passwords until January 2019: for all regions, and by a rule of its own. Such
    /// a password comes along with a key that is imported.
    private let earlierText: String

    public init(secret: String, region: Region) {
        var key = HMACSHA256.authenticate(
            Array(Self.date.utf8), key: Array("AWS4\(secret)".utf8))
        for message in [region.description, "ses", "aws4_request", "SendRawEmail"] {
            key = HMACSHA256.authenticate(Array(message.utf8), key: key)
        }
        text = Base64.encode([Self.version] + key)
        let earlier = HMACSHA256.authenticate(
            Array("SendRawEmail".utf8), key: Array(secret.utf8))
        earlierText = Base64.encode([Self.earlierVersion] + earlier)
    }

    /// Whether `password` is this one, in time that does not depend on where they differ.
    public func matches(_ password: String) -> Bool {
        let isThis = equalInConstantTime(text.utf8, password.utf8)
        let isEarlier = equalInConstantTime(earlierText.utf8, password.utf8)
        return isThis || isEarlier
    }
}
