import MailAuth
import MailTypes

/// Keys and tokens from libcrypto.
public struct GeneratedKeys: DKIMKeySource {
    public init() {}

    public func easyDKIMKeys(_ length: EasyDKIM.KeyLength) async throws -> [DKIMKeyPair] {
        try await withThrowingTaskGroup(of: DKIMKeyPair.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    let key = try RSAPrivateKey.generate(sizeInBits: length.bits)
                    return DKIMKeyPair(selector: Self.token(), key: key)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    public func easyDKIMKey(
        _ length: EasyDKIM.KeyLength, selector: String
    ) async throws -> DKIMKeyPair {
        DKIMKeyPair(
            selector: selector, key: try RSAPrivateKey.generate(sizeInBits: length.bits))
    }

    public func keyPair(selector: String, privateKey: String) throws -> DKIMKeyPair {
        do {
            let key = try RSAPrivateKey(parsing: privateKey)
            guard (1024...2048).contains(key.sizeInBits) else { throw KeyError.inconsistent }
            return DKIMKeyPair(selector: selector, key: key)
        } catch {
            throw ServiceError.invalidParameter(
                "The private key must be base64 encoded RSA of 1024 to 2048 bits, "
                    + "without header and footer.")
        }
    }

    public func verificationToken() -> String { Base64.encode(SecureRandom.bytes(32)) }

    /// 32 letters and digits, as Easy DKIM's tokens are.
    private static func token() -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        let letters = SecureRandom.bytes(32).map { alphabet[Int($0 & 31)] }
        return String(decoding: letters, as: UTF8.self)
    }
}

extension DKIMKeyPair {
    init(selector: String, key: RSAPrivateKey) {
        self.init(
            selector: selector, privateKey: Base64.encode(key.pkcs8DER),
            publicKey: Base64.encode(key.publicKey.subjectPublicKeyInfo))
    }
}
