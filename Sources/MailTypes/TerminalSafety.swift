extension Unicode.Scalar {
    /// Whether a terminal obeys this character rather than shows it: control characters, those
    /// that start escape sequences among them, marks that turn the direction of what follows,
    /// and others without a shape.
    ///
    /// Text from messages and the DNS has them escaped before people see it; else a sender writes
    /// what the reader of a report sees.
    public var isInvisible: Bool {
        if value < 0x7F { return value < 0x20 }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}
