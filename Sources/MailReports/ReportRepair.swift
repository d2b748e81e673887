/// Something in a report that its standard does not allow and that was read all the same, or a claim
/// of it that contradicts another one.
public struct ReportRepair: Equatable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        /// The XML or JSON is broken; what is around the break was read.
        case malformed
        /// The report is within other elements than its standard says.
        case misplaced
        /// The namespace is none of the known ones.
        case foreignNamespace
        /// An element or member that the standard requires is not there, or is empty.
        case missing
        /// A value that no standard lists; it is kept as it was read.
        case unlistedValue
        /// A listed value in capital letters; it is read as if it were not.
        case letterCase
        /// No number, a negative one, or one too large to be meant; it is left out, a count is 0.
        case badNumber
        /// No IP address; it is left out.
        case badAddress
        /// The period ends before it begins, or is no period.
        case badPeriod
        /// A value of the wrong type, as a string where there should be a list.
        case wrongType
        /// A text beyond its bound; the rest of it is left out.
        case longText
        /// More signatures, results or reasons than the bound; the rest of them is left out.
        case tooMany
        /// The author's domain of a record is neither the domain of the policy nor below it. An
        /// honest report has no such record: the policy would not have applied.
        case foreignAuthorDomain
        /// The name of the file, or the mail around the report, names another domain or period.
        case contradiction
        /// There is no record at all.
        case empty
    }

    public var kind: Kind
    /// How often it was found.
    public var count: Int
    /// What was found first, shortened.
    public var example: String

    public init(_ kind: Kind, count: Int = 1, example: String = "") {
        self.kind = kind
        self.count = count
        self.example = example
    }
}

extension ReportRepair: CustomStringConvertible {
    public var description: String {
        let example = example.isEmpty ? "" : " (\(example))"
        return count == 1
            ? "\(kind.rawValue)\(example)" : "\(kind.rawValue)\(example), \(count) times"
    }
}

/// Collects repairs, each kind once: a report with a million faults needs no more room than one with
/// a single one.
struct ReportRepairs {
    private static let exampleLimit = 120

    private(set) var list: [ReportRepair] = []

    mutating func note(
        _ kind: ReportRepair.Kind, _ example: @autoclosure () -> String = "", count: Int = 1
    ) {
        guard count > 0 else { return }
        guard let index = list.firstIndex(where: { $0.kind == kind }) else {
            let text = String(decoding: example().utf8.prefix(Self.exampleLimit), as: UTF8.self)
            list.append(ReportRepair(kind, count: count, example: text))
            return
        }
        list[index].count &+= count
    }
}
