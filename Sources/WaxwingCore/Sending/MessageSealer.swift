import MailAuth
public import MailMessage
public import MailTypes
import Synchronization

/// Makes a submitted message into the bytes that go out: fields that are the service's to write,
/// and the signatures. Afterwards nothing touches them.
public final class MessageSealer: Sendable {
    /// What one message is sealed with.
    public struct Seal: Sendable {
        public var messageID: String
        public var scope: Scope
        /// The identity's; nil leaves its signature out.
        public var signing: SenderProfile.Signing?
        /// A Message-ID that the sender wrote stays.
        public var keepsMessageID = false
        /// What the sender wants at the head of Feedback-ID (`ses:feedback-id-a`, `-b`).
        public var feedbackLabels = ("", "")
        /// The Date field: when the message goes out.
        public var date: UnixTime
        /// When it is signed.
        public var now: UnixTime

        public init(messageID: String, scope: Scope, signing: SenderProfile.Signing?, now: UnixTime)
        {
            self.messageID = messageID
            self.scope = scope
            self.signing = signing
            self.now = now
            date = now
        }
    }

    /// Fields that steer the service, or that no recipient may see (`Bcc`), in lower case.
    private static let removedFields: Set<String> = [
        "bcc", "return-path", "date", "feedback-id", "x-ses-outgoing",
        "x-ses-configuration-set", "x-ses-message-tags", "x-ses-source-arn", "x-ses-from-arn",
        "x-ses-return-path-arn", "x-ses-list-management-options", "x-ses-tenant",
        "x-waxwing-send-at",
    ]
    /// Parsed keys that are kept; past that all are dropped.
    private static let signerLimit = 5000

    private struct SignerKey: Hashable {
        let domain: DomainName
        let selector: String
        let publicKey: String
    }

    private let provider: Provider
    private let providerSigner: DKIMSigner?
    private let signers = Mutex<[SignerKey: DKIMSigner]>([:])

    public init(provider: Provider) {
        self.provider = provider
        providerSigner = provider.signingKey.map { key in
            DKIMSigner(
                signingDomain: provider.baseDomain, selector: key.selector, key: key.key)
        }
    }

    /// - Parameter message: with CRLF line ends.
    public func seal(_ message: Message, with seal: Seal) throws -> [UInt8] {
        var message = message
        let hasOwnID = seal.keepsMessageID && Self.hasUsableID(message.headerSection)
        message.headerSection.removeAll { field in
            let name = field.name.asciiLowercased
            return Self.removedFields.contains(name) || name == "message-id" && !hasOwnID
        }
        let domain = provider.messageIDDomain(in: seal.scope.region)
        let feedbackID = Base64.encode(SecureRandom.bytes(32))
        let (first, second) = seal.feedbackLabels
        var lines = ["Date: \(seal.date.messageDate)"]
        if !hasOwnID { lines.append("Message-ID: <\(seal.messageID)@\(domain)>") }
        lines.append(
            "Feedback-ID: \(first):\(second):1.\(seal.scope.region).\(feedbackID):Waxwing")
        for line in lines {
            message.headerSection.append(try Field(parsing: Array(line.utf8)))
        }
        let content = message.formatted
        // The identity's signature on top, the provider's below, as SES has them.
        let signers = [try seal.signing.map(signer(for:)), providerSigner].compactMap(\.self)
        guard !signers.isEmpty else { return content }
        return try DKIMSigner.sign(content[...], with: signers, at: seal.now) + content
    }

    private static func hasUsableID(_ section: HeaderSection) -> Bool {
        guard let field = section.first("Message-ID") else { return false }
        let identifiers = MessageIdentifier.list(reading: field.rawValue)
        return identifiers.count == 1 && identifiers.allSatisfy { $0.text.contains("@") }
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
