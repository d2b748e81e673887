import MailTypes

extension DKIMSignatureResult {
    /// How the verdict came about: the tags, the key, the two hashes.
    public var step: EvaluationStep { step(named: "DKIM-Signature") }

    /// - Parameter name: the field's; ARC-Message-Signature is checked in the same way.
    func step(named name: String) -> EvaluationStep {
        var steps: [EvaluationStep] = []
        if let signature { steps += signature.steps }
        if let name = signature?.keyName, let key { steps.append(key.step(at: name)) }
        if let signature, let matches = bodyHashMatches, let bodyHash {
            let length = signature.bodyLength.map { "; the first \($0) bytes are signed" } ?? ""
            steps.append(
                EvaluationStep(
                    "bh=\(Base64.encode(signature.bodyHash))",
                    (matches
                        ? "matches the body" : "the body has \(Base64.encode(bodyHash))") + length,
                    tone: matches ? .good : .bad))
        }
        if let matches = signatureMatches, let headerHash {
            steps.append(
                EvaluationStep(
                    "b=\(signaturePrefix ?? "")…",
                    (matches ? "holds over" : "does not hold over")
                        + " the header hash \(Base64.encode(headerHash))",
                    tone: matches ? .good : .bad))
        }
        if isTesting {
            steps.append(
                EvaluationStep("t=y", "the domain is testing: as if not signed", tone: .unsure))
        }
        let place = [signingDomain.map { "d=\($0)" }, selector.map { "s=\($0)" }]
            .compactMap(\.self).joined(separator: " ")
        return EvaluationStep(
            place.isEmpty ? name : "\(name) \(place)", verdict.outcome, tone: verdict.tone,
            steps: steps)
    }
}

extension DKIMSignature {
    /// The tags that matter to a reader.
    fileprivate var steps: [EvaluationStep] {
        var steps = [
            EvaluationStep("a=\(algorithm.rawValue)"),
            EvaluationStep(
                "c=\(headerCanonicalization.rawValue)/\(bodyCanonicalization.rawValue)"),
            EvaluationStep("h=\(signedFields.joined(separator: ":"))"),
        ]
        if agentIdentifier != DKIMAgentIdentifier(domain: signingDomain) {
            steps.append(EvaluationStep("i=\(agentIdentifier)"))
        }
        if let timestamp {
            steps.append(EvaluationStep("t=\(timestamp.seconds)", timestamp.iso8601))
        }
        if let expiration {
            steps.append(EvaluationStep("x=\(expiration.seconds)", expiration.iso8601))
        }
        return steps
    }
}

extension DKIMKey {
    /// The record, and what kind of key is in it.
    func step(at name: DomainName) -> EvaluationStep {
        let record = EvaluationStep(String(excerpting: text))
        switch publicKey {
        case .success(.rsa(let key)):
            return EvaluationStep(
                "TXT \(name)", "RSA key of \(key.sizeInBits) bits", steps: [record])
        case .success(.ed25519):
            return EvaluationStep("TXT \(name)", "Ed25519 key", steps: [record])
        case .failure(let failure):
            return EvaluationStep(
                "TXT \(name)", failure.description, tone: .bad, steps: [record])
        }
    }
}

extension DKIMVerdict {
    /// The word, and why it is no pass.
    var outcome: String { failure.map { "\(word): \($0)" } ?? word }

    var tone: EvaluationStep.Tone {
        switch self {
        case .pass: .good
        case .fail, .permanentError: .bad
        case .policy, .neutral, .temporaryError: .unsure
        }
    }
}

extension DKIMExplanation {
    /// The same with what was changed since the message was signed.
    public var step: EvaluationStep {
        var step = result.step
        for sentence in diagnosis?.sentences ?? [] {
            step.steps.append(EvaluationStep(sentence, tone: .bad))
        }
        return step
    }
}
