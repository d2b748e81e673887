import MailAuth

/// Names that nobody can guess.
enum SecureText {
    /// `count` characters of an alphabet of at most 64.
    static func random(_ count: Int, of alphabet: StaticString) -> String {
        let letters = Array("\(alphabet)".utf8)
        var text: [UInt8] = []
        while text.count < count {
            // Bytes past the last whole round of the alphabet would favour its first letters.
            let usable = SecureRandom.bytes(count).filter { Int($0) < 256 - 256 % letters.count }
            text += usable.map { letters[Int($0) % letters.count] }
        }
        return String(decoding: text.prefix(count), as: UTF8.self)
    }
}
