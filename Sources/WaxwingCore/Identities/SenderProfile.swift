public import MailTypes

/// What an address may be sent from with: the features of the identities that cover it.
///
/// The most specific verified identity decides: the address before its domain, the domain before its
/// parents. What it does not have, it does not get from a less specific one; whoever verifies an
/// address of a domain gives it settings of its own. Only a signing key is an exception, for an
/// address has none.
public struct SenderProfile: Equatable, Sendable {
    /// The most specific verified identity.
    public let identity: Identity
    /// The domain that signs, and its key; nil when the message goes out unsigned.
    public let signing: Signing?
    public let mailFrom: MailFromSettings?
    /// The configuration set of messages that name none.
    public let configurationSet: String?

    public struct Signing: Equatable, Sendable {
        public let domain: DomainName
        public let key: DKIMKeyPair
    }

    /// Nil when none of `identities` is verified: then the address may not be sent from.
    /// - Parameter identities: those that cover the address, the most specific one first.
    public init?(identities: [Identity]) {
        let verified = identities.filter(\.isVerified)
        guard let identity = verified.first else { return nil }
        self.identity = identity
        signing = Self.signing(of: verified)
        mailFrom = identity.mailFrom
        configurationSet = identity.configurationSet
    }

    /// The domain nearest to the address decides: where its signing is switched off, no parent
    /// domain signs in its place.
    private static func signing(of identities: [Identity]) -> Signing? {
        for identity in identities {
            guard case .domain(let domain) = identity.name, let dkim = identity.dkim else {
                continue
            }
            guard dkim.signingEnabled else { return nil }
            if dkim.status == .success, let key = dkim.signingKey {
                return Signing(domain: domain, key: key)
            }
        }
        return nil
    }
}
