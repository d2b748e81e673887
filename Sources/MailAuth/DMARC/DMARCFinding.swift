/// Something in a DMARC record that its owner should know of. Receivers go on all the same, as
/// RFC 9989 §4.8 tells them to.
public enum DMARCFinding: Hashable, Sendable {
    /// Two semicolons with nothing between.
    case emptyTag
    /// An element without a name and an equals sign.
    case malformedTag(String)
    /// A tag that the standard does not have.
    case unknownTag(String)
    /// `pct`, `rf` or `ri`: receivers of RFC 7489 read it, those of RFC 9989 do not (§9.3). What was
    /// no value even then makes some of the old ones pass over the record.
    case historicTag(String, value: String, wasValid: Bool)
    /// A tag that comes more than once; none of them counts.
    case repeatedTag(String)
    /// A value that the tag does not have; the default counts, or for a policy §4.10.1.
    case invalidValue(tag: String, value: String)
    /// There is no `p=`.
    case missingPolicy
    /// A report address that is no URI; it is passed over.
    case invalidReportURI(tag: String, text: String)
    /// A report address that is not `mailto:`, the one scheme that receivers have to support.
    case unsupportedScheme(tag: String, text: String)
    /// A size behind a report address, which has no meaning any more.
    case obsoleteReportSize(tag: String, text: String)
    /// `fo=` without `ruf=`.
    case failureOptionsWithoutAddress
    /// More tags than ``DMARCRecord/tagCountLimit``; those behind are passed over.
    case tooManyTags
}

extension DMARCFinding: CustomStringConvertible {
    public var description: String {
        switch self {
        case .emptyTag: "two semicolons have nothing between them"
        case .malformedTag(let text): "“\(text)” is no tag and is ignored"
        case .unknownTag(let name): "the tag \(name)= is unknown and is ignored"
        case .historicTag(let name, let value, wasValid: false):
            "\(name)=\(value) has no effect any more, and was never a valid value"
        case .historicTag("pct", let value, _):
            "pct=\(value) has no effect any more; t=y is for trying a policy out"
        case .historicTag(let name, let value, _): "\(name)=\(value) has no effect any more"
        case .repeatedTag(let name): "the tag \(name)= comes more than once, so none counts"
        case .invalidValue("fo", let value):
            "fo=\(value) is no valid value; 0 and 1 exclude each other"
        case .invalidValue(let tag, let value): "\(tag)=\(value) is no valid value"
        case .missingPolicy: "there is no policy (p=)"
        case .invalidReportURI(let tag, let text): "\(tag)= has “\(text)”, which is no URI"
        case .unsupportedScheme(let tag, let text):
            "\(tag)= has \(text); receivers only have to support mailto:"
        case .obsoleteReportSize(let tag, let text):
            "\(tag)= has \(text); a size limit has no meaning any more"
        case .failureOptionsWithoutAddress: "fo= has no effect without ruf="
        case .tooManyTags: "the record has more than \(DMARCRecord.tagCountLimit) tags"
        }
    }
}
