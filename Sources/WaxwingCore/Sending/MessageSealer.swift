import MailAuth
public import MailMessage
public import MailTypes
import Synchronization

/// Makes a submitted message into the bytes that go out: fields that are the service's to write,
/// and the signature. Afterwards nothing touches them.
public final class MessageSealer: Sendable {
    /// Fields that steer the service, or that no recipient may see (`Bcc`).
    private static let removedFields = [
        "bcc", "return-path", "date", "message-id", "feedback-id", "x-ses-outgoing",
        "x-ses-configuration-set", "x-ses-message-tags", "x-ses-source-arn", "x-ses-from-arn",
        "x-ses-return-path-arn", "x-ses-list-management-options", "x-ses-tenant",
    ]
    /// Parsed keys that are kept; past that all are dropped.
    private static let signerLimit = 5000

    private struct SignerKey: Hashable {
        let domain: DomainName
        let selector: String
        let publicKey: String
    }

    private let provider: Provider
    private let signers = Mutex<[SignerKey: DKIMSigner]>([:])

    public init(provider: Provider) { self.provider = provider }

    /// - Parameters:
    ///   - message: with CRLF line ends.
    ///   - signing: nil leaves the message unsigned.
    public func seal(
        _ message: Message, messageID: String, in scope: Scope,
        signing: SenderProfile.Signing?, at now: UnixTime
    ) throws -> [UInt8] {
        var message = message
        message.headerSection.removeAll { field in
            Self.removedFields.contains { field.isNamed($0) }
        }
        let domain = provider.messageIDDomain(in: scope.region)
        let feedbackID = Base64.encode(SecureRandom.bytes(32))
        for line in [
            "Date: \(now.messageDate)",
            "Message-ID: <\(messageID)@\(domain)>",
            "Feedback-ID: ::1.\(scope.region).\(feedbackID):Waxwing",
        ] {
            message.headerSection.append(try Field(parsing: Array(line.utf8)))
        }
        let content = message.formatted
        guard let signing else { return content }
        let signature = try signer(for: signing).sign(content[...], at: now)
        return signature + content
    }

    private func signer(for signing: SenderProfile.Signing) throws -> DKIMSigner {
        let key = SignerKey(
            domain: signing.domain, selector: signing.key.selector,
            publicKey: signing.key.publicKey)
        if let signer = signers.withLock({ $0[key] }) { return signer }
        // Reading a key costs as much as several signatures, so each is read once.
        let privateKey = try RSAPrivateKey(parsing: signing.key.privateKey)
        let signer = DKIMSigner(
            signingDomain: signing.domain,
            selector: try DomainName(parsing: signing.key.selector), key: .rsa(privateKey))
        signers.withLock { signers in
            if signers.count >= Self.signerLimit { signers.removeAll() }
            signers[key] = signer
        }
        return signer
    }
}
