/// Digests of whole byte strings that sibling modules compare with what certificates say.
package enum MessageDigest {
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, .sha256) }
    package static func sha384(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, .sha384) }
    package static func sha512(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, .sha512) }

    static func digest(_ bytes: [UInt8], _ algorithm: DigestContext.Algorithm) -> [UInt8] {
        let context = DigestContext(algorithm)
        context.update(bytes)
        return context.finish()
    }
}
