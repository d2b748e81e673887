import MailTypes

/// A file that a browser saves, under a name that a stranger chose.
enum Download {
    /// The longest name that is given on, in characters.
    static let nameLimit = 120

    /// The value of its Content-Disposition field (RFC 6266):
    /// `attachment; filename="na_ve.pdf"; filename*=UTF-8''na%C3%AFve.pdf`
    ///
    /// Old clients read the plain name, all others the encoded one, so neither may hold a
    /// separator, a line end or a step out of the folder that it is saved to.
    static func disposition(name: String) -> String {
        let safe = safeName(name)
        let plain = String(
            decoding: safe.unicodeScalars.map { scalar in
                scalar.isASCII ? UInt8(truncatingIfNeeded: scalar.value) : UInt8(ascii: "_")
            }, as: UTF8.self)
        let encoded = PercentEncoding.encode(safe)
        return #"attachment; filename="\#(plain)"; filename*=UTF-8''\#(encoded)"#
    }

    /// The name without what a file system, a header field or a reader could misunderstand.
    static func safeName(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(nameLimit) {
            scalars.append(isUnsafe(scalar) ? "_" : scalar)
        }
        while let first = scalars.first, first == "." || first == " " { scalars.removeFirst() }
        return scalars.isEmpty ? "attachment" : String(scalars)
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "\\", "/", ":", "*", "?", "<", ">", "|", "%": true
        // Control characters, and format characters: a turned-round `gpj.exe` is no picture.
        default:
            scalar.properties.generalCategory == .control
                || scalar.properties.generalCategory == .format
                || scalar.properties.generalCategory == .lineSeparator
                || scalar.properties.generalCategory == .paragraphSeparator
        }
    }
}
