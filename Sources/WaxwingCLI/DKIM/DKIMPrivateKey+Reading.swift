import MailAuth

extension DKIMPrivateKey {
    /// Longest key file that is read, in bytes.
    private static let fileSizeLimit = 65_536

    /// Reads a key of either kind, as PEM or base64.
    static func read(_ path: String) throws(InputError) -> DKIMPrivateKey {
        let text = try BoundedFile.readText(path, limit: fileSizeLimit)
        do {
            return .rsa(try RSAPrivateKey(parsing: text))
        } catch .otherAlgorithm, .malformed {
            do {
                return .ed25519(try Ed25519PrivateKey(parsing: text))
            } catch .otherAlgorithm {
                throw InputError("DKIM knows RSA and Ed25519 keys; this is another one", in: path)
            } catch {
                throw InputError("\(error)", in: path)
            }
        } catch .encrypted {
            throw InputError(
                "the key is under a passphrase; `openssl pkey -in \(path) -out plain.pem` takes it "
                    + "off", in: path)
        } catch .size(let bits) {
            let sizes = RSAPrivateKey.sizesInBits
            throw InputError(
                "a key of \(bits) bits; DKIM signs with \(sizes.lowerBound) to "
                    + "\(sizes.upperBound) (RFC 8301 §3.2)", in: path)
        } catch {
            throw InputError("\(error)", in: path)
        }
    }

    /// PKCS#8 as PEM, not encrypted.
    var pem: String {
        switch self {
        case .rsa(let key): key.pkcs8PEM
        case .ed25519(let key): key.pkcs8PEM
        }
    }
}
