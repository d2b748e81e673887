import MailTypes

/// What authenticates a message, and what does not.
public struct MessageEvaluation: Equatable, Sendable {
    public var origin: MessageOrigin
    /// Nil where the client's address is not known.
    public var reverseDNS: ReverseDNSCheck?
    /// SPF of the HELO identity, which DMARC does not use.
    public var helo: SPFEvaluation?
    /// SPF of the MAIL FROM identity; nil where address or reverse-path are not known.
    public var spf: SPFEvaluation?
    /// One for each DKIM-Signature field, from the topmost down.
    public var dkim: [DKIMExplanation]
    public var arc: ARCEvaluation
    public var dmarc: DMARCEvaluation

    /// The evaluation as a tree, one step for each mechanism.
    public var steps: [EvaluationStep] {
        var steps: [EvaluationStep] = []
        if let reverseDNS { steps.append(reverseDNS.step) }
        if let helo { steps.append(helo.step) }
        if let spf {
            steps.append(spf.step)
        } else {
            steps.append(
                EvaluationStep(
                    "SPF", "not evaluated: the client's address or the return path is not known",
                    tone: .unsure))
        }
        steps += dkim.map(\.step)
        if dkim.isEmpty { steps.append(EvaluationStep("DKIM", "no signature", tone: .unsure)) }
        if arc.status != .none { steps.append(arc.step) }
        steps.append(dmarc.step)
        return steps
    }

    /// The field that tells the next hop (RFC 8601).
    ///
    /// SPF names the domain only (§2.7.2): an address would tell more than the check used.
    public func authenticationResults(authservID: String) -> AuthenticationResults {
        var results: [AuthenticationResults.Result] = []
        if let reverseDNS {
            results.append(.iprev(reverseDNS.result.word, address: reverseDNS.address))
        }
        if let helo { results.append(.spf(helo.result.word, helo: helo.request.domain)) }
        if let spf {
            results.append(
                .spf(
                    spf.result.word, mailFrom: spf.request.domain,
                    reason: spf.problem?.description))
        }
        results += dkim.map { AuthenticationResults.Result($0.result) }
        if dkim.isEmpty { results.append(.dkim("none")) }
        if arc.status != .none {
            results.append(
                .arc(
                    arc.status.rawValue, oldestPass: arc.oldestPass,
                    remoteAddress: origin.clientAddress, reason: arc.failure?.description))
        }
        results.append(.dmarc(dmarc))
        return AuthenticationResults(authservID: authservID, results: results)
    }
}

extension AuthenticationResults.Result {
    /// What became of one signature.
    public init(_ signature: DKIMSignatureResult) {
        self = .dkim(
            signature.verdict.word, signingDomain: signature.signingDomain,
            agentIdentifier: signature.agentIdentifier?.encoded,
            selector: signature.selector?.text, algorithm: signature.algorithmName,
            signature: signature.signaturePrefix, reason: signature.verdict.failure?.description)
    }
}
