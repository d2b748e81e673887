import CLibcrypto
import MailTypes

extension EVPKey {
    /// Reads the one form in which nearly every key is published; nil for all others.
    ///
    ///     SEQUENCE { SEQUENCE { OID rsaEncryption, NULL },
    ///                BIT STRING { SEQUENCE { INTEGER n, INTEGER e } } }     ; RFC 3279 §2.3.1
    ///
    /// libcrypto's own reader tries all decoders that it has, which takes five times as long as
    /// the verification that follows.
    convenience init?(plainRSA der: [UInt8]) {
        guard der.count <= Self.lengthLimit else { return nil }
        var outer = ByteCursor(der[...])
        guard let content = outer.takeDER(0x30), outer.isAtEnd else { return nil }
        var parts = ByteCursor(content)
        guard parts.takeDER(0x30)?.elementsEqual(Self.rsaEncryption) == true,
            let bits = parts.takeDER(0x03), parts.isAtEnd, bits.first == 0
        else { return nil }
        var key = ByteCursor(bits.dropFirst())
        guard let numbers = key.takeDER(0x30), key.isAtEnd else { return nil }
        var pair = ByteCursor(numbers)
        guard let modulus = pair.takeDER(0x02), let exponent = pair.takeDER(0x02), pair.isAtEnd,
            Self.isPositive(modulus), Self.isPositive(exponent)
        else { return nil }
        self.init(modulus: modulus, exponent: exponent)
    }

    /// The algorithm identifier's content: 1.2.840.113549.1.1.1 and NULL.
    private static let rsaEncryption: [UInt8] = [
        0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00,
    ]

    private static func isPositive(_ integer: ArraySlice<UInt8>) -> Bool {
        guard let first = integer.first else { return false }
        return first < 0x80 && integer.contains { $0 != 0 }
    }

    private convenience init?(modulus: ArraySlice<UInt8>, exponent: ArraySlice<UInt8>) {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "RSA", nil) else { return nil }
        defer { EVP_PKEY_CTX_free(context) }
        // Parameters are in the machine's byte order.
        var modulus = Self.native(modulus)
        var exponent = Self.native(exponent)
        var key: OpaquePointer?
        modulus.withUnsafeMutableBufferPointer { modulus in
            exponent.withUnsafeMutableBufferPointer { exponent in
                var parameters = [
                    OSSL_PARAM_construct_BN(Self.n, modulus.baseAddress, modulus.count),
                    OSSL_PARAM_construct_BN(Self.e, exponent.baseAddress, exponent.count),
                    OSSL_PARAM_construct_end(),
                ]
                if EVP_PKEY_fromdata_init(context) == 1 {
                    _ = EVP_PKEY_fromdata(context, &key, Self.publicKeySelection, &parameters)
                }
            }
        }
        self.init(owning: key)
    }

    private static func native(_ integer: ArraySlice<UInt8>) -> [UInt8] {
        1.littleEndian == 1 ? integer.reversed() : Array(integer)
    }

    /// `EVP_PKEY_PUBLIC_KEY`, a macro that is not imported: the public key (2), domain (4) and
    /// other (0x80) parameters.
    private static let publicKeySelection: Int32 = 0x86

    // Names of parameters, which must outlive the call: they live as long as the program.
    nonisolated(unsafe) private static let n = constant("n")
    nonisolated(unsafe) private static let e = constant("e")

    private static func constant(_ text: StaticString) -> UnsafePointer<CChar> {
        UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
    }
}

extension ByteCursor {
    /// Reads an element of DER whose tag is `tag`, and gives its content; nil where another is.
    ///
    /// Lengths are definite and below 65,536, as any key's are (X.690 §8.1.3).
    fileprivate mutating func takeDER(_ tag: UInt8) -> ArraySlice<UInt8>? {
        guard take(tag), let first = next() else { return nil }
        switch first {
        case 0..<0x80:
            return take(Int(first))
        case 0x81:
            return next().flatMap { take(Int($0)) }
        case 0x82:
            guard let high = next(), let low = next() else { return nil }
            return take(Int(high) << 8 | Int(low))
        default:
            return nil
        }
    }
}
