/// Why bytes were not taken as a key, or a key was not made or used.
public enum KeyError: Error, Equatable, Sendable {
    /// No PEM, base64 or DER of the kind called for.
    case malformed
    /// A key under a passphrase; take the passphrase off first.
    case encrypted
    /// A good key, but of another algorithm.
    case otherAlgorithm
    /// An RSA key of a size that is not allowed, in bits.
    case size(Int)
    /// The halves of the key do not belong together, or its exponent is no good.
    case inconsistent
    /// libcrypto refused, for example because memory ran out.
    case libraryFailure
}

extension KeyError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed: "no key in PEM, base64 or DER"
        case .encrypted: "the key is under a passphrase"
        case .otherAlgorithm: "a key of another algorithm"
        case .size(let bits): "a key of \(bits) bits"
        case .inconsistent: "the parts of the key do not belong together"
        case .libraryFailure: "libcrypto failed"
        }
    }
}
