public import MailTypes

/// The registered methods with the properties that RFC 8601 §2.7 gives them.
extension AuthenticationResults.Result {
    public typealias Property = AuthenticationResults.Property

    /// SPF of the MAIL FROM identity: `smtp.mailfrom` has the domain only, unless the address is
    /// given because the record reads the local-part (RFC 8601 §2.7.2).
    public static func spf(
        _ result: String, mailFrom: String, reason: String? = nil
    ) -> AuthenticationResults.Result {
        .init("spf", result, reason: reason, properties: [Property("smtp", "mailfrom", mailFrom)])
    }

    /// SPF of the HELO identity.
    public static func spf(
        _ result: String, helo: String, reason: String? = nil
    ) -> AuthenticationResults.Result {
        .init("spf", result, reason: reason, properties: [Property("smtp", "helo", helo)])
    }

    /// One DKIM signature. The first characters of `b=` tell it from others of the same domain and
    /// selector (RFC 6008).
    public static func dkim(
        _ result: String, signingDomain: DomainName? = nil, agentIdentifier: String? = nil,
        selector: String? = nil, algorithm: String? = nil, signature: String? = nil,
        reason: String? = nil
    ) -> AuthenticationResults.Result {
        let values = [
            ("d", signingDomain?.text), ("i", agentIdentifier), ("s", selector), ("a", algorithm),
            ("b", signature.map { String($0.prefix(8)) }),
        ]
        return .init(
            "dkim", result, reason: reason,
            properties: values.compactMap { name, value in
                value.map { Property("header", name, $0) }
            })
    }

    /// DMARC: the author domain, and the policy that applies (RFC 9989 §9).
    public static func dmarc(_ evaluation: DMARCEvaluation) -> AuthenticationResults.Result {
        var properties: [Property] = []
        if let domain = evaluation.authorDomain {
            properties.append(Property("header", "from", domain.text))
        }
        if let policy = evaluation.policy {
            properties.append(Property("policy", "dmarc", policy.applied.rawValue))
        }
        return .init(
            "dmarc", evaluation.result.rawValue, reason: evaluation.reason?.description,
            properties: properties)
    }

    /// The ARC chain (RFC 8617 §5.2).
    public static func arc(
        _ result: String, oldestPass: Int? = nil, remoteAddress: IPAddress? = nil,
        reason: String? = nil
    ) -> AuthenticationResults.Result {
        var properties: [Property] = []
        if let oldestPass { properties.append(Property("header", "oldest-pass", "\(oldestPass)")) }
        if let remoteAddress {
            properties.append(Property("smtp", "remote-ip", "\(remoteAddress)"))
        }
        return .init("arc", result, reason: reason, properties: properties)
    }

    /// The name of the client's address, and its way back (RFC 8601 §2.7.3).
    public static func iprev(
        _ result: String, address: IPAddress, reason: String? = nil
    ) -> AuthenticationResults.Result {
        .init(
            "iprev", result, reason: reason,
            properties: [Property("policy", "iprev", "\(address)")])
    }

    /// The AUTH command of the session (RFC 8601 §2.7.4).
    public static func auth(_ result: String, identity: String) -> AuthenticationResults.Result {
        .init("auth", result, properties: [Property("smtp", "auth", identity)])
    }
}
