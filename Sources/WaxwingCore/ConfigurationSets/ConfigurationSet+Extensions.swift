// What a configuration set can say that SES does not know, as tags with reserved names: any client
// of SES can put tags on a configuration set. See docs/ses-extensions.md.
extension ConfigurationSet {
    /// The sender's own Message-ID is left in place, where SES writes its own.
    public var keepsMessageID: Bool {
        get { has(.keepMessageID) }
        set { set(.keepMessageID, newValue) }
    }

    /// A template that cannot be rendered refuses the call, where SES takes it and tells later.
    public var reportsRenderingErrorsAtOnce: Bool {
        get { has(.renderingErrorsAtOnce) }
        set { set(.renderingErrorsAtOnce, newValue) }
    }

    /// The tags that have a meaning; their values are `true` and `false`.
    enum Extension: String, CaseIterable {
        case keepMessageID = "waxwing:keep-message-id"
        case renderingErrorsAtOnce = "waxwing:rendering-errors-at-once"

        static let prefix = "waxwing:"
    }

    private func has(_ option: Extension) -> Bool {
        tags.contains { $0.key == option.rawValue && $0.value == "true" }
    }

    private mutating func set(_ option: Extension, _ isOn: Bool) {
        tags.removeAll { $0.key == option.rawValue }
        if isOn { tags.append(ResourceTag(key: option.rawValue, value: "true")) }
    }

    /// A reserved tag that means nothing is refused: whoever misspells one hears of it at once.
    public static func checkExtensions(in tags: [ResourceTag]) throws(ServiceError) {
        for tag in tags where tag.key.hasPrefix(Extension.prefix) {
            guard Extension(rawValue: tag.key) != nil else {
                let known = Extension.allCases.map(\.rawValue).joined(separator: ", ")
                throw .invalidParameter(
                    "Tag \(tag.key) is reserved and has no meaning; those that have are: \(known).")
            }
            guard tag.value == "true" || tag.value == "false" else {
                throw .invalidParameter("The value of tag \(tag.key) must be true or false.")
            }
        }
    }
}
