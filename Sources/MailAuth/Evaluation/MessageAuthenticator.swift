public import DNS
public import MailTypes

/// What a receiver knows of the SMTP session that a message came in; nil is “not known”, as for a
/// message from a file.
public struct MessageOrigin: Equatable, Sendable {
    public var clientAddress: IPAddress?
    public var helo: String?
    public var reversePath: ReversePath?

    public init(
        clientAddress: IPAddress? = nil, helo: String? = nil, reversePath: ReversePath? = nil
    ) {
        self.clientAddress = clientAddress
        self.helo = helo
        self.reversePath = reversePath
    }
}

/// Evaluates everything that authenticates a message: iprev, SPF, DKIM, ARC, and DMARC over them.
///
///     let authenticator = MessageAuthenticator()
///     let evaluation = await authenticator.evaluate(
///         message, from: MessageOrigin(clientAddress: address, helo: helo, reversePath: path),
///         resolver: resolver, now: now)
///     let field = evaluation.authenticationResults(authservID: "mx.example.net").field
public struct MessageAuthenticator: Sendable {
    public var spf: SPFEvaluator
    public var dkimRules: DKIMVerificationRules
    public var dmarc: DMARCEvaluator
    /// Looks for what was changed where a signature fails, which takes longer: for people who ask.
    public var explainsFailures: Bool

    public init(
        spf: SPFEvaluator = SPFEvaluator(), dkimRules: DKIMVerificationRules = .init(),
        dmarc: DMARCEvaluator = DMARCEvaluator(), explainsFailures: Bool = false
    ) {
        self.spf = spf
        self.dkimRules = dkimRules
        self.dmarc = dmarc
        self.explainsFailures = explainsFailures
    }

    /// - Parameter message: header section, empty line and body, with CRLF line ends.
    public func evaluate(
        _ message: ArraySlice<UInt8>, from origin: MessageOrigin, resolver: some Resolver,
        now: UnixTime
    ) async -> MessageEvaluation {
        await evaluate(
            message, from: origin, resolver: resolver, keys: ResolverDKIMKeys(resolver), now: now)
    }

    /// The same with keys from elsewhere, such as a cache.
    public func evaluate(
        _ message: ArraySlice<UInt8>, from origin: MessageOrigin, resolver: some Resolver,
        keys: some DKIMKeyProvider, now: UnixTime
    ) async -> MessageEvaluation {
        async let client = client(origin, resolver: resolver, now: now)
        let hashed = MessageHashing.hash(message, rules: dkimRules)
        async let chain = hashed.arc.evaluation(keys: keys, now: now)
        let explanations =
            explainsFailures
            ? await DKIMVerifier(rules: dkimRules).explain(message, keys: keys, now: now)
            : await hashed.dkim.results(keys: keys, now: now).map {
                DKIMExplanation(result: $0, diagnosis: nil)
            }
        let (reverse, helo, mailFrom) = await client
        let authors = DMARCAuthors(fromFields: Self.fromFields(message))
        let policy = await dmarc.evaluate(
            authors: authors, spf: mailFrom.flatMap(DMARCEvaluator.SPFInput.init),
            dkim: explanations.compactMap { DMARCEvaluator.DKIMInput($0.result) },
            resolver: resolver)
        return MessageEvaluation(
            origin: origin, reverseDNS: reverse, helo: helo, spf: mailFrom,
            dkim: explanations, arc: await chain, dmarc: policy)
    }

    private func client(
        _ origin: MessageOrigin, resolver: some Resolver, now: UnixTime
    ) async -> (ReverseDNSCheck?, SPFEvaluation?, SPFEvaluation?) {
        guard let address = origin.clientAddress else { return (nil, nil, nil) }
        async let reverse = ReverseDNSCheck.check(address, resolver: resolver)
        var helo: SPFEvaluation?
        if let name = origin.helo {
            helo = await spf.check(
                SPFRequest(helo: name, address: address), resolver: resolver, now: now)
        }
        var mailFrom: SPFEvaluation?
        if let path = origin.reversePath {
            let request = SPFRequest(
                reversePath: path, helo: origin.helo ?? "unknown", address: address)
            mailFrom = await spf.check(request, resolver: resolver, now: now)
        }
        return (await reverse, helo, mailFrom)
    }

    private static func fromFields(_ message: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        HeaderFieldScanner.scan(message).fields.filter {
            $0.name.equalsIgnoringCase("from")
        }.map(\.value)
    }
}

extension DMARCEvaluator.SPFInput {
    /// What DMARC takes from a check; nil when it was about no domain.
    init?(_ evaluation: SPFEvaluation) {
        guard let result = DMARCMechanismResult(rawValue: evaluation.result.word),
            let domain = try? DomainName(parsing: evaluation.request.domain)
        else { return nil }
        self.init(result, domain: domain)
    }
}

extension DMARCEvaluator.DKIMInput {
    init?(_ signature: DKIMSignatureResult) {
        guard let result = DMARCMechanismResult(rawValue: signature.verdict.word),
            let domain = signature.signingDomain
        else { return nil }
        // RFC 6376 §3.6.1 would have a key under test (t=y) count as no signature. Receivers count
        // what passes all the same, and senders who forgot the flag rely on it.
        self.init(result, domain: domain, selector: signature.selector?.text)
    }
}
