public import MailTypes

/// What became of one DKIM-Signature field and, where its hashes are wrong, what was changed.
public struct DKIMExplanation: Equatable, Sendable {
    public var result: DKIMSignatureResult
    /// Nil where neither the body's nor the header's hash is at fault.
    public var diagnosis: DKIMDiagnosis?
}

extension DKIMVerifier {
    /// Checks the signatures of a message, and looks for what was done to it where one fails.
    ///
    /// This takes far longer than ``verify(_:keys:now:)`` and is meant for a person who asks; its
    /// work has bounds, whatever the message.
    public func explain(
        _ message: ArraySlice<UInt8>, keys: some DKIMKeyProvider, now: UnixTime
    ) async -> [DKIMExplanation] {
        let hashed = hash(message)
        return explain(
            message, hashed, lookups: await keys.lookups(of: hashed.keyNames), now: now)
    }

    /// The same with lookups made before; a name that is not among them has no key.
    public func explain(
        _ message: ArraySlice<UInt8>, lookups: [DomainName: DKIMKeyLookup], now: UnixTime
    ) -> [DKIMExplanation] {
        explain(message, hash(message), lookups: lookups, now: now)
    }

    private func explain(
        _ message: ArraySlice<UInt8>, _ hashed: DKIMHashedMessage,
        lookups: [DomainName: DKIMKeyLookup], now: UnixTime
    ) -> [DKIMExplanation] {
        let results = hashed.results(lookups: lookups, now: now)
        let (fields, bodyStart) = HeaderFieldScanner.scan(message)
        let table = HeaderFieldTable(fields)
        return zip(hashed.signatures, results).map { signature, result in
            guard case .hashed(let hashed) = signature else {
                return DKIMExplanation(result: result)
            }
            return DKIMExplanation(
                result: result,
                diagnosis: hashed.diagnosis(
                    of: result, table: table, body: message[bodyStart...]))
        }
    }
}

extension HashedSignature {
    /// What was changed since the signature was made; nil when nothing was.
    func diagnosis(
        of result: DKIMSignatureResult, table: HeaderFieldTable, body: ArraySlice<UInt8>
    ) -> DKIMDiagnosis? {
        var findings: [DKIMDiagnosis.Finding] = []
        if result.signatureMatches == false, let key = try? result.key?.publicKey.get() {
            findings += headerFindings(key, table)
        }
        if result.bodyHashMatches == false {
            var search = DKIMBodySearch(signature: signature, body: body, fields: table)
            findings.append(search.find().map { .body($0) } ?? .unknownBody)
        }
        return findings.isEmpty ? nil : DKIMDiagnosis(findings: findings)
    }

    private func headerFindings(
        _ key: DKIMPublicKey, _ table: HeaderFieldTable
    ) -> [DKIMDiagnosis.Finding] {
        let goal: DKIMHeaderSearch.Goal
        switch key {
        case .rsa(let key):
            // The padding tells whether this key made the signature, and the rest what it is over.
            switch key.recover(signature.signature) {
            case .unreadable: return [.otherKey]
            case .other: return [.otherHash]
            case .digest(_, let algorithm) where algorithm != signature.algorithm.digest:
                return [.otherHash]
            case .digest(let digest, _): goal = .digest(digest)
            }
        case .ed25519: goal = .signature(key)
        }
        guard let tags = try? TagList(parsing: table.fields[fieldIndex].value) else { return [] }
        var search = DKIMHeaderSearch(
            signature: signature, tags: tags, table: table, own: fieldIndex, goal: goal)
        if let findings = search.find(in: table) { return findings }
        if case .signature = goal { return [.unknownFieldOrKey] }
        return [.unknownField]
    }
}
