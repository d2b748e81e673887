public import MailTypes

/// Makes the secrets that identities begin with.
public protocol DKIMKeySource: Sendable {
    /// Three key pairs under fresh 32-character selectors.
    func easyDKIMKeys(_ length: EasyDKIM.KeyLength) async throws -> [DKIMKeyPair]

    /// A key pair under a selector that is in use already.
    func easyDKIMKey(_ length: EasyDKIM.KeyLength, selector: String) async throws -> DKIMKeyPair

    /// Reads a customer's private key: base64 of PKCS#1 or PKCS#8, RSA of 1024 to 2048 bits.
    /// - Throws: ``ServiceError/invalidParameter(_:)`` when it is none.
    func keyPair(selector: String, privateKey: String) throws -> DKIMKeyPair

    /// 32 random bytes in base64: 44 characters.
    func verificationToken() -> String
}

/// Mails the link by which somebody proves that an address is theirs.
public protocol VerificationMailer: Sendable {
    func sendVerification(
        to mailbox: Mailbox, token: String, in scope: Scope
    ) async throws

    /// The link that takes `token` to ``IdentityService/confirmAddress(token:)``; for mail that
    /// somebody else writes.
    func verificationLink(for token: String) -> String
}
