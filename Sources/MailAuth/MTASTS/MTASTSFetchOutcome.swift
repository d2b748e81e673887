public import MailTypes

/// What came of fetching a policy file.
public enum MTASTSFetchOutcome: Equatable, Sendable {
    case policy(MTASTSPolicy)
    case failed(MTASTSFetchFailure)

    /// Judges the answer of the policy host (RFC 8461 §3.3). Whoever fetched it saw to the rest: the
    /// certificate is valid for `mta-sts.<domain>` by DNS-ID, redirects were not followed and no
    /// cache was asked.
    /// - Parameter body: all of it, or what came before the fetch was cut off beyond
    ///   ``MTASTSPolicy/sizeInBytesLimit``.
    public init(status: Int, contentType: String?, body: [UInt8]) {
        guard status == 200 else {
            self = .failed(.status(status))
            return
        }
        // Hosts that let anybody store pages are not taken for policy hosts. Without a type there is
        // no page either.
        let mediaType = (contentType ?? "text/plain").split(separator: ";").first ?? ""
        guard String(mediaType).trimmedASCII.equalsIgnoringCase("text/plain") else {
            self = .failed(.mediaType(contentType ?? ""))
            return
        }
        guard body.count <= MTASTSPolicy.sizeInBytesLimit else {
            self = .failed(.tooLarge)
            return
        }
        do {
            self = .policy(try MTASTSPolicy(parsing: body))
        } catch {
            self = .failed(.syntax(error))
        }
    }
}

/// Why there is no policy, although a record announces one.
public enum MTASTSFetchFailure: Error, Equatable, Sendable {
    /// The policy host was not reached, or did not answer in time.
    case unreachable(reason: String)
    /// Its certificate does not hold for its name.
    case certificate(reason: String)
    /// Redirects among them, which must not be followed.
    case status(Int)
    case mediaType(String)
    case tooLarge
    case syntax(SyntaxError)

    /// The word for TLS reports (RFC 8460 §4.3.2.2).
    public var resultType: String {
        switch self {
        case .unreachable, .status, .mediaType, .tooLarge: "sts-policy-fetch-error"
        case .certificate: "sts-webpki-invalid"
        case .syntax: "sts-policy-invalid"
        }
    }
}

extension MTASTSFetchFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreachable(let reason): "the policy host was not reached: \(reason)"
        case .certificate(let reason): "the policy host's certificate does not hold: \(reason)"
        case .status(let status): "the policy host answered with status \(status)"
        case .mediaType(let type): "the policy is “\(type)”, not text/plain"
        case .tooLarge: "the policy is larger than 64 KiB"
        case .syntax(let error): "the policy is malformed: \(error)"
        }
    }
}

extension String {
    fileprivate var trimmedASCII: String {
        String(decoding: Array(utf8)[...].trimmingFoldingWhitespace, as: UTF8.self)
    }
}
