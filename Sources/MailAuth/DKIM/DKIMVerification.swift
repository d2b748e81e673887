import MailTypes

/// The hashing half of verifying one message: one pass over the body, whatever the number of
/// signatures.
///
/// It needs no key and no clock; ``finish()`` gives a value that is evaluated with both. A
/// verification belongs to one task at a time.
public final class DKIMVerification {
    private enum Candidate {
        case rejected(DKIMSignatureResult)
        case accepted(DKIMSignature, result: DKIMSignatureResult, headerHash: [UInt8], body: Int)
    }

    /// What distinguishes one body hash from another.
    private struct BodyKind: Hashable {
        let canonicalization: DKIMCanonicalization
        let length: UInt64?
        let digest: DigestContext.Algorithm
    }

    private let rules: DKIMVerificationRules
    private var candidates: [Candidate] = []
    private var bodyKinds: [BodyKind: Int] = [:]
    private var bodies: [DKIMBodyHasher] = []

    /// Most signatures that results are given for at all; a message with more is an attack.
    static let reportLimit = 100

    /// Reads the signatures of a header section and hashes the fields that they sign.
    ///
    /// - Parameter headerSection: all header fields; what follows an empty line is not looked at.
    public convenience init(
        headerSection: ArraySlice<UInt8>, rules: DKIMVerificationRules = .init()
    ) {
        self.init(fields: HeaderFieldScanner.scan(headerSection).fields, rules: rules)
    }

    init(fields: [HeaderField], rules: DKIMVerificationRules) {
        self.rules = rules
        let table = HeaderFieldTable(fields)
        for (index, field) in fields.enumerated()
        where field.name.equalsIgnoringCase("dkim-signature") {
            guard candidates.count < Self.reportLimit else { break }
            candidates.append(candidate(field, at: index, in: table))
        }
    }

    /// Whether there is a signature to check; without one, the body need not be fed.
    public var needsBody: Bool { !bodies.isEmpty }

    /// Takes the next piece of the body, behind the empty line.
    public func update(body piece: ArraySlice<UInt8>) {
        for body in bodies { body.update(piece) }
    }

    /// Ends the body.
    public func finish() -> DKIMHashedMessage {
        let hashes = bodies.map { ($0.finishDigest(), $0.canonicalLength) }
        let signatures = candidates.map { candidate -> DKIMHashedMessage.Signature in
            switch candidate {
            case .rejected(let result):
                .rejected(result)
            case .accepted(let signature, let result, let headerHash, let body):
                .hashed(
                    signature, result: result, headerHash: headerHash,
                    bodyHash: hashes[body].0, bodyLength: hashes[body].1)
            }
        }
        return DKIMHashedMessage(signatures: signatures, rules: rules)
    }

    private func candidate(
        _ field: HeaderField, at index: Int, in table: HeaderFieldTable
    ) -> Candidate {
        guard candidates.count < rules.signatureLimit else {
            return .rejected(DKIMSignatureResult(verdict: .policy(.tooManySignatures)))
        }
        let tags: TagList
        do {
            tags = try TagList(parsing: field.value)
        } catch {
            return .rejected(DKIMSignatureResult(verdict: .neutral(.signatureSyntax(error))))
        }
        var result = DKIMSignatureResult(describing: tags)
        do {
            let signature = try DKIMSignature(tags, acceptsDrafts: rules.isHistoric)
            result.signature = signature
            result.agentIdentifier = signature.agentIdentifier
            try check(signature)
            return .accepted(
                signature, result: result,
                headerHash: headerHash(signature, field: field, tags: tags, at: index, in: table),
                body: bodyIndex(signature))
        } catch {
            result.verdict = error.verdict
            return .rejected(result)
        }
    }

    private func check(_ signature: DKIMSignature) throws(DKIMFailure) {
        guard signature.algorithm != .rsaSHA1 || rules.isHistoric else {
            throw DKIMFailure.weakAlgorithm
        }
        guard !rules.isPublicSuffix(signature.signingDomain) else {
            throw DKIMFailure.publicSuffix
        }
    }

    /// The hash over the signed fields, and last the signature's own with an empty `b=` and
    /// without its line end (RFC 6376 §3.7).
    private func headerHash(
        _ signature: DKIMSignature, field: HeaderField, tags: TagList, at index: Int,
        in table: HeaderFieldTable
    ) -> [UInt8] {
        let canonicalization = signature.headerCanonicalization
        let names = signature.signedFields.map { $0.utf8.map(\.asciiLowercased) }
        var text: [UInt8] = []
        for selected in table.select(names, excluding: index) {
            canonicalization.append(selected, to: &text)
        }
        let removed = tags["b"]?.rawValue ?? field.value.suffix(0)
        canonicalization.append(
            field.bytes[..<removed.startIndex] + field.bytes[removed.endIndex...],
            name: field.name,
            value: field.value[..<removed.startIndex] + field.value[removed.endIndex...],
            to: &text)
        text.removeLast(2)
        let context = DigestContext(signature.algorithm.digest)
        context.update(text)
        return context.finish()
    }

    private func bodyIndex(_ signature: DKIMSignature) -> Int {
        let kind = BodyKind(
            canonicalization: signature.bodyCanonicalization, length: signature.bodyLength,
            digest: signature.algorithm.digest)
        if let index = bodyKinds[kind] { return index }
        bodies.append(
            DKIMBodyHasher(
                canonicalization: kind.canonicalization, lengthLimit: kind.length,
                digest: kind.digest))
        bodyKinds[kind] = bodies.count - 1
        return bodies.count - 1
    }
}

extension DKIMSignatureResult {
    /// What can be told about a signature that may prove unreadable.
    fileprivate init(describing tags: TagList) {
        self.init(verdict: .neutral(.unsupportedVersion))
        signingDomain = tags["d"].flatMap { try? DomainName(parsing: $0.value) }
        selector = tags["s"].flatMap { try? DomainName(parsing: $0.value) }
        algorithmName = tags["a"].map { $0.compactText.asciiLowercased }
        signaturePrefix = tags["b"].map { String($0.compactText.prefix(8)) }
    }
}
