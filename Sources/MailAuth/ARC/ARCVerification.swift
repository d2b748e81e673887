import MailTypes

/// The hashing half of checking one message's ARC sets; see ``ARCVerifier`` and
/// ``MessageHashing``.
final class ARCVerification {
    private enum MessageSignature {
        case rejected(DKIMSignatureResult)
        case accepted(
            DKIMSignature, prefix: String?, headerHash: [UInt8], body: Int)
    }

    private let chain: ARCChain
    private let rules: DKIMVerificationRules
    private let table: HeaderFieldTable
    /// From the first set on.
    private var messageSignatures: [MessageSignature] = []
    private var seals: [ARCHashedMessage.Seal] = []

    /// - Parameter bodies: where the hashes of the body are put in order, for this and for others.
    init(table: HeaderFieldTable, rules: DKIMVerificationRules, bodies: BodyHashes) {
        self.table = table
        self.rules = rules
        chain = ARCChain(table)
        // The newest first: should there be too many kinds of body hash, it is the one that counts.
        for set in chain.sets.reversed() {
            messageSignatures.append(messageSignature(of: set, bodies))
        }
        messageSignatures.reverse()
        hashSeals()
    }

    /// - Parameter hashes: what the hashes of the body came to.
    func hashedMessage(_ hashes: [BodyHashes.Hash]) -> ARCHashedMessage {
        let sets = zip(chain.sets, zip(messageSignatures, seals)).map { set, fields in
            let messageSignature: DKIMHashedMessage.Signature
            switch fields.0 {
            case .rejected(let result): messageSignature = .rejected(result)
            case .accepted(let signature, let prefix, let headerHash, let body):
                messageSignature = .hashed(
                    HashedSignature(
                        signature: signature, prefix: prefix, headerHash: headerHash,
                        bodyHash: hashes[body], fieldIndex: set.messageSignature))
            }
            return ARCHashedMessage.Set(
                instance: set.instance, payload: Array(set.payload),
                messageSignature: messageSignature, seal: fields.1)
        }
        return ARCHashedMessage(sets: sets, chain: chain, rules: rules)
    }

    private func messageSignature(
        of set: ARCChain.Set, _ bodies: BodyHashes
    ) -> MessageSignature {
        let tags = set.messageSignatureTags
        let signature: DKIMSignature
        do throws(DKIMFailure) {
            signature = try DKIMSignature(tags, form: .arc)
        } catch {
            return .rejected(DKIMSignatureResult(describing: tags, verdict: error.verdict))
        }
        let prefix = DKIMSignatureResult.prefix(of: tags["b"])
        do throws(DKIMFailure) {
            try rules.check(signature)
            guard !signature.signedFields.contains(where: { $0.equalsIgnoringCase("ARC-Seal") })
            else { throw DKIMFailure.sealIsSigned }
            guard let body = bodies.index(for: signature) else {
                throw DKIMFailure.tooManySignatures
            }
            let text = HeaderText.bytes(
                signature, field: table.fields[set.messageSignature], tags: tags,
                at: set.messageSignature, in: table)
            let hash = DigestContext.hash(text, signature.algorithm.digest)
            return .accepted(signature, prefix: prefix, headerHash: hash, body: body)
        } catch {
            var result = DKIMSignatureResult(describing: signature, prefix: prefix)
            result.verdict = error.verdict
            return .rejected(result)
        }
    }

    /// The seals' hashes in one pass: each covers what the one before it does, and its own set
    /// (RFC 8617 §5.1.1); one that says `cv=fail` covers its own alone (§5.1.2).
    private func hashSeals() {
        let context = DigestContext()
        for set in chain.sets {
            let results = ARCSealText.results(of: set, in: table)
            context.update(results)
            do throws(DKIMFailure) {
                let seal = try ARCSeal(set.sealTags)
                guard seal.algorithm != .rsaSHA1 else { throw DKIMFailure.weakAlgorithm }
                let own = ARCSealText.unsigned(
                    table.fields[set.seal], signature: set.sealTags["b"])
                let hash =
                    seal.chainStatus == .fail
                    ? DigestContext.hash(results + own, .sha256)
                    : context.digestSoFar(ending: own)
                seals.append(.hashed(seal, hash))
            } catch {
                seals.append(.rejected(error))
            }
            context.update(ARCSealText.seal(table.fields[set.seal]))
        }
    }
}

/// The text whose hash a seal signs: the fields of sets, relaxed (RFC 8617 §5.1.1).
enum ARCSealText {
    /// A set without its seal.
    static func results(of set: ARCChain.Set, in table: HeaderFieldTable) -> [UInt8] {
        var text: [UInt8] = []
        DKIMCanonicalization.relaxed.append(table.fields[set.authenticationResults], to: &text)
        DKIMCanonicalization.relaxed.append(table.fields[set.messageSignature], to: &text)
        return text
    }

    static func seal(_ field: HeaderField) -> [UInt8] {
        var text: [UInt8] = []
        DKIMCanonicalization.relaxed.append(field, to: &text)
        return text
    }

    /// A seal as it is signed itself: with an empty `b=`, and without its line end.
    static func unsigned(_ field: HeaderField, signature: Tag?) -> [UInt8] {
        var text: [UInt8] = []
        HeaderText.append(field, without: signature, .relaxed, to: &text)
        return text
    }
}
