/// Boundaries of multiparts (RFC 2046 §5.1.1).
public enum Boundary {
    /// A boundary that occurs in no content: `=_` stands in no base64 and no quoted-printable, and
    /// 125 random bits behind it make a hit in plain text impossible to meet or to guess.
    public static func random(using generator: inout some RandomNumberGenerator) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
        var text = Array("=_".utf8)
        for _ in 0..<25 {
            text.append(letters[Int(truncatingIfNeeded: generator.next() & 31)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
