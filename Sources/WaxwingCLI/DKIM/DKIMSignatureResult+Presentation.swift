import JSONText
import MailAuth
import MailTypes

extension DKIMSignatureResult {
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

extension DKIMExplanation {
    /// For programs.
    var document: Document {
        guard let diagnosis, case .object(let fields) = result.document else {
            return result.document
        }
        return .object(fields + [.init("diagnosis", .texts(diagnosis.sentences))])
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
