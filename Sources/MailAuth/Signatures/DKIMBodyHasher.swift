/// Canonicalizes a body that comes in pieces and hashes it (RFC 6376 §3.4.3, §3.4.4, §3.7).
///
/// Pieces may be cut anywhere, between CR and LF too; the result is the same. Memory does not
/// depend on the body: line ends that may turn out to be the last ones are only counted.
///
/// A hasher belongs to one task at a time and hashes one body.
public final class DKIMBodyHasher {
    /// Bytes of input that the relaxed form takes at a time; input and output stay in the cache.
    static let blockSize = 8192

    public let canonicalization: DKIMCanonicalization

    /// Canonical bytes so far, whether hashed or behind the limit.
    public private(set) var canonicalLength: UInt64 = 0

    /// What has been read, but not hashed yet because the end of the body would drop or change it.
    struct Pending {
        var lineEnds = 0
        var isSpace = false
        var isCarriageReturn = false

        var isEmpty: Bool { lineEnds == 0 && !isSpace && !isCarriageReturn }
    }

    var pending = Pending()

    /// Twice a block, and room for what was pending and for a store of eight bytes.
    let output = UnsafeMutableRawPointer.allocate(byteCount: 2 * blockSize + 64, alignment: 16)

    private let lengthLimit: UInt64?
    private let context: DigestContext

    /// - Parameter lengthLimit: how many canonical bytes are hashed (`l=`); nil for all.
    public convenience init(
        canonicalization: DKIMCanonicalization, lengthLimit: UInt64? = nil
    ) {
        self.init(canonicalization: canonicalization, lengthLimit: lengthLimit, digest: .sha256)
    }

    init(
        canonicalization: DKIMCanonicalization, lengthLimit: UInt64?,
        digest: DigestContext.Algorithm
    ) {
        self.canonicalization = canonicalization
        self.lengthLimit = lengthLimit
        context = DigestContext(digest)
    }

    deinit { output.deallocate() }

    /// Takes the next piece of the body.
    public func update(_ piece: ArraySlice<UInt8>) {
        piece.withUnsafeBytes { update($0) }
    }

    public func update(_ piece: UnsafeRawBufferPointer) {
        guard !piece.isEmpty else { return }
        switch canonicalization {
        case .simple: updateSimple(piece)
        case .relaxed: updateRelaxed(piece)
        }
    }

    /// The body hash (`bh=`) of all pieces.
    public func finish() -> SHA256Digest { SHA256Digest(unchecked: finishDigest()) }

    /// The same for whichever digest the hasher was made for.
    func finishDigest() -> [UInt8] {
        if pending.isCarriageReturn { settleCarriageReturn() }
        // One line end stands for all those at the end, and for a missing one. A simple body is
        // never empty: it is at least a CRLF.
        if canonicalization == .simple || canonicalLength > 0 { writeLineEnds(1) }
        return context.finish()
    }

    /// A CR that no LF followed is content like any other byte.
    func settleCarriageReturn() {
        writeLineEnds(pending.lineEnds)
        let bytes: [UInt8] = pending.isSpace ? [0x20, 0x0D] : [0x0D]
        pending = Pending()
        bytes.withUnsafeBytes { write($0) }
    }

    func writeLineEnds(_ count: Int) {
        var rest = count
        while rest > 0 {
            let now = min(rest, Self.lineEnds.count / 2)
            Self.lineEnds.withUnsafeBytes { write(.init(rebasing: $0[..<(now * 2)])) }
            rest -= now
        }
    }

    /// Hashes canonical bytes as far as the limit allows.
    func write(_ bytes: UnsafeRawBufferPointer) {
        let before = canonicalLength
        canonicalLength &+= UInt64(bytes.count)
        guard let lengthLimit else { return context.update(bytes) }
        guard before < lengthLimit else { return }
        let count = Int(min(lengthLimit - before, UInt64(bytes.count)))
        context.update(.init(rebasing: bytes[..<count]))
    }

    private static let lineEnds = (0..<1024).flatMap { _ in DKIMCanonicalization.lineEnd }
}
