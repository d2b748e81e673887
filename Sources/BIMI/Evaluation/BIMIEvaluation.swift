public import DNS
public import MailTypes

/// What came of fetching the URI of a record.
public enum BIMIFetch: Equatable, Sendable {
    /// Nobody tried, or there is no URI.
    case notTried
    case bytes([UInt8])
    /// The server has no such file, or it is too large.
    case failed(reason: String)
    /// The server was not reached; a later try may succeed.
    case temporaryFailure(reason: String)
}

/// The way from a message to a logo, in two steps with fetching between them:
///
///     let evaluation = BIMIEvaluation(requirements: .init(roots: roots))
///     switch await evaluation.begin(query, qualification, resolver: resolver) {
///     case .ended(let result): …
///     case .fetch(let assertion):
///         let result = evaluation.finish(
///             assertion, query, indicator: await get(assertion.record.location),
///             evidence: await get(assertion.record.evidence), now: now)
///     }
public struct BIMIEvaluation: Sendable {
    public var requirements: MarkCertificate.Requirements
    /// Whether only logos pass that a mark certificate vouches for, as most mailbox providers have
    /// it.
    public var needsEvidence: Bool

    public init(requirements: MarkCertificate.Requirements, needsEvidence: Bool = true) {
        self.requirements = requirements
        self.needsEvidence = needsEvidence
    }

    public enum Beginning: Equatable, Sendable {
        case ended(BIMIResult)
        /// What the record of this assertion names has to be fetched.
        case fetch(BIMIAssertion)
    }

    /// Looks whether the message qualifies, and for the record.
    public func begin(
        _ query: BIMIQuery, _ qualification: BIMIQualification, resolver: some Resolver
    ) async -> Beginning {
        if let refusal = qualification.refusal {
            return .ended(BIMIResult(.skipped, reason: .notQualified(refusal)))
        }
        switch await BIMIDiscovery.find(query, resolver: resolver) {
        case .found(let assertion) where assertion.record.isDeclination:
            return .ended(BIMIResult(.declined, reason: .declined, assertion: assertion))
        case .found(let assertion):
            return .fetch(assertion)
        case .none(let reason):
            return .ended(BIMIResult(.none, reason: .noRecord(reason)))
        case .malformed(let error, let name):
            return .ended(BIMIResult(.fail, reason: .malformedRecord(error, name: name)))
        case .temporaryFailure(let reason):
            return .ended(BIMIResult(.temperror, reason: .lookUpFailed(reason)))
        }
    }

    /// Judges what was fetched. A certificate brings its logo along; the one at `l=` need not be
    /// fetched then, and has to be the same if it is.
    public func finish(
        _ assertion: BIMIAssertion, _ query: BIMIQuery, indicator: BIMIFetch, evidence: BIMIFetch,
        now: UnixTime
    ) -> BIMIResult {
        var result = BIMIResult(.fail, assertion: assertion)
        do throws(BIMIReason) {
            if assertion.record.evidence != nil, evidence != .notTried {
                result.authority = .fail
                try vouch(&result, query, evidence, now: now)
                try compare(indicator, with: result.indicator)
            } else {
                guard !needsEvidence else { throw BIMIReason.evidenceMissing }
                result.indicator = try Self.logo(Self.bytes(of: indicator))
            }
            result.word = .pass
        } catch {
            result.indicator = nil
            result.reason = error
            if case .notFetched(_, isTemporary: true) = error {
                result.word = .temperror
                result.authority = .none
            }
        }
        return result
    }

    private func vouch(
        _ result: inout BIMIResult, _ query: BIMIQuery, _ evidence: BIMIFetch, now: UnixTime
    ) throws(BIMIReason) {
        let bytes = try Self.bytes(of: evidence)
        guard let assertion = result.assertion else { return }
        let packed: [UInt8]
        do throws(MarkCertificateFailure) {
            let mark = try MarkCertificate(parsing: bytes)
            let domains = [assertion.domain, query.authorDomain, query.organizationalDomain]
            if let failure = mark.failure(
                for: domains, selector: assertion.selector, requirements: requirements, at: now)
            {
                throw failure
            }
            packed = try mark.packedIndicator()
            result.markType = mark.markType
        } catch {
            throw BIMIReason.evidence(error)
        }
        result.indicator = try Self.logo(packed)
        result.authority = .pass
    }

    private func compare(
        _ fetch: BIMIFetch, with indicator: BIMIIndicator?
    ) throws(BIMIReason) {
        // The certificate's logo is at hand, whatever became of the other.
        guard case .bytes(let bytes) = fetch else { return }
        guard let svg = try? BIMIIndicator.unpacked(bytes), svg == indicator?.svg else {
            throw BIMIReason.indicatorMismatch
        }
    }

    private static func logo(_ bytes: [UInt8]) throws(BIMIReason) -> BIMIIndicator {
        do {
            return try BIMIIndicator(bytes)
        } catch {
            throw BIMIReason.indicator(error)
        }
    }

    private static func bytes(of fetch: BIMIFetch) throws(BIMIReason) -> [UInt8] {
        switch fetch {
        case .bytes(let bytes): return bytes
        case .notTried: throw BIMIReason.notFetched("nobody tried", isTemporary: false)
        case .failed(let reason): throw BIMIReason.notFetched(reason, isTemporary: false)
        case .temporaryFailure(let reason): throw BIMIReason.notFetched(reason, isTemporary: true)
        }
    }
}

extension BIMIReason: Error {}
