import MailTypes

/// The hashing half of checking both the DKIM signatures and the ARC sets of one message: one pass
/// over the body, whatever their number.
///
///     let hashing = MessageHashing(headerSection: headerSection)
///     for try await piece in body { hashing.update(body: piece) }
///     let hashed = hashing.finish()
///     let signatures = await hashed.dkim.results(keys: keys, now: now)
///     let chain = await hashed.arc.evaluation(keys: keys, now: now)
///
/// It needs no key and no clock, and belongs to one task at a time.
public final class MessageHashing {
    private let bodies = BodyHashes()
    private let dkim: DKIMVerification
    private let arc: ARCVerification

    /// - Parameter headerSection: all header fields; what follows an empty line is not looked at.
    public convenience init(
        headerSection: ArraySlice<UInt8>, rules: DKIMVerificationRules = .init()
    ) {
        self.init(fields: HeaderFieldScanner.scan(headerSection).fields, rules: rules)
    }

    private init(fields: [HeaderField], rules: DKIMVerificationRules) {
        let table = HeaderFieldTable(fields)
        dkim = DKIMVerification(table: table, rules: rules, bodies: bodies)
        arc = ARCVerification(table: table, rules: rules, bodies: bodies)
    }

    /// A whole message at once, with CRLF line ends.
    public static func hash(
        _ message: ArraySlice<UInt8>, rules: DKIMVerificationRules = .init()
    ) -> HashedMessage {
        let (fields, bodyStart) = HeaderFieldScanner.scan(message)
        let hashing = MessageHashing(fields: fields, rules: rules)
        hashing.update(body: message[bodyStart...])
        return hashing.finish()
    }

    /// Whether there is a signature to check; without one, the body need not be fed.
    public var needsBody: Bool { !bodies.isEmpty }

    /// Takes the next piece of the body, behind the empty line.
    public func update(body piece: ArraySlice<UInt8>) { bodies.update(piece) }

    /// Ends the body.
    public func finish() -> HashedMessage {
        let hashes = bodies.finish()
        return HashedMessage(dkim: dkim.hashedMessage(hashes), arc: arc.hashedMessage(hashes))
    }
}

/// A message whose signatures are read and whose parts are hashed.
public struct HashedMessage: Sendable {
    public let dkim: DKIMHashedMessage
    public let arc: ARCHashedMessage
}
