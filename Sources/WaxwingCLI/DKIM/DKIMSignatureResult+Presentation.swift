import JSONText
import MailAuth
import MailTypes

extension DKIMSignatureResult {
    /// The signature, and what was found at each step of checking it.
    var step: EvaluationStep {
        let domain = signingDomain?.text ?? "?"
        let selector = selector?.text ?? "?"
        let reason = verdict.failure.map { ": \($0)" } ?? ""
        return EvaluationStep(
            "DKIM-Signature d=\(domain) s=\(selector)", verdict.word + reason, tone: verdict.tone,
            steps: [signingStep, keyStep, bodyStep, fieldsStep, testingStep].compactMap(\.self))
    }

    private var signingStep: EvaluationStep? {
        guard let signature else { return nil }
        var outcome =
            "\(signature.algorithm.rawValue), \(signature.headerCanonicalization.rawValue)/"
            + signature.bodyCanonicalization.rawValue
        if let time = signature.timestamp { outcome += ", at \(time.readable)" }
        if let time = signature.expiration { outcome += ", until \(time.readable)" }
        return EvaluationStep("signed for \(signature.agentIdentifier)", outcome)
    }

    private var keyStep: EvaluationStep? {
        guard let name = signature?.keyName else { return nil }
        return keySizeInBits.map { EvaluationStep("key \(name)", "RSA, \($0) bits") }
            ?? EvaluationStep("key \(name)")
    }

    private var bodyStep: EvaluationStep? {
        bodyHashMatches.map { matches in
            let part = signature?.bodyLength.map { "first \($0) bytes of the body" } ?? "body"
            return EvaluationStep(
                part, matches ? "as signed" : "not as signed", tone: matches ? .good : .bad)
        }
    }

    private var fieldsStep: EvaluationStep? {
        signatureMatches.map { matches in
            EvaluationStep(
                "fields \(signedNames.joined(separator: ", "))",
                matches ? "as signed" : "not as signed, or signed with another key",
                tone: matches ? .good : .bad)
        }
    }

    /// Each field once, whatever the number of its mentions.
    private var signedNames: [String] {
        var seen: Set<String> = []
        return (signature?.signedFields ?? []).filter { seen.insert($0.asciiLowercased).inserted }
    }

    private var testingStep: EvaluationStep? {
        guard isTesting else { return nil }
        return EvaluationStep(
            "t=y in the key record", "the domain is testing: count the message as not signed",
            tone: .unsure)
    }

    /// For programs.
    var document: Document {
        .members([
            "result": .string(verdict.word),
            "reason": .text(verdict.failure),
            "domain": .text(signingDomain),
            "selector": .text(selector),
            "identity": .text(agentIdentifier),
            "algorithm": .text(algorithmName),
            "canonicalization": .text(
                signature.map {
                    "\($0.headerCanonicalization.rawValue)/\($0.bodyCanonicalization.rawValue)"
                }),
            "signedFields": signature.map { .texts($0.signedFields) },
            "timestamp": .time(signature?.timestamp),
            "expiration": .time(signature?.expiration),
            "bodyLength": .text(signature?.bodyLength),
            "keySize": .number(keySizeInBits),
            "bodyHashMatches": .flag(bodyHashMatches),
            "signatureMatches": .flag(signatureMatches),
            "testing": .flag(isTesting),
            "signaturePrefix": .text(signaturePrefix),
        ])
    }
}

extension DKIMVerdict {
    var tone: EvaluationStep.Tone {
        switch self {
        case .pass: .good
        case .fail, .policy, .permanentError: .bad
        case .neutral, .temporaryError: .unsure
        }
    }
}
