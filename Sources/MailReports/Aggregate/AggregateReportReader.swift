import MailTypes
import XMLText

/// Reads an aggregate report piece by piece and hands out its records one by one, in memory that
/// does not grow with the report.
///
///     var reader = AggregateReportReader { report, record in
///         print(report.policy.domain, record.sourceIP, record.count)
///     }
///     while let piece = try archive.nextPiece() { try reader.read(piece) }
///     let reading = try reader.finish()
///
/// It reads the reports of RFC 9990 and RFC 7489 in either namespace, in none, and with any prefix,
/// and what is broken as far as its meaning is clear; ``AggregateReading/repairs`` says what that
/// took. What cannot be relied on at all is refused with an ``AggregateReportError``.
public struct AggregateReportReader: ~Copyable {
    /// Takes one record, with the head of its report as far as that was read: all of it in reports
    /// that keep to the order of their standard.
    public typealias RecordHandler = (AggregateReport, AggregateRecord) -> Void

    private var reader: XMLReader<AggregateReportBuilder>

    public init(
        limits: AggregateReportLimits = .init(), handlingRecords handle: @escaping RecordHandler
    ) {
        var xml = XMLLimits()
        xml.depthLimit = limits.depthLimit
        reader = XMLReader(
            AggregateReportBuilder(limits: limits, handle: handle), limits: xml, recovers: true)
    }

    /// Reads on.
    /// - Throws: ``AggregateReportError``; the same again at every call behind it.
    public mutating func read(_ piece: ArraySlice<UInt8>) throws(AggregateReportError) {
        do {
            try reader.read(piece)
        } catch {
            throw AggregateReportError(error)
        }
        if reader.handler.isDone { throw .tooManyRecords }
    }

    /// Ends the reading.
    /// - Throws: ``AggregateReportError``, also when the report lacks what nobody can do without.
    public mutating func finish() throws(AggregateReportError) -> AggregateReading {
        do {
            try reader.finish()
        } catch {
            throw AggregateReportError(error)
        }
        let builder = reader.handler
        if builder.isDone { throw .tooManyRecords }
        return try builder.reading(brokenXML: reader.repairs)
    }

    /// Reads a whole report, its records included: for small ones.
    public static func read(
        _ bytes: ArraySlice<UInt8>, limits: AggregateReportLimits = .init()
    ) throws(AggregateReportError) -> (reading: AggregateReading, records: [AggregateRecord]) {
        var records: [AggregateRecord] = []
        var reader = AggregateReportReader(limits: limits) { records.append($1) }
        try reader.read(bytes)
        let reading = try reader.finish()
        return (reading, records)
    }
}

/// What reading an aggregate report gave, besides its records.
public struct AggregateReading: Equatable, Sendable {
    public var report: AggregateReport
    public var recordCount: Int
    /// Sum of the records' counts; it stays at the largest number if it goes beyond.
    public var messageCount: Int
    /// What was not as the standards want it, each kind once; empty for a report without fault.
    public var repairs: [ReportRepair]

    public init(
        report: AggregateReport, recordCount: Int, messageCount: Int, repairs: [ReportRepair]
    ) {
        self.report = report
        self.recordCount = recordCount
        self.messageCount = messageCount
        self.repairs = repairs
    }
}

/// What an aggregate report may ask for.
public struct AggregateReportLimits: Equatable, Sendable {
    /// Deepest nesting of elements; a report needs 6.
    public var depthLimit = 32
    /// Most records in a report.
    public var recordLimit = 20_000_000
    /// Longest value, in bytes; what is behind it is left out.
    public var textLimit = 4096
    /// Most signatures, SPF results and reasons of one record, and most errors of the report, each.
    /// RFC 9990 §3.1.3 has at most 100 signatures.
    public var valueLimit = 100
    /// Largest number of messages that one record may count; a larger one is no number.
    public var countLimit = 1_000_000_000_000

    public init() {}
}

/// Why bytes are no aggregate report.
public enum AggregateReportError: Error, Equatable, Sendable {
    /// It is no XML, or XML beyond repair: why, and on which line.
    case malformed(String, line: Int)
    /// It declares a document type, which may hold entities; no report needs one.
    case documentType
    /// It goes beyond a bound of the XML reader.
    case tooLarge(String)
    case tooManyRecords
    /// It has no `feedback` element.
    case noReport
    /// It does not say which domain it is about.
    case noPolicyDomain

    init(_ error: XMLError) {
        switch error.reason {
        case .documentType: self = .documentType
        case .limit(let limit): self = .tooLarge("\(limit)")
        case .empty: self = .noReport
        case .notWellFormed, .encoding, .nul:
            self = .malformed("\(error.reason)", line: error.line)
        }
    }
}

extension AggregateReportError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed(let reason, let line): "line \(line) is no XML: \(reason)"
        case .documentType: "a document type is declared, which no report needs"
        case .tooLarge(let what): "there is too much of: \(what)"
        case .tooManyRecords: "there are too many records"
        case .noReport: "there is no report in it"
        case .noPolicyDomain: "the report does not say which domain it is about"
        }
    }
}
