import MailTypes

/// A DKIM-Signature or ARC-Message-Signature that is read and whose message is hashed: what is left
/// to do takes a key and a clock (RFC 6376 §6.1).
struct HashedSignature: Sendable {
    let signature: DKIMSignature
    /// The first characters of its `b=`.
    let prefix: String?
    let headerHash: [UInt8]
    let bodyHash: BodyHashes.Hash
    /// Which of the message's fields it is.
    let fieldIndex: Int

    func result(
        with lookup: DKIMKeyLookup, rules: DKIMVerificationRules, now: UnixTime
    ) -> DKIMSignatureResult {
        let outcome = KeyCheck(
            algorithm: signature.algorithm, signature: signature.signature, hash: headerHash,
            isOfSubdomain: signature.agentIdentifier.domain != signature.signingDomain,
            minimumKeySizeInBits: rules.minimumKeySizeInBits
        ).outcome(with: lookup)
        var result = DKIMSignatureResult(describing: signature, prefix: prefix)
        result.headerHash = headerHash
        result.bodyHash = bodyHash.digest
        result.bodyHashMatches = bodyHash.digest == signature.bodyHash  // no secret in either
        result.signatureMatches = outcome.signatureMatches
        result.key = outcome.key
        do throws(DKIMFailure) {
            if let failure = outcome.failure { throw failure }
            try conclude(result, rules: rules, now: now)
            result.verdict = .pass
        } catch {
            result.verdict = error.verdict
        }
        return result
    }

    private func conclude(
        _ result: DKIMSignatureResult, rules: DKIMVerificationRules, now: UnixTime
    ) throws(DKIMFailure) {
        if let length = signature.bodyLength, length > bodyHash.length {
            throw DKIMFailure.bodyShorterThanSigned
        }
        guard result.bodyHashMatches == true else { throw DKIMFailure.bodyHashMismatch }
        guard result.signatureMatches == true else { throw DKIMFailure.signatureMismatch }
        if let expiration = signature.expiration, expiration < now - rules.clockSkew {
            throw DKIMFailure.expired(expiration)
        }
        if let length = signature.bodyLength, length < bodyHash.length {
            throw DKIMFailure.unsignedBodyTail
        }
    }
}
