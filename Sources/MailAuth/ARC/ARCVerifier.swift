public import MailTypes

/// Checks the ARC sets of messages (RFC 8617 §5.2).
///
///     let arc = await ARCVerifier().verify(message, keys: keys, now: now)
///     if arc.isPass, let domain = arc.sealingDomains.last, trusted.contains(domain) { … }
///
/// To check DKIM signatures in the same pass, or a body that comes in pieces, see
/// ``MessageHashing``.
public struct ARCVerifier: Sendable {
    public var rules: DKIMVerificationRules

    public init(rules: DKIMVerificationRules = .init()) { self.rules = rules }

    /// - Parameter message: header section, empty line and body, with CRLF line ends.
    public func verify(
        _ message: ArraySlice<UInt8>, keys: some DKIMKeyProvider, now: UnixTime
    ) async -> ARCEvaluation {
        await hash(message).evaluation(keys: keys, now: now)
    }

    public func verify(
        _ message: [UInt8], keys: some DKIMKeyProvider, now: UnixTime
    ) async -> ARCEvaluation {
        await verify(message[...], keys: keys, now: now)
    }

    /// Everything that takes neither key nor clock.
    public func hash(_ message: ArraySlice<UInt8>) -> ARCHashedMessage {
        let (fields, bodyStart) = HeaderFieldScanner.scan(message)
        let bodies = BodyHashes()
        let verification = ARCVerification(
            table: HeaderFieldTable(fields), rules: rules, bodies: bodies)
        bodies.update(message[bodyStart...])
        return verification.hashedMessage(bodies.finish())
    }
}
