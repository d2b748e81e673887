public import MailTypes

/// The TXT record at `_mta-sts`: it says that a domain has a policy, and by its `id` when that has
/// changed (RFC 8461 §3.1).
///
///     v=STSv1; id=20160831085700Z;
public struct MTASTSRecord: Equatable, Sendable {
    /// The label in front of the policy domain.
    public static let label = "_mta-sts"
    /// Longest `id`, in characters.
    public static let idLengthLimit = 32

    /// 1 to 32 letters and digits, compared byte by byte; there is no order among them.
    public let id: String

    /// Nil when `id` is not 1 to 32 letters and digits.
    public init?(id: String) {
        guard (1...Self.idLengthLimit).contains(id.utf8.count), id.utf8.allSatisfy(\.isAlphanumeric)
        else { return nil }
        self.id = id
    }

    /// Reads the strings of a TXT record, joined with nothing between. Unknown fields are passed
    /// over, and so are all fields `id` but the first.
    public init(parsing text: [UInt8]) throws(SyntaxError) {
        let record = try FieldRecord(parsing: text[...], version: "v=STSv1", list: "")
        guard let value = record.values("id").first else {
            throw SyntaxError(expected: "“id=”", offset: text.count)
        }
        guard let checked = MTASTSRecord(id: String(decoding: value, as: UTF8.self)) else {
            throw SyntaxError(
                expected: "1 to 32 letters and digits", offset: value.startIndex)
        }
        self = checked
    }

    public var formatted: String { "v=STSv1; id=\(id);" }
}

/// What a look-up of `_mta-sts` showed.
public enum MTASTSRecordLookup: Equatable, Sendable {
    case record(MTASTSRecord)
    /// No policy is announced now: no record, more than one, or one that breaks the grammar. A
    /// policy that was fetched before applies all the same, until it expires.
    case none(reason: String)
    /// The DNS did not answer, which is treated alike.
    case temporaryFailure(reason: String)

    /// Chooses among the TXT records at the name, each with its strings joined.
    public init(records: [[UInt8]]) {
        let candidates = records.filter { FieldRecord.isVersion("v=STSv1", $0) }
        guard candidates.count == 1 else {
            self = .none(
                reason: candidates.isEmpty
                    ? "no record of version STSv1" : "\(candidates.count) records of version STSv1")
            return
        }
        do {
            self = .record(try MTASTSRecord(parsing: candidates[0]))
        } catch {
            self = .none(reason: "the record is malformed: \(error)")
        }
    }
}
