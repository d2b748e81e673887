import CLibcrypto
import Synchronization

/// What verifies signatures by ECDSA with P-256: the public half of the key pair that an access key
/// stands for (Signature Version 4A).
///
/// The private half is a number that both sides derive from the secret, so that no key has to be
/// exchanged; here it is forgotten as soon as the public point is known.
final class AsymmetricKey: @unchecked Sendable {
    // The EVP_PKEY is complete when it is made and only read afterwards, which libcrypto allows
    // from many threads.
    private let key: OpaquePointer

    /// The public point, uncompressed: 04, x, y.
    let point: [UInt8]

    /// The order of the group less 2, big-endian: a derived number above it is derived anew.
    private static let greatestCandidate: [UInt8] = [
        0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0xFF, 0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63,
        0x25, 0x4F,
    ]

    /// What stands before a point in a SubjectPublicKeyInfo of P-256 (RFC 5480 §2).
    private static let publicKeyPrefix: [UInt8] = [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08,
        0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
    ]

    /// Nil when nothing can be derived, which happens to no key in 2^32 tries of a second round.
    init?(accessKeyID: String, secret: String) {
        guard let scalar = Self.scalar(accessKeyID: accessKeyID, secret: secret),
            let point = Self.publicPoint(of: scalar)
        else { return nil }
        let info = Self.publicKeyPrefix + point
        let key = info.withUnsafeBufferPointer { bytes in
            var start = bytes.baseAddress
            return d2i_PUBKEY(nil, &start, bytes.count)
        }
        guard let key else { return nil }
        self.key = key
        self.point = point
    }

    deinit { EVP_PKEY_free(key) }

    /// - Parameter signature: an ECDSA-Sig-Value in DER (RFC 3279 §2.2.3).
    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let context = EVP_MD_CTX_new() else { return false }
        defer {
            EVP_MD_CTX_free(context)
            // A refused signature leaves its reason behind, which would be read as another's.
            ERR_clear_error()
        }
        guard EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    // MARK: Deriving

    /// The private number: a key derivation in counter mode with HMAC (NIST SP 800-108 §4.1), whose
    /// context is the access key's id and a counter, until a number in the group comes out.
    static func scalar(accessKeyID: String, secret: String) -> [UInt8]? {
        let key = Array("AWS4A\(secret)".utf8)
        for counter in UInt8(1)...254 {
            var input: [UInt8] = [0, 0, 0, 1]
            input += SigV4Authorization.Algorithm.ecdsa.rawValue.utf8
            input.append(0)
            input += accessKeyID.utf8
            input += [counter, 0, 0, 1, 0]
            let candidate = HMACSHA256.authenticate(input, key: key)
            if !greatestCandidate.lexicographicallyPrecedes(candidate) {
                return successor(of: candidate)
            }
        }
        return nil
    }

    private static func successor(of number: [UInt8]) -> [UInt8] {
        var number = number
        for index in number.indices.reversed() {
            number[index] &+= 1
            if number[index] != 0 { break }
        }
        return number
    }

    private static func publicPoint(of scalar: [UInt8]) -> [UInt8]? {
        guard let group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1) else { return nil }
        defer { EC_GROUP_free(group) }
        let number = BN_bin2bn(scalar, Int32(scalar.count), nil)
        defer { BN_clear_free(number) }
        guard number != nil, let point = EC_POINT_new(group) else { return nil }
        defer { EC_POINT_free(point) }
        guard EC_POINT_mul(group, point, number, nil, nil, nil) == 1 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 65)
        let written = EC_POINT_point2oct(
            group, point, POINT_CONVERSION_UNCOMPRESSED, &bytes, bytes.count, nil)
        return written == bytes.count ? bytes : nil
    }
}

/// The keys of the last callers that signed so: deriving one costs more than verifying with it.
final class AsymmetricKeyCache: Sendable {
    private struct Name: Hashable {
        let accessKeyID: String
        let secret: String
    }

    private let keys = Mutex<[Name: AsymmetricKey]>([:])

    func key(of accessKeyID: String, secret: String) -> AsymmetricKey? {
        let name = Name(accessKeyID: accessKeyID, secret: secret)
        if let key = keys.withLock({ $0[name] }) { return key }
        guard let key = AsymmetricKey(accessKeyID: accessKeyID, secret: secret) else { return nil }
        keys.withLock { keys in
            if keys.count >= SigningKeyCache.countLimit { keys.removeAll() }
            keys[name] = key
        }
        return key
    }
}
