import Archives
public import MailAuth

/// A logo that keeps to SVG Tiny Portable/Secure.
public struct BIMIIndicator: Equatable, Sendable {
    /// The document, unpacked.
    public let svg: [UInt8]
    /// What the profile advises against.
    public let advice: [SVGFinding]

    /// Takes an SVG document, or one that is packed with gzip (SVGZ).
    public init(_ bytes: [UInt8]) throws(BIMIIndicatorError) {
        svg = try Self.unpacked(bytes)
        let findings = SVGProfile.check(svg)
        guard !findings.contains(where: \.isBreach) else {
            throw BIMIIndicatorError.profile(findings.filter(\.isBreach))
        }
        advice = findings
    }

    /// Of the unpacked document: `policy.indicator-hash` has its last digits.
    public var digest: SHA256Digest { SHA256Digest.hash(svg) }

    /// Logos are monotonous and pack well; what is beyond a thousand to one is no logo.
    static func unpacked(_ bytes: [UInt8]) throws(BIMIIndicatorError) -> [UInt8] {
        guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
        let limits = ExpansionLimits(
            outputLimit: SVGProfile.sizeInBytesLimit, layerLimit: 1, memberLimit: 1)
        let reader = ArchiveReader(bytes, limits: limits)
        do {
            guard try reader.nextMember() != nil else { return [] }
            return try reader.remainingBytes()
        } catch {
            throw BIMIIndicatorError.packing("\(error)")
        }
    }
}

/// Why bytes are no logo that is shown.
public enum BIMIIndicatorError: Error, Equatable, Sendable {
    /// The gzip stream is damaged, or holds too much.
    case packing(String)
    /// The breaches of the profile.
    case profile([SVGFinding])
}

extension BIMIIndicatorError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .packing(let reason): reason
        case .profile(let findings): findings.first?.description ?? "no SVG Tiny PS"
        }
    }
}
