/// The elements of an aggregate report, by their names; `dkim` and `spf` are two kinds of element
/// each, told apart by what they stand in.
enum AggregateElement: String, CaseIterable {
    // Those that hold others.
    case feedback
    case reportMetadata = "report_metadata"
    case dateRange = "date_range"
    case policyPublished = "policy_published"
    case record, row
    case policyEvaluated = "policy_evaluated"
    case reason, identifiers
    case authResults = "auth_results"
    case dkim, spf

    // Those that hold a text.
    case version
    case organization = "org_name"
    case email
    case extraContactInfo = "extra_contact_info"
    case reportID = "report_id"
    case begin, end, error, generator
    case domain, p, sp, np, adkim, aspf, fo, testing, pct
    case discoveryMethod = "discovery_method"
    case sourceIP = "source_ip"
    case count, disposition, type, comment
    case authorDomain = "header_from"
    case mailFromDomain = "envelope_from"
    case recipientDomain = "envelope_to"
    case selector, scope, result
    case humanResult = "human_result"

    /// Everything else, with all that is in it.
    case other = ""

    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    init(name: String) { self = Self.byName[name] ?? .other }

    /// The element that the reader stands in, as far as that decides what is meant by the next one.
    ///
    /// The innermost one that is known counts, not the parent: in a broken report the reader may
    /// stand in elements that were never closed.
    var isSection: Bool {
        switch self {
        case .feedback, .reportMetadata, .dateRange, .policyPublished, .record, .row,
            .policyEvaluated, .reason, .identifiers, .authResults:
            true
        default: false
        }
    }

    /// Whether the element is a part of a record, when it stands where the standard has it.
    var isInRecord: Bool {
        switch self {
        case .record, .row, .policyEvaluated, .reason, .identifiers, .authResults, .dkim, .spf: true
        default: false
        }
    }
}
