public import DNS

/// One question to the DNS in the course of an evaluation, and the answer.
public struct LookUpTrace: Equatable, Sendable {
    public let name: DNSName
    public let type: DNSRecordType
    public let outcome: DNSAnswer.Outcome

    public init(name: DNSName, type: DNSRecordType, outcome: DNSAnswer.Outcome) {
        self.name = name
        self.type = type
        self.outcome = outcome
    }

    /// Whether it found nothing: the name does not exist, or has no such records.
    public var isVoid: Bool {
        switch outcome {
        case .noData, .nameNotFound: true
        case .records, .temporaryFailure: false
        }
    }
}

extension LookUpTrace {
    /// Most records that are told.
    private static let recordLimit = 10

    /// The question and its answer, for a reader.
    public var step: EvaluationStep { EvaluationStep("\(type) \(name)", told) }

    private var told: String {
        switch outcome {
        case .records(let records):
            let texts = records.prefix(Self.recordLimit).map { $0.told }
            let rest = records.count - texts.count
            return texts.joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "")
        case .noData: return "no such record"
        case .nameNotFound: return "the name does not exist"
        case .temporaryFailure(let reason): return "failed: \(reason.printable())"
        }
    }
}

extension DNSRecordData {
    /// The record without what a reader of a list has no use for.
    fileprivate var told: String {
        switch self {
        case .address(let address): "\(address)"
        case .mx(let record): "\(record.exchange)"
        case .ptr(let name): "\(name)"
        default:
            joinedText.map { String(decoding: $0, as: UTF8.self).printable() } ?? "\(self)"
        }
    }
}
