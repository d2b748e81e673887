public import MailTypes

/// Mail by which an account asks somebody to verify an address, in its own words.
///
/// The service adds the link; nothing in the content is replaced.
public struct VerificationTemplate: Resource, Equatable {
    public static let kind = "verification-template"

    /// Templates of one account and region.
    public static let countLimit = 50
    /// Bytes of the content.
    public static let sizeLimit = 10 * 1024 * 1024

    public let name: String
    public let createdAt: UnixTime
    /// A verified address, which the mail comes from.
    public var sender: String
    public var subject: String
    /// HTML.
    public var content: String
    public var redirects: VerificationRedirects
    public var tags: [ResourceTag] = []

    public init(
        name: String, createdAt: UnixTime, sender: String, subject: String, content: String,
        redirects: VerificationRedirects
    ) {
        self.name = name
        self.createdAt = createdAt
        self.sender = sender
        self.subject = subject
        self.content = content
        self.redirects = redirects
    }

    /// The body of the mail: the content, the link, and a line that no template is without.
    public func body(with link: String) -> String {
        """
        \(content)
        <p><a href="\(link)">\(link)</a></p>
        <p>If you did not request to verify this email address, please disregard this message.</p>

        """
    }

    /// Refuses a template that breaks a rule. Whether its sender is verified is for the caller to
    /// look up.
    func check() throws(ServiceError) {
        try Self.check(name: name)
        guard !subject.isEmpty else { throw .invalidParameter("TemplateSubject is required.") }
        guard !content.isEmpty else { throw .invalidParameter("TemplateContent is required.") }
        guard content.utf8.count < Self.sizeLimit else {
            throw .refused(
                code: "CustomVerificationEmailInvalidContent",
                "The content of a custom verification email must be less than 10 MB.")
        }
        guard VerificationRedirects.isAllowed(redirects.success) else {
            throw .invalidParameter("The success redirection URL is invalid")
        }
        guard VerificationRedirects.isAllowed(redirects.failure) else {
            throw .invalidParameter("The failure redirection URL is invalid")
        }
    }

    public static func check(name: String) throws(ServiceError) {
        guard !name.allSatisfy(\.isWhitespace) else {
            throw .invalidParameter("TemplateName is required.")
        }
    }

    static func unknown(_ name: String) -> ServiceError {
        .refused(
            code: "CustomVerificationEmailTemplateDoesNotExist",
            "Custom verification email template <\(name)> does not exist")
    }
}
