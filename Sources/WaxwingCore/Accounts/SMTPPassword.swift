import MailAuth
import MailTypes

/// The SMTP password that belongs to an access key's secret, by SES's derivation: the secret itself
/// never goes over SMTP, and a password is good for one region.
public struct SMTPPassword: Equatable, Sendable {
    /// The fixed date that the derivation has in place of a real one.
    private static let date = "11111111"
    private static let version: UInt8 = 0x04

    /// 44 characters of base64.
    public let text: String

    public init(secret: String, region: Region) {
        var key = HMACSHA256.authenticate(
            Array(Self.date.utf8), key: Array("AWS4\(secret)".utf8))
        for message in [region.description, "ses", "aws4_request", "SendRawEmail"] {
            key = HMACSHA256.authenticate(Array(message.utf8), key: key)
        }
        text = Base64.encode([Self.version] + key)
    }

    /// Whether `password` is this one, in time that does not depend on where they differ.
    public func matches(_ password: String) -> Bool {
        equalInConstantTime(text.utf8, password.utf8)
    }
}
