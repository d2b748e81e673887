import MailTypes

/// The hashing half of verifying one message: one pass over the body, whatever the number of
/// signatures.
///
/// It needs no key and no clock; ``finish()`` gives a value that is evaluated with both. A
/// verification belongs to one task at a time.
public final class DKIMVerification {
    private enum Candidate {
        case rejected(DKIMSignatureResult)
        case accepted(
            DKIMSignature, prefix: String?, headerHash: [UInt8], body: Int, field: Int)
    }

    private let rules: DKIMVerificationRules
    private var candidates: [Candidate] = []
    private let bodies: BodyHashes

    /// Most signatures that results are given for at all; a message with more is an attack.
    public static let reportLimit = 100

    /// Reads the signatures of a header section and hashes the fields that they sign.
    ///
    /// - Parameter headerSection: all header fields; what follows an empty line is not looked at.
    public convenience init(
        headerSection: ArraySlice<UInt8>, rules: DKIMVerificationRules = .init()
    ) {
        let fields = HeaderFieldScanner.scan(headerSection).fields
        self.init(table: HeaderFieldTable(fields), rules: rules, bodies: BodyHashes())
    }

    /// - Parameter bodies: where the hashes of the body are put in order, for this and for others.
    init(table: HeaderFieldTable, rules: DKIMVerificationRules, bodies: BodyHashes) {
        self.rules = rules
        self.bodies = bodies
        for index in table.fields.indices where table.fields[index].isNamed("dkim-signature") {
            guard candidates.count < Self.reportLimit else { break }
            candidates.append(candidate(table.fields[index], at: index, in: table))
        }
    }

    /// Whether there is a signature to check; without one, the body need not be fed.
    public var needsBody: Bool { !bodies.isEmpty }

    /// Takes the next piece of the body, behind the empty line.
    public func update(body piece: ArraySlice<UInt8>) { bodies.update(piece) }

    /// Ends the body.
    public func finish() -> DKIMHashedMessage { hashedMessage(bodies.finish()) }

    /// - Parameter hashes: what the hashes of the body came to.
    func hashedMessage(_ hashes: [BodyHashes.Hash]) -> DKIMHashedMessage {
        let signatures = candidates.map { candidate -> DKIMHashedMessage.Signature in
            switch candidate {
            case .rejected(let result):
                .rejected(result)
            case .accepted(let signature, let prefix, let headerHash, let body, let field):
                .hashed(
                    HashedSignature(
                        signature: signature, prefix: prefix, headerHash: headerHash,
                        bodyHash: hashes[body], fieldIndex: field))
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
        let signature: DKIMSignature
        do throws(DKIMFailure) {
            signature = try DKIMSignature(tags, form: rules.isHistoric ? .draft : .dkim)
        } catch {
            return .rejected(DKIMSignatureResult(describing: tags, verdict: error.verdict))
        }
        let prefix = DKIMSignatureResult.prefix(of: tags["b"])
        do throws(DKIMFailure) {
            try rules.check(signature)
            guard let body = bodies.index(for: signature) else {
                throw DKIMFailure.tooManySignatures
            }
            let text = HeaderText.bytes(signature, field: field, tags: tags, at: index, in: table)
            return .accepted(
                signature, prefix: prefix,
                headerHash: DigestContext.hash(text, signature.algorithm.digest), body: body,
                field: index)
        } catch {
            var result = DKIMSignatureResult(describing: signature, prefix: prefix)
            result.agentIdentifier = signature.agentIdentifier
            result.verdict = error.verdict
            return .rejected(result)
        }
    }
}

extension DKIMSignatureResult {
    /// What can be told about a signature that could not be read.
    init(describing tags: TagList, verdict: DKIMVerdict) {
        self.init(verdict: verdict)
        signingDomain = tags["d"].flatMap { try? DomainName(parsing: $0.value) }
        selector = tags["s"].flatMap { try? DomainName(parsing: $0.value) }
        algorithmName = tags["a"].map { $0.compactText.asciiLowercased }
        signaturePrefix = Self.prefix(of: tags["b"])
    }

    /// What one that was read says, but for `i=`, which ARC does not have. The verdict is still to
    /// come.
    init(describing signature: DKIMSignature, prefix: String?) {
        self.init(verdict: .neutral(.unsupportedVersion))
        self.signature = signature
        signingDomain = signature.signingDomain
        selector = signature.selector
        algorithmName = signature.algorithm.rawValue
        signaturePrefix = prefix
    }

    static func prefix(of tag: Tag?) -> String? {
        tag.map { tag in
            String(unsafeUninitializedCapacity: 8) { letters in
                var count = 0
                for byte in tag.rawValue where !byte.isFoldingWhitespace {
                    letters[count] = byte
                    count += 1
                    if count == 8 { break }
                }
                return count
            }
        }
    }
}
