import MailAuth
import MailTypes

/// Makes ids and secrets that nobody can guess.
enum CredentialMaker {
    /// `AKIA` and 16 letters and digits: 80 random bits.
    static func accessKeyID() -> String { "AKIA" + letters(16) }

    /// Told apart from an access key by its first letters; they have the same length.
    static func smtpUserName() -> String { "SMTP" + letters(16) }

    /// 40 characters of base64, as AWS has them: 240 random bits.
    static func secretKey() -> SecretText { SecretText(Base64.encode(SecureRandom.bytes(30))) }

    /// 44 characters of base64: 264 random bits.
    static func smtpPassword() -> SecretText { SecretText(Base64.encode(SecureRandom.bytes(33))) }

    /// Twelve digits, the first of them not 0: those accounts are the service's own.
    static func accountID() -> AccountID? {
        let random = SecureRandom.bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return AccountID(String(100_000_000_000 + random % 900_000_000_000))
    }

    private static func letters(_ count: Int) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        return String(
            decoding: SecureRandom.bytes(count).map { alphabet[Int($0 & 31)] }, as: UTF8.self)
    }
}

/// What is kept of an SMTP password that the service made: enough to know it again.
///
/// The password has 264 random bits, which nobody finds by trying, so that one HMAC does where a
/// password of somebody's own would need a slow hash.
struct PasswordVerifier {
    /// `salt$code`, both in base64.
    let text: String

    init(text: String) { self.text = text }

    init(of password: SecretText) {
        let salt = SecureRandom.bytes(16)
        text = "\(Base64.encode(salt))$\(Self.code(of: password.revealed, salt: salt))"
    }

    /// Takes as long for any password of that length.
    func matches(_ password: String) -> Bool {
        let parts = text.split(separator: "$", maxSplits: 1)
        guard parts.count == 2, let salt = Base64.decode(String(parts[0])) else { return false }
        return equalInConstantTime(Self.code(of: password, salt: salt).utf8, parts[1].utf8)
    }

    private static func code(of password: String, salt: [UInt8]) -> String {
        Base64.encode(HMACSHA256.authenticate(Array(password.utf8), key: salt))
    }
}

extension ActiveCredential {
    /// Whether `password` is the SMTP password of this credential in `region`: derived from an
    /// access key's secret, or the one that was made with a credential of SMTP's own.
    public func matches(smtpPassword password: String, in region: Region) -> Bool {
        switch kind {
        case .accessKey:
            SMTPPassword(secret: secret.revealed, region: region).matches(password)
        case .smtp:
            PasswordVerifier(text: secret.revealed).matches(password)
        }
    }
}
