extension StringProtocol {
    /// The text with everything that would move a cursor or begin a line made visible as `�`, and
    /// cut where it grows long: what strangers wrote, for a reader.
    func printable(lengthLimit: Int = 500) -> String {
        var scalars = String.UnicodeScalarView()
        for (count, scalar) in unicodeScalars.enumerated() {
            guard count < lengthLimit else { return String(scalars) + "…" }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
                scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
