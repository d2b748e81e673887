/// Why a message, or a domain, does not get the DMARC result that its owner expects.
///
/// The raw value is what programs read in JSON.
public enum Cause: String, CaseIterable, Sendable {
    // How the mail is sent.

    /// SPF passes for the provider's own return path domain, which is not aligned.
    case noCustomMailFrom = "no-custom-mail-from"
    /// The provider signs with its own domain only: an address is verified, not the domain.
    case addressOnlyIdentity = "address-only-identity"
    /// A signature passes, and its `d=` belongs to somebody else.
    case unalignedSigningDomain = "unaligned-signing-domain"
    /// SPF passes for a domain that belongs to somebody else.
    case unalignedMailFrom = "unaligned-mail-from"
    /// It was sent through a provider that the domain has not set up.
    case secondProvider = "second-provider"
    /// The sending address is not in the SPF record.
    case sourceNotInSPF = "source-not-in-spf"
    /// Nothing is signed.
    case notSigned = "not-signed"
    /// Nothing ties the message to the domain: it may be forged.
    case unrelatedSource = "unrelated-source"

    // What happened on the way.

    case bodyChanged = "body-changed"
    case footerAdded = "footer-added"
    case subjectTagged = "subject-tagged"
    case fieldChanged = "field-changed"
    case forwarded = "forwarded"
    case mailingList = "mailing-list"

    // DKIM keys and signatures.

    case keyMissing = "key-missing"
    case keyRevoked = "key-revoked"
    case keyReplaced = "key-replaced"
    case keyUnusable = "key-unusable"
    case keyTooShort = "key-too-short"
    case signatureExpired = "signature-expired"
    case signatureInvalid = "signature-invalid"

    // The records of the domain.

    case spfTooManyLookups = "spf-too-many-lookups"
    case spfSeveralRecords = "spf-several-records"
    case spfSyntax = "spf-syntax"
    case spfMissing = "spf-missing"
    case spfPermissive = "spf-permissive"
    case dmarcSeveralRecords = "dmarc-several-records"
    case dmarcSyntax = "dmarc-syntax"
    case dmarcMissing = "dmarc-missing"
    case policyOnParent = "policy-on-parent"
    case policyNone = "policy-none"
    case strictAlignment = "strict-alignment"
    case reportsNotAuthorized = "reports-not-authorized"
    case historicTags = "historic-tags"
    case policyRecord = "policy-record"

    // The message itself.

    case severalAuthors = "several-authors"
    case authorMalformed = "author-malformed"

    case lookupFailed = "lookup-failed"

    /// The cause in a few words, for a heading.
    public var title: String {
        switch self {
        case .noCustomMailFrom: "No custom MAIL FROM domain"
        case .addressOnlyIdentity: "The domain is not verified for signing, only an address"
        case .unalignedSigningDomain: "Signed by another domain"
        case .unalignedMailFrom: "SPF passes for another domain"
        case .secondProvider: "Sent through a provider that the domain has not set up"
        case .sourceNotInSPF: "The sending address is not in the SPF record"
        case .notSigned: "Not signed"
        case .unrelatedSource: "Nothing ties the message to the domain"
        case .bodyChanged: "The body was changed in transit"
        case .footerAdded: "Text was added below the body in transit"
        case .subjectTagged: "The subject was tagged in transit"
        case .fieldChanged: "A signed field was changed in transit"
        case .forwarded: "Forwarded without rewriting the return path"
        case .mailingList: "Went through a mailing list"
        case .keyMissing: "The selector has no key"
        case .keyRevoked: "The key was revoked"
        case .keyReplaced: "The selector holds another key"
        case .keyUnusable: "The key record cannot be used"
        case .keyTooShort: "The key is too short"
        case .signatureExpired: "The signature has expired"
        case .signatureInvalid: "The signature does not hold"
        case .spfTooManyLookups: "SPF needs more than ten look-ups"
        case .spfSeveralRecords: "More than one SPF record"
        case .spfSyntax: "The SPF record has an error"
        case .spfMissing: "No SPF record"
        case .spfPermissive: "The SPF record lets anybody send"
        case .dmarcSeveralRecords: "More than one DMARC record"
        case .dmarcSyntax: "The DMARC record has an error"
        case .dmarcMissing: "No DMARC record"
        case .policyOnParent: "The policy comes from a parent domain"
        case .policyNone: "The policy asks for nothing"
        case .strictAlignment: "Alignment is strict"
        case .reportsNotAuthorized: "Reports go nowhere"
        case .historicTags: "Tags that no longer do anything"
        case .policyRecord: "A published policy needs attention"
        case .severalAuthors: "Several authors in From"
        case .authorMalformed: "From cannot be read"
        case .lookupFailed: "DNS did not answer"
        }
    }
}
