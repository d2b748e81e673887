public import MailTypes

/// Checks the DKIM signatures of messages (RFC 6376 §6).
///
///     let results = await DKIMVerifier().verify(message, keys: keys, now: now)
///     let domains = results.filter(\.isPass).compactMap(\.signingDomain)
///
/// For a body that comes in pieces, see ``DKIMVerification``.
public struct DKIMVerifier: Sendable {
    public var rules: DKIMVerificationRules

    public init(rules: DKIMVerificationRules = .init()) { self.rules = rules }

    /// A result for each DKIM-Signature field, from the topmost down; none when there is none.
    ///
    /// - Parameter message: header section, empty line and body, with CRLF line ends.
    public func verify(
        _ message: ArraySlice<UInt8>, keys: some DKIMKeyProvider, now: UnixTime
    ) async -> [DKIMSignatureResult] {
        await hash(message).results(keys: keys, now: now)
    }

    public func verify(
        _ message: [UInt8], keys: some DKIMKeyProvider, now: UnixTime
    ) async -> [DKIMSignatureResult] {
        await verify(message[...], keys: keys, now: now)
    }

    /// Everything that takes neither key nor clock.
    public func hash(_ message: ArraySlice<UInt8>) -> DKIMHashedMessage {
        let (fields, bodyStart) = HeaderFieldScanner.scan(message)
        let verification = DKIMVerification(
            table: HeaderFieldTable(fields), rules: rules, bodies: BodyHashes())
        verification.update(body: message[bodyStart...])
        return verification.finish()
    }
}
