/// Why a chain does not hold (RFC 8617 §5.2).
public enum ARCFailure: Error, Equatable, Sendable {
    /// The three fields of a set.
    public enum FieldKind: String, Hashable, Sendable, CaseIterable {
        case authenticationResults = "ARC-Authentication-Results"
        case messageSignature = "ARC-Message-Signature"
        case seal = "ARC-Seal"
    }

    /// The newest seal says `cv=fail`: an earlier hop found the chain broken (step 2).
    case sealedAsFailed
    /// More than 50 sets, or a number beyond it (step 1).
    case tooManySets
    /// A field whose `i=` is missing, or no number from 1 on.
    case instanceUnreadable(FieldKind)
    /// A set without one of its fields; also one that is missing altogether (step 3 A, B).
    case missingField(FieldKind)
    case duplicateField(FieldKind)
    /// `cv=` is not what it must be at this place (step 3 C).
    case unexpectedChainStatus(ARCChainStatus)
    /// The ARC-Message-Signature of the newest set does not hold (step 4).
    case messageSignature(DKIMFailure)
    /// A seal does not hold (step 6).
    case seal(DKIMFailure)

    /// The DNS did not answer: the same chain may hold later. RFC 8617 §5.2.1 calls it a failure
    /// like any other; but to seal a message as failed for good because of it is left be.
    public var isTemporary: Bool {
        switch self {
        case .messageSignature(.keyLookupFailed), .seal(.keyLookupFailed): true
        default: false
        }
    }
}

extension ARCFailure: CustomStringConvertible {
    /// A short sentence for logs and the comment of an Authentication-Results field.
    public var description: String {
        switch self {
        case .sealedAsFailed: "the newest seal says cv=fail"
        case .tooManySets: "more than \(ARCInstance.limit) sets"
        case .instanceUnreadable(let kind): "\(kind.rawValue) without a good i="
        case .missingField(let kind): "no \(kind.rawValue)"
        case .duplicateField(let kind): "more than one \(kind.rawValue)"
        case .unexpectedChainStatus(let status): "cv=\(status.rawValue) at this place"
        case .messageSignature(let failure): "message signature: \(failure)"
        case .seal(let failure): "seal: \(failure)"
        }
    }
}
