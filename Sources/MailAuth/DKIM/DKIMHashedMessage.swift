public import MailTypes

/// A message whose signatures are read and whose parts are hashed: all that is left to do takes
/// keys and a clock.
public struct DKIMHashedMessage: Sendable {
    enum Signature: Sendable {
        case rejected(DKIMSignatureResult)
        case hashed(
            DKIMSignature, result: DKIMSignatureResult, headerHash: [UInt8], bodyHash: [UInt8],
            bodyLength: UInt64)
    }

    let signatures: [Signature]
    let rules: DKIMVerificationRules

    /// The names whose key records are needed, each once.
    public var keyNames: [DomainName] {
        var names: [DomainName] = []
        for case .hashed(let signature, _, _, _, _) in signatures
        where !names.contains(signature.keyName) {
            names.append(signature.keyName)
        }
        return names
    }

    /// Looks up all keys at once and gives a result for each signature, from the topmost down.
    public func results(
        keys: some DKIMKeyProvider, now: UnixTime
    ) async -> [DKIMSignatureResult] {
        let lookups = await withTaskGroup(of: (DomainName, DKIMKeyLookup).self) { group in
            for name in keyNames {
                group.addTask { (name, await keys.keyRecords(for: name)) }
            }
            var lookups: [DomainName: DKIMKeyLookup] = [:]
            for await (name, lookup) in group { lookups[name] = lookup }
            return lookups
        }
        return results(lookups: lookups, now: now)
    }

    /// The same with lookups made before; a name that is not among them has no key.
    public func results(
        lookups: [DomainName: DKIMKeyLookup], now: UnixTime
    ) -> [DKIMSignatureResult] {
        signatures.map { signature in
            switch signature {
            case .rejected(let result):
                return result
            case .hashed(let signature, let result, let headerHash, let bodyHash, let length):
                let evaluation = DKIMEvaluation(
                    signature: signature, headerHash: headerHash, bodyHash: bodyHash,
                    bodyLength: length, rules: rules, now: now)
                return evaluation.result(
                    result, with: lookups[signature.keyName] ?? .notFound)
            }
        }
    }
}

/// One signature with everything that judging it takes (RFC 6376 §6.1).
private struct DKIMEvaluation {
    let signature: DKIMSignature
    let headerHash: [UInt8]
    let bodyHash: [UInt8]
    let bodyLength: UInt64
    let rules: DKIMVerificationRules
    let now: UnixTime

    func result(
        _ described: DKIMSignatureResult, with lookup: DKIMKeyLookup
    ) -> DKIMSignatureResult {
        var described = described
        described.bodyHashMatches = equalInConstantTime(bodyHash, signature.bodyHash)
        switch lookup {
        case .temporaryFailure(let reason):
            described.verdict = DKIMFailure.keyLookupFailed(reason).verdict
            return described
        case .notFound, .records([]):
            described.verdict = DKIMFailure.keyMissing.verdict
            return described
        case .records(let records):
            return best(of: records.prefix(Self.recordLimit), described)
        }
    }

    /// Most records that are tried at one name; there should be one.
    private static let recordLimit = 4

    /// Several records are nobody's promise (§3.6.2.2): the first that verifies counts, and if
    /// none does, the one that came furthest tells why.
    private func best(
        of records: ArraySlice<[UInt8]>, _ described: DKIMSignatureResult
    ) -> DKIMSignatureResult {
        var best: DKIMSignatureResult?
        for record in records {
            let result = result(described, with: record)
            if result.isPass { return result }
            if best?.signatureMatches == nil, result.signatureMatches != nil || best == nil {
                best = result
            }
        }
        return best ?? described
    }

    private func result(
        _ described: DKIMSignatureResult, with text: [UInt8]
    ) -> DKIMSignatureResult {
        var result = described
        do {
            let record = try DKIMKeyRecord(parsing: text)
            result.isTesting = record.isTesting
            try check(record)
            let key = try record.publicKey()
            if case .rsa(let key) = key { result.keySizeInBits = key.sizeInBits }
            try check(key)
            result.signatureMatches = key.verify(
                signature.signature, of: headerHash, signature.algorithm)
            try conclude(result)
            result.verdict = .pass
        } catch {
            result.verdict = error.verdict
        }
        return result
    }

    /// What the record says about its use (§6.1.2).
    private func check(_ record: DKIMKeyRecord) throws(DKIMFailure) {
        guard !record.isRevoked else { throw DKIMFailure.keyRevoked }
        guard record.isForEmail else { throw DKIMFailure.keyNotForEmail }
        guard record.keyType == signature.algorithm.keyType else {
            throw DKIMFailure.keyTypeMismatch
        }
        guard record.hashes?.contains(signature.algorithm.hashName) ?? true else {
            throw DKIMFailure.keyForbidsHash
        }
        guard !record.isStrict || signature.agentIdentifier.domain == signature.signingDomain
        else { throw DKIMFailure.keyForbidsSubdomain }
    }

    private func check(_ key: DKIMPublicKey) throws(DKIMFailure) {
        guard case .rsa(let key) = key else { return }
        guard key.sizeInBits >= rules.minimumKeySizeInBits else {
            throw DKIMFailure.keyTooShort(key.sizeInBits)
        }
    }

    private func conclude(_ result: DKIMSignatureResult) throws(DKIMFailure) {
        if let length = signature.bodyLength, length > bodyLength {
            throw DKIMFailure.bodyShorterThanSigned
        }
        guard result.bodyHashMatches == true else { throw DKIMFailure.bodyHashMismatch }
        guard result.signatureMatches == true else { throw DKIMFailure.signatureMismatch }
        if let expiration = signature.expiration, expiration < now - rules.clockSkew {
            throw DKIMFailure.expired(expiration)
        }
        if let length = signature.bodyLength, length < bodyLength {
            throw DKIMFailure.unsignedBodyTail
        }
    }
}
