// What SES demands of the tags of a resource.
extension [ResourceTag] {
    /// Tags of one resource at the most.
    public static let countLimit = 50
    static let keyLimit = 128
    static let valueLimit = 256

    /// - Throws: for tags that no resource can have.
    public func check() throws(ServiceError) {
        for (index, tag) in enumerated() {
            try Self.check(tag.key, 1...Self.keyLimit, "tags.\(index + 1).member.key")
            try Self.check(tag.value, 0...Self.valueLimit, "tags.\(index + 1).member.value")
            guard !tag.key.lowercased().hasPrefix("aws:") else {
                throw .invalidParameter(
                    "Caller is an end user and not allowed to mutate system tags")
            }
        }
        guard Set(map(\.key)).count == count else {
            throw .invalidParameter("Cannot provide multiple tags with the same key")
        }
        guard count <= Self.countLimit else {
            throw .invalidParameter(
                "Maximum of \(Self.countLimit) user tags are allowed per resource, consider "
                    + "reducing the number of tags in the request or delete existing tags and "
                    + "retry")
        }
    }

    /// These tags, with those of `more` in the place of their namesakes or at the end.
    public func merging(_ more: [ResourceTag]) -> [ResourceTag] {
        let names = Set(more.map(\.key))
        return filter { !names.contains($0.key) } + more
    }

    private static func check(
        _ text: String, _ bounds: ClosedRange<Int>, _ path: String
    ) throws(ServiceError) {
        let length = text.utf16.count
        guard !bounds.contains(length) else {
            guard text.unicodeScalars.allSatisfy(isAllowed) else {
                throw violation(
                    path,
                    "Member must satisfy regular expression pattern: "
                        + #"[\p{L}\p{Z}\p{N}_.:/=+\-@]*"#)
            }
            return
        }
        throw length < bounds.lowerBound
            ? violation(path, "Member must have length greater than or equal to 1")
            : violation(path, "Member must have length less than or equal to \(bounds.upperBound)")
    }

    private static func violation(_ path: String, _ requirement: String) -> ServiceError {
        .invalidParameter(
            "1 validation error detected: Value at '\(path)' failed to satisfy constraint: "
                + requirement)
    }

    /// Letters, digits and spaces of every script, and some signs.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            true
        default:
            "_.:/=+-@".unicodeScalars.contains(scalar)
        }
    }
}
