public import MailTypes

/// What checking the ARC sets of a message showed (RFC 8617 §5.2).
///
/// A pass means that the chain is intact, and nothing about whether its sealers are to be believed
/// (§9.6).
public struct ARCEvaluation: Equatable, Sendable {
    public enum Result: Equatable, Sendable {
        /// There is no set.
        case none
        case pass
        /// The first reason found, and the set at fault where it is one.
        case fail(ARCFailure, instance: Int?)
    }

    public var result: Result
    /// The sets from the first on; none when fields of them are missing, doubled or unreadable.
    public var sets: [ARCSet]
    /// For a pass, the oldest set whose ARC-Message-Signature still holds, as those of all sets
    /// after it do; 0 when all hold (`header.oldest-pass`, §5.2 step 5).
    public var oldestPass: Int?
    /// The highest number found, whatever else is wrong; 0 without any.
    public var highestInstance: Int
    /// Whether the newest seal says `cv=fail`: nobody may seal again (§5.1 step 2).
    public var isSealedAsFailed: Bool

    /// The word for an Authentication-Results field, and for the next seal.
    public var status: ARCChainStatus {
        switch result {
        case .none: .none
        case .pass: .pass
        case .fail: .fail
        }
    }

    public var isPass: Bool { result == .pass }

    /// Why it is no pass.
    public var failure: ARCFailure? {
        guard case .fail(let failure, _) = result else { return nil }
        return failure
    }

    /// The domains of the seals, from the first on: who is to be trusted for a pass to count.
    public var sealingDomains: [DomainName] { sets.compactMap(\.seal.seal?.signingDomain) }

    /// Whether the newest ARC-Message-Signature covers From.
    ///
    /// RFC 8617 does not demand it; without it, anybody may have changed the author since.
    public var isAuthorSigned: Bool {
        sets.last?.messageSignature.signature?.signedFields
            .contains { $0.equalsIgnoringCase("From") } ?? false
    }
}

/// One set of ARC fields, and what checking it showed.
public struct ARCSet: Equatable, Sendable {
    public var instance: Int
    /// What the sealer's ADMD found (`authres-payload`), as written behind `i=N;`.
    public var authenticationResults: [UInt8]
    /// What became of the ARC-Message-Signature.
    public var messageSignature: DKIMSignatureResult
    public var seal: ARCSealResult

    /// Whether both signatures hold, and the sealer did not find the chain broken.
    public var isPass: Bool {
        messageSignature.isPass && seal.verdict == .pass && seal.seal?.chainStatus != .fail
    }
}

/// What became of one ARC-Seal field.
public struct ARCSealResult: Equatable, Sendable {
    public var verdict: DKIMVerdict
    /// What the field says, when it could be read in full.
    public var seal: ARCSeal?
    /// The key record that was used, or that told why there is no usable key.
    public var key: DKIMKey?
    /// What the sealed fields hash to.
    public var hash: [UInt8]?
}
