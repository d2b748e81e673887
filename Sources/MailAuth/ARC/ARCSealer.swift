public import MailTypes

/// Adds an ARC set to messages that are handed on (RFC 8617 §5.1).
///
///     let sealer = ARCSealer(
///         signingDomain: DomainName("example.com"), selector: DomainName("s1"), key: .rsa(key))
///     let chain = await ARCVerifier().verify(received, keys: keys, now: now)
///     if case .sealed(let fields) = try sealer.seal(
///         changed[...], chain: chain, authenticationResults: payload, at: now) {
///         changed = fields + changed
///     }
public struct ARCSealer: Sendable {
    /// What the ARC-Message-Signature covers.
    public enum SignedFields: Equatable, Sendable {
        /// Fields where a message has them, as a DKIM signer picks them.
        case chosen(DKIMSignedFields)
        /// These mentions, whatever the message has.
        case exactly([String])
    }

    /// In which order the tags are written. It makes no difference to who reads them.
    public enum TagOrder: Sendable {
        /// `i=` first, as the grammar of RFC 8617 §4.1 has it, and `b=` last.
        case instanceFirst
        case alphabetical
    }

    public var signingDomain: DomainName  // d=
    public var selector: DomainName  // s=
    public var key: DKIMPrivateKey
    public var bodyCanonicalization = DKIMCanonicalization.relaxed
    public var signedFields = SignedFields.chosen(.sealed)
    public var tagOrder = TagOrder.instanceFirst
    /// Where lines are folded, in characters. A seal covers how the signature before it is folded.
    public var lineLengthLimit = 78

    public init(signingDomain: DomainName, selector: DomainName, key: DKIMPrivateKey) {
        self.signingDomain = signingDomain
        self.selector = selector
        self.key = key
    }

    /// The three fields of the next set, seal on top, each with its CRLF: put them in front.
    ///
    /// - Parameters:
    ///   - message: as it will go out, other signatures included, with CRLF line ends.
    ///   - chain: what checking the message showed when it came in.
    ///   - authenticationResults: what this ADMD found (`authres-payload`): its authserv-id, and
    ///     the results; see ``ARCAuthenticationResults``. White space in it is written anew.
    public func seal(
        _ message: ArraySlice<UInt8>, chain: ARCEvaluation, authenticationResults: [UInt8],
        at time: UnixTime
    ) throws(DKIMSigningError) -> ARCSealing {
        let (fields, bodyStart) = HeaderFieldScanner.scan(message)
        let hasher = DKIMBodyHasher(canonicalization: bodyCanonicalization)
        hasher.update(message[bodyStart...])
        return try seal(
            HeaderFieldTable(fields), bodyHash: hasher.finish(), chain: chain,
            authenticationResults: authenticationResults, at: time)
    }

    /// The same for a header section whose body was hashed before, as ``DKIMBodyHasher`` does.
    public func seal(
        headerSection: ArraySlice<UInt8>, bodyHash: SHA256Digest, chain: ARCEvaluation,
        authenticationResults: [UInt8], at time: UnixTime
    ) throws(DKIMSigningError) -> ARCSealing {
        try seal(
            HeaderFieldTable(HeaderFieldScanner.scan(headerSection).fields), bodyHash: bodyHash,
            chain: chain, authenticationResults: authenticationResults, at: time)
    }

    private func seal(
        _ table: HeaderFieldTable, bodyHash: SHA256Digest, chain: ARCEvaluation,
        authenticationResults: [UInt8], at time: UnixTime
    ) throws(DKIMSigningError) -> ARCSealing {
        let found = ARCChain(table)
        guard !chain.isSealedAsFailed, !found.isSealedAsFailed else {
            return .notSealed(.sealedAsFailed)
        }
        if let failure = chain.failure, failure.isTemporary { return .notSealed(.keyUnknown) }
        let instance = max(found.highestInstance, chain.highestInstance) + 1
        guard instance <= ARCInstance.limit else { return .notSealed(.tooManySets) }
        // Sets that are gone or were broken since: what was sealed is no longer there.
        let isWhole = found.failure == nil && found.highestInstance == chain.highestInstance
        let status = isWhole ? chain.status : .fail
        let set = ARCSetWriter(sealer: self, instance: instance, time: time)
        let results = set.authenticationResults(authenticationResults)
        let messageSignature = try set.messageSignature(over: table, bodyHash: bodyHash)
        let seal = try set.seal(
            over: status == .fail ? [] : found.sets, in: table, status: status,
            results: results, messageSignature: messageSignature)
        return .sealed(seal + messageSignature + results)
    }
}

/// What came of sealing a message.
public enum ARCSealing: Equatable, Sendable {
    /// The new fields.
    case sealed([UInt8])
    case notSealed(Reason)

    public enum Reason: Equatable, Sendable {
        /// The newest seal says `cv=fail`; nothing may follow it (RFC 8617 §5.1 step 2).
        case sealedAsFailed
        /// A key could not be looked up. To seal the chain as failed would be for good, and it
        /// may well hold.
        case keyUnknown
        /// The chain has 50 sets already.
        case tooManySets
    }
}

extension DKIMSignedFields {
    /// What an ARC-Message-Signature covers by default: what a DKIM signature does, and the DKIM
    /// signatures that are there (RFC 8617 §4.1.2).
    public static let sealed = DKIMSignedFields(
        checked: ["DKIM-Signature"] + DKIMSignedFields.standard.names,
        oversigned: DKIMSignedFields.standard.oversigned)
}
