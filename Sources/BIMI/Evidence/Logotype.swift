import MailAuth
import MailTypes
import SwiftASN1

/// The logo of a certificate's subject (RFC 9399 §4.1), as mark certificates have it: inlined.
struct Logotype: Equatable, Sendable {
    /// id-pe-logotype
    static let identifier = "1.3.6.1.5.5.7.1.12"
    /// Longest extension that is read, in bytes.
    static let lengthLimit = 128 * 1024

    /// `image/svg+xml`, or `image/svg+xml+gzip`.
    let mediaType: String
    let uris: [String]
    let hashes: [Hash]

    struct Hash: Equatable, Sendable {
        /// A dotted number.
        let algorithm: String
        let value: [UInt8]
    }

    /// The bytes of the first URI that has them inline, in Base64; nil when there is none.
    var inlineImage: [UInt8]? {
        for uri in uris {
            for prefix in ["data:image/svg+xml;base64,", "data:image/svg+xml+gzip;base64,"]
            where uri.prefix(prefix.utf8.count).asciiLowercased == prefix {
                return Base64.decode(uri.utf8.dropFirst(prefix.utf8.count), .ignoringWhitespace)
            }
        }
        return nil
    }

    /// Whether one of the hashes is that of `bytes`, by an algorithm that is still good for it.
    func isHash(of bytes: [UInt8]) -> Bool {
        hashes.contains { hash in
            switch hash.algorithm {
            case "2.16.840.1.101.3.4.2.1": MessageDigest.sha256(bytes) == hash.value
            case "2.16.840.1.101.3.4.2.2": MessageDigest.sha384(bytes) == hash.value
            case "2.16.840.1.101.3.4.2.3": MessageDigest.sha512(bytes) == hash.value
            default: false
            }
        }
    }
}

extension Logotype {
    /// The first image of the subject's logo. The extension's value is
    ///
    ///     LogotypeExtn ::= SEQUENCE { …, subjectLogo [2] EXPLICIT LogotypeInfo OPTIONAL, … }
    ///     LogotypeInfo ::= CHOICE { direct [0] LogotypeData, indirect [1] LogotypeReference }
    ///     LogotypeData ::= SEQUENCE { image SEQUENCE OF LogotypeImage OPTIONAL, … }
    ///     LogotypeImage ::= SEQUENCE { imageDetails LogotypeDetails, … }
    ///     LogotypeDetails ::= SEQUENCE {
    ///         mediaType IA5String,
    ///         logotypeHash SEQUENCE SIZE (1..MAX) OF HashAlgAndValue,
    ///         logotypeURI SEQUENCE SIZE (1..MAX) OF IA5String }     ; RFC 9399 appendix A.2
    /// - Throws: when the bytes are not that, or the subject has no image of its own.
    init(der: [UInt8]) throws {
        guard der.count <= Self.lengthLimit else { throw LogotypeError() }
        let subject = try Self.children(DER.parse(der)).first {
            $0.identifier == ASN1Identifier(tagWithNumber: 2, tagClass: .contextSpecific)
        }
        guard let subject, let direct = try Self.children(subject).first,
            direct.identifier == ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific),
            let images = try Self.children(direct).first, images.identifier == .sequence,
            let image = try Self.children(images).first,
            let details = try Self.children(image).first
        else { throw LogotypeError() }
        let parts = try Self.children(details)
        guard parts.count == 3 else { throw LogotypeError() }
        mediaType = String(try ASN1IA5String(derEncoded: parts[0]))
        hashes = try Self.children(parts[1]).map(Self.hash)
        uris = try Self.children(parts[2]).map { String(try ASN1IA5String(derEncoded: $0)) }
    }

    private static func hash(_ node: ASN1Node) throws -> Hash {
        let parts = try children(node)
        guard parts.count == 2, let algorithm = try children(parts[0]).first else {
            throw LogotypeError()
        }
        return Hash(
            algorithm: try ASN1ObjectIdentifier(derEncoded: algorithm).description,
            value: Array(try ASN1OctetString(derEncoded: parts[1]).bytes))
    }

    private static func children(_ node: ASN1Node) throws -> [ASN1Node] {
        guard case .constructed(let nodes) = node.content else { throw LogotypeError() }
        return Array(nodes)
    }
}

/// The extension is not of the form above.
struct LogotypeError: Error {}
