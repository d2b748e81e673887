public import MailTypes

/// A message whose ARC sets are read and hashed: all that is left to do takes keys and a clock.
public struct ARCHashedMessage: Sendable {
    struct Set: Sendable {
        let instance: Int
        let payload: [UInt8]
        let messageSignature: DKIMHashedMessage.Signature
        let seal: Seal
    }

    enum Seal: Sendable {
        case rejected(DKIMFailure)
        case hashed(ARCSeal, [UInt8])
    }

    let sets: [Set]
    let chain: ARCChain
    let rules: DKIMVerificationRules

    /// The names whose key records are needed, each once; none where the structure is broken.
    public var keyNames: [DomainName] {
        var names: [DomainName] = []
        func add(_ name: DomainName) {
            if !names.contains(name) { names.append(name) }
        }
        for set in sets {
            if case .hashed(let hashed) = set.messageSignature { add(hashed.signature.keyName) }
            if case .hashed(let seal, _) = set.seal { add(seal.keyName) }
        }
        return names
    }

    /// Looks up all keys at once and checks the chain.
    public func evaluation(keys: some DKIMKeyProvider, now: UnixTime) async -> ARCEvaluation {
        evaluation(lookups: await keys.lookups(of: keyNames), now: now)
    }

    /// The same with lookups made before; a name that is not among them has no key.
    public func evaluation(
        lookups: [DomainName: DKIMKeyLookup], now: UnixTime
    ) -> ARCEvaluation {
        let checked = sets.map { set in
            ARCSet(
                instance: set.instance, authenticationResults: set.payload,
                messageSignature: result(of: set.messageSignature, lookups, now),
                seal: result(of: set.seal, lookups))
        }
        var evaluation = ARCEvaluation(
            result: result(of: checked), sets: checked, oldestPass: nil,
            highestInstance: chain.highestInstance, isSealedAsFailed: chain.isSealedAsFailed)
        if evaluation.isPass {
            let failed = checked.last { !$0.messageSignature.isPass }
            evaluation.oldestPass = failed.map { $0.instance + 1 } ?? 0
        }
        return evaluation
    }

    private func result(
        of signature: DKIMHashedMessage.Signature, _ lookups: [DomainName: DKIMKeyLookup],
        _ now: UnixTime
    ) -> DKIMSignatureResult {
        switch signature {
        case .rejected(let result): result
        case .hashed(let hashed):
            hashed.result(
                with: lookups[hashed.signature.keyName] ?? .notFound, rules: rules, now: now)
        }
    }

    private func result(
        of seal: Seal, _ lookups: [DomainName: DKIMKeyLookup]
    ) -> ARCSealResult {
        switch seal {
        case .rejected(let failure):
            return ARCSealResult(verdict: failure.verdict)
        case .hashed(let seal, let hash):
            let outcome = KeyCheck(
                algorithm: seal.algorithm, signature: seal.signature, hash: hash,
                isOfSubdomain: false, minimumKeySizeInBits: rules.minimumKeySizeInBits
            ).outcome(with: lookups[seal.keyName] ?? .notFound)
            let failure =
                outcome.failure ?? (outcome.signatureMatches == true ? nil : .signatureMismatch)
            return ARCSealResult(
                verdict: failure?.verdict ?? .pass, seal: seal, key: outcome.key, hash: hash)
        }
    }

    /// RFC 8617 §5.2. Of several failures one for good counts before one that may pass.
    private func result(of sets: [ARCSet]) -> ARCEvaluation.Result {
        if let (reason, instance) = chain.failure { return .fail(reason, instance: instance) }
        guard let newest = sets.last else { return .none }
        var failures: [(reason: ARCFailure, instance: Int)] = []
        if let failure = newest.messageSignature.verdict.failure {
            failures.append((.messageSignature(failure), newest.instance))
        }
        for set in sets.reversed() {
            if let failure = set.seal.verdict.failure {
                failures.append((.seal(failure), set.instance))
            }
        }
        guard let counted = failures.first(where: { !$0.reason.isTemporary }) ?? failures.first
        else { return .pass }
        return .fail(counted.reason, instance: counted.instance)
    }
}
