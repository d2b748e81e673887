public import MailTypes

/// A message whose signatures are read and whose parts are hashed: all that is left to do takes
/// keys and a clock.
public struct DKIMHashedMessage: Sendable {
    enum Signature: Sendable {
        case rejected(DKIMSignatureResult)
        case hashed(HashedSignature)
    }

    let signatures: [Signature]
    let rules: DKIMVerificationRules

    /// The names whose key records are needed, each once.
    public var keyNames: [DomainName] {
        var names: [DomainName] = []
        for case .hashed(let hashed) in signatures
        where !names.contains(hashed.signature.keyName) {
            names.append(hashed.signature.keyName)
        }
        return names
    }

    /// Looks up all keys at once and gives a result for each signature, from the topmost down.
    public func results(
        keys: some DKIMKeyProvider, now: UnixTime
    ) async -> [DKIMSignatureResult] {
        results(lookups: await keys.lookups(of: keyNames), now: now)
    }

    /// The same with lookups made before; a name that is not among them has no key.
    public func results(
        lookups: [DomainName: DKIMKeyLookup], now: UnixTime
    ) -> [DKIMSignatureResult] {
        signatures.map { signature in
            switch signature {
            case .rejected(let result):
                return result
            case .hashed(let hashed):
                var result = hashed.result(
                    with: lookups[hashed.signature.keyName] ?? .notFound, rules: rules, now: now)
                result.agentIdentifier = hashed.signature.agentIdentifier
                return result
            }
        }
    }
}
