import MailTypes

/// A signature and the hash that it is over, to be checked with the keys that a name holds
/// (RFC 6376 §6.1.2, §6.1.3).
struct KeyCheck {
    let algorithm: DKIMAlgorithm
    let signature: [UInt8]
    let hash: [UInt8]
    /// Whether `i=` is below `d=`, which a key with `t=s` does not allow.
    let isOfSubdomain: Bool
    let minimumKeySizeInBits: Int

    /// What came of it. Without a failure the key was used, and `signatureMatches` says the rest.
    struct Outcome {
        var key: DKIMKey?
        var signatureMatches: Bool?
        var failure: DKIMFailure?
    }

    /// Several records are nobody's promise (§3.6.2.2): the first that verifies counts, and if
    /// none does, the one that came furthest tells why.
    func outcome(with lookup: DKIMKeyLookup) -> Outcome {
        switch lookup {
        case .temporaryFailure(let reason): return Outcome(failure: .keyLookupFailed(reason))
        case .notFound: return Outcome(failure: .keyMissing)
        case .records(let records):
            return best(of: records.prefix(DKIMKeyLookup.recordLimit).lazy.map(DKIMKey.init))
        case .keys(let keys):
            return best(of: keys.prefix(DKIMKeyLookup.recordLimit))
        }
    }

    private func best(of keys: some Sequence<DKIMKey>) -> Outcome {
        var best: Outcome?
        for key in keys {
            let outcome = outcome(with: key)
            if outcome.signatureMatches == true { return outcome }
            if best == nil || best?.signatureMatches == nil && outcome.signatureMatches != nil {
                best = outcome
            }
        }
        return best ?? Outcome(failure: .keyMissing)
    }

    private func outcome(with key: DKIMKey) -> Outcome {
        var outcome = Outcome(key: key)
        do throws(DKIMFailure) {
            if let record = key.record { try check(record) }
            let publicKey = try key.publicKey.get()
            try check(publicKey)
            outcome.signatureMatches = publicKey.verify(signature, of: hash, algorithm)
        } catch {
            outcome.failure = error
        }
        return outcome
    }

    /// What the record says about its use.
    private func check(_ record: DKIMKeyRecord) throws(DKIMFailure) {
        guard !record.isRevoked else { throw DKIMFailure.keyRevoked }
        guard record.isForEmail else { throw DKIMFailure.keyNotForEmail }
        guard record.keyType == algorithm.keyType else { throw DKIMFailure.keyTypeMismatch }
        guard record.hashes?.contains(algorithm.hashName) ?? true else {
            throw DKIMFailure.keyForbidsHash
        }
        guard !record.isStrict || !isOfSubdomain else { throw DKIMFailure.keyForbidsSubdomain }
    }

    private func check(_ key: DKIMPublicKey) throws(DKIMFailure) {
        guard case .rsa(let key) = key else { return }
        guard key.sizeInBits >= minimumKeySizeInBits else {
            throw DKIMFailure.keyTooShort(key.sizeInBits)
        }
    }
}
