public import Archives
public import MailMessage

/// What a file or a mail was found to report.
public enum Report: Equatable, Sendable {
    /// A DMARC aggregate report; its records went to the handler.
    case aggregate(AggregateReading)
    case tls(TLSReading)
    /// A report on one message that failed authentication (RFC 6591, RFC 9991).
    case failure(FeedbackReport)
    /// A complaint about a message (RFC 5965).
    case feedback(FeedbackReport)
    case deliveryStatus(DeliveryStatusNotification)
}

/// Why something that looked like a report, or like an archive of one, is none.
public enum ReportFailure: Error, Equatable, Sendable {
    case archive(ArchiveError)
    case aggregate(AggregateReportError)
    case tls(TLSReportError)
    /// A mail, or a text, beyond ``ReportLimits/messageSizeLimit``.
    case tooLarge
    /// There is nothing in it that could be a report.
    case unrecognized
}

extension ReportFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .archive(let error): "\(error)"
        case .aggregate(let error): "\(error)"
        case .tls(let error): "\(error)"
        case .tooLarge: "the mail is too large"
        case .unrecognized: "there is no report in it"
        }
    }
}

/// What reading reports may take.
public struct ReportLimits: Equatable, Sendable {
    public var expansion = ExpansionLimits()
    public var aggregate = AggregateReportLimits()
    /// Largest mail that is looked into, in bytes.
    public var messageSizeLimit = 64 << 20

    public init() {}
}

/// The reports in a file or mail, of whatever kind and however packed: XML, JSON, gzip, zip, or a
/// whole mail with any of these in it.
///
///     let file = ReportFile.read(bytes, name: "report.xml.gz") { report, record in … }
///     for report in file.reports { … }
///
/// What it is is found out from the content; names and media types are often wrong.
public struct ReportFile: Equatable, Sendable {
    /// In the order in which they were found: as a rule one.
    public internal(set) var reports: [Report] = []
    /// What could not be read, if anything looked like a report. A file with neither reports nor
    /// failures does not exist: where there is nothing, it says ``ReportFailure/unrecognized``.
    public internal(set) var failures: [ReportFailure] = []
    /// The mail, where the file is one. Whether its sender is who it says is for the caller to find
    /// out: reports that come by mail are worth as much as the mail's authentication.
    public internal(set) var message: Message?

    /// Reads a file that is in memory.
    /// - Parameter name: Its name, which is compared with what the report says.
    public static func read(
        _ bytes: [UInt8], name: String? = nil, limits: ReportLimits = .init(),
        handlingRecords handle: @escaping AggregateReportReader.RecordHandler = { _, _ in }
    ) -> ReportFile {
        read(
            ArchiveReader(bytes, limits: limits.expansion), name: name, limits: limits,
            handlingRecords: handle)
    }

    /// Reads a file piece by piece. Aggregate reports need no more memory than their largest record,
    /// however large they are; mails and TLS reports are gathered, within bounds.
    public static func read(
        name: String? = nil, limits: ReportLimits = .init(),
        handlingRecords handle: @escaping AggregateReportReader.RecordHandler = { _, _ in },
        pulling source: @escaping ArchiveReader.Source
    ) -> ReportFile {
        read(
            ArchiveReader(limits: limits.expansion, pulling: source), name: name, limits: limits,
            handlingRecords: handle)
    }

    /// Reads the reports in a mail.
    public static func read(
        _ message: Message, limits: ReportLimits = .init(),
        handlingRecords handle: @escaping AggregateReportReader.RecordHandler = { _, _ in }
    ) -> ReportFile {
        var reader = ReportFileReader(limits: limits, handle: handle)
        reader.read(message)
        return reader.finished()
    }

    private static func read(
        _ archive: ArchiveReader, name: String?, limits: ReportLimits,
        handlingRecords handle: @escaping AggregateReportReader.RecordHandler
    ) -> ReportFile {
        var reader = ReportFileReader(limits: limits, handle: handle)
        reader.read(archive, name: name)
        return reader.finished()
    }
}
