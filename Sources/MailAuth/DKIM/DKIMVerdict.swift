public import MailTypes

/// What checking one DKIM-Signature field showed, in the words of RFC 8601 §2.7.1.
public enum DKIMVerdict: Equatable, Sendable {
    case pass
    /// The signature could be checked and does not hold.
    case fail(DKIMFailure)
    /// The signature is not taken into account, however it turns out.
    case policy(DKIMFailure)
    /// The field could not be understood.
    case neutral(DKIMFailure)
    case permanentError(DKIMFailure)
    /// The key could not be looked up; the same check may succeed later.
    case temporaryError(DKIMFailure)

    /// The word for an Authentication-Results field.
    public var word: String {
        switch self {
        case .pass: "pass"
        case .fail: "fail"
        case .policy: "policy"
        case .neutral: "neutral"
        case .permanentError: "permerror"
        case .temporaryError: "temperror"
        }
    }

    /// Why it is no pass.
    public var failure: DKIMFailure? {
        switch self {
        case .pass: nil
        case .fail(let failure), .policy(let failure), .neutral(let failure),
            .permanentError(let failure), .temporaryError(let failure):
            failure
        }
    }
}

/// Why a signature, or a key, does not count.
public enum DKIMFailure: Error, Equatable, Sendable {
    // The signature does not hold.

    /// The body is not the one that was signed (`bh=`).
    case bodyHashMismatch
    /// A signed field is not the one that was signed, or the key is another one (`b=`).
    case signatureMismatch
    /// `x=` has passed.
    case expired(UnixTime)

    // The field is not understood.

    case signatureSyntax(SyntaxError)
    /// A tag that every signature must have is not there.
    case missingTag(String)
    case unsupportedVersion
    case unsupportedAlgorithm(String)
    case unsupportedCanonicalization(String)
    case unsupportedQueryMethod(String)

    // The field breaks a rule.

    /// `h=` leaves out From (RFC 6376 §5.4).
    case fromNotSigned
    /// The domain of `i=` is neither `d=` nor below it.
    case agentIdentifierOutsideDomain
    /// `x=` is not behind `t=`.
    case expirationBeforeTimestamp
    /// `l=` counts more bytes than the body has.
    case bodyShorterThanSigned

    /// An ARC-Seal with `h=`, which must not have one (RFC 8617 §4.1.3).
    case sealNamesFields
    /// An ARC-Message-Signature whose `h=` names ARC-Seal (RFC 8617 §4.1.2).
    case sealIsSigned

    // The key is no good.

    /// There is no key record at the name.
    case keyMissing
    /// The lookup failed, with what the resolver said.
    case keyLookupFailed(String)
    case keySyntax(SyntaxError)
    case keyMalformed(KeyError)
    /// `p=` is empty.
    case keyRevoked
    case keyVersionUnsupported
    case keyTypeUnsupported(String)
    /// The key is of another type than `a=` calls for.
    case keyTypeMismatch
    /// The key's `h=` does not list the hash of `a=`.
    case keyForbidsHash
    /// The key's `s=` does not list email.
    case keyNotForEmail
    /// The key has `t=s`, and `i=` is in a subdomain of `d=`.
    case keyForbidsSubdomain

    // Not taken into account here.

    /// An RSA key under 1024 bits (RFC 8301 §3.2), with its size.
    case keyTooShort(Int)
    /// An RSA key of more bits than any signer needs: to use it would only cost time.
    case keyTooLong(Int)
    /// SHA-1 (RFC 8301 §3.1).
    case weakAlgorithm
    /// `l=` leaves the end of the body unsigned: anybody could have put it there (§8.2).
    case unsignedBodyTail
    /// `d=` is a domain under which anybody registers (§6.1.1).
    case publicSuffix
    case tooManySignatures
    case tooManySignedFields
}

extension DKIMFailure {
    /// The verdict on a signature that fails for this reason.
    var verdict: DKIMVerdict {
        switch self {
        case .bodyHashMismatch, .signatureMismatch, .expired:
            .fail(self)
        case .signatureSyntax, .missingTag, .unsupportedVersion, .unsupportedAlgorithm,
            .unsupportedCanonicalization, .unsupportedQueryMethod:
            .neutral(self)
        case .fromNotSigned, .agentIdentifierOutsideDomain, .expirationBeforeTimestamp,
            .bodyShorterThanSigned, .sealNamesFields, .sealIsSigned, .keyMissing, .keySyntax,
            .keyMalformed, .keyRevoked,
            .keyVersionUnsupported, .keyTypeUnsupported, .keyTypeMismatch, .keyForbidsHash,
            .keyNotForEmail, .keyForbidsSubdomain:
            .permanentError(self)
        case .keyLookupFailed:
            .temporaryError(self)
        case .keyTooShort, .keyTooLong, .weakAlgorithm, .unsignedBodyTail, .publicSuffix,
            .tooManySignatures, .tooManySignedFields:
            .policy(self)
        }
    }
}

extension DKIMFailure: CustomStringConvertible {
    /// A short sentence for logs and the comment of an Authentication-Results field.
    public var description: String {
        switch self {
        case .bodyHashMismatch: "body hash did not verify"
        case .signatureMismatch: "signature did not verify"
        case .expired(let time): "signature expired at \(time.iso8601)"
        case .signatureSyntax(let error): "signature syntax: \(error)"
        case .missingTag(let name): "signature without \(name)="
        case .unsupportedVersion: "unsupported signature version"
        case .unsupportedAlgorithm(let name): "unsupported algorithm \(name)"
        case .unsupportedCanonicalization(let name): "unsupported canonicalization \(name)"
        case .unsupportedQueryMethod(let name): "unsupported query method \(name)"
        case .fromNotSigned: "From is not signed"
        case .agentIdentifierOutsideDomain: "i= is not under d="
        case .expirationBeforeTimestamp: "x= is not after t="
        case .bodyShorterThanSigned: "body is shorter than l="
        case .sealNamesFields: "ARC-Seal with h="
        case .sealIsSigned: "h= names ARC-Seal"
        case .keyMissing: "no key for signature"
        case .keyLookupFailed(let reason): "key lookup failed: \(reason)"
        case .keySyntax(let error): "key syntax: \(error)"
        case .keyMalformed(let error): "key malformed: \(error)"
        case .keyRevoked: "key revoked"
        case .keyVersionUnsupported: "unsupported key version"
        case .keyTypeUnsupported(let name): "unsupported key type \(name)"
        case .keyTypeMismatch: "key is of another type"
        case .keyForbidsHash: "key does not allow this hash"
        case .keyNotForEmail: "key is not for email"
        case .keyForbidsSubdomain: "key does not allow subdomains in i="
        case .keyTooShort(let bits): "key of \(bits) bits is too short"
        case .keyTooLong(let bits): "key of \(bits) bits is too long"
        case .weakAlgorithm: "SHA-1 is not accepted"
        case .unsignedBodyTail: "end of body is not signed"
        case .publicSuffix: "d= is a public suffix"
        case .tooManySignatures: "too many signatures"
        case .tooManySignedFields: "too many fields in h="
        }
    }
}
