public import MailAuth
public import MailTypes

/// The names that the service itself goes by in mail and in DNS.
///
/// With the standard base domain they are those of SES, so that records which tools derive from a
/// token (`<token>.dkim.amazonses.com`) are the right ones.
public struct Provider: Equatable, Sendable {
    public var baseDomain: DomainName
    /// Where the mailbox simulator lives.
    public var simulatorDomain: DomainName
    /// Signs every message that is sent, beside the identity's own key; nil leaves that out.
    public var signingKey: SigningKey?

    public init(
        baseDomain: DomainName = "amazonses.com",
        simulatorDomain: DomainName = "simulator.amazonses.com", signingKey: SigningKey? = nil
    ) {
        self.baseDomain = baseDomain
        self.simulatorDomain = simulatorDomain
        self.signingKey = signingKey
    }

    /// The key of the base domain: RSA, or Ed25519 (RFC 8463).
    public struct SigningKey: Equatable, Sendable {
        public let selector: DomainName
        public let key: DKIMPrivateKey

        public init(selector: DomainName, key: DKIMPrivateKey) {
            self.selector = selector
            self.key = key
        }

        /// The text to publish at `<selector>._domainkey.<base domain>`.
        public var record: String { key.keyRecord.formatted }

        public static func == (first: SigningKey, second: SigningKey) -> Bool {
            first.selector == second.selector && first.record == second.record
        }
    }

    /// Behind the `@` of return paths where an identity has no MAIL FROM domain of its own.
    public func bounceDomain(in region: Region) -> DomainName {
        region == .standard ? baseDomain : below("\(region)")
    }

    /// Behind the `@` of Message-ID.
    public func messageIDDomain(in region: Region) -> DomainName {
        region == .standard ? below("email") : below("\(region)")
    }

    /// What the MX record of a custom MAIL FROM domain has to name.
    public func feedbackHost(in region: Region) -> DomainName { below("feedback-smtp.\(region)") }

    /// Where forwarded complaints come from.
    public var complaintDomain: DomainName { below("email-abuse") }

    /// The zone with the keys that Easy DKIM's CNAME records point to.
    public var dkimZone: DomainName { below("dkim") }

    /// The SPF record that a custom MAIL FROM domain has to publish.
    public var mailFromSPF: String { "v=spf1 include:\(baseDomain) ~all" }

    private func below(_ labels: String) -> DomainName {
        // A base domain leaves room for labels of this length; configuration checks that.
        (try? baseDomain.prefixed(with: labels)) ?? baseDomain
    }
}
