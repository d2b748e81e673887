import JSONText
public import MailTypes

/// What reading a TLS report gave.
public struct TLSReading: Equatable, Sendable {
    public var report: TLSReport
    /// What was not as RFC 8460 has it, each kind once.
    public var repairs: [ReportRepair]

    public init(report: TLSReport, repairs: [ReportRepair]) {
        self.report = report
        self.repairs = repairs
    }
}

/// Why bytes are no TLS report.
public enum TLSReportError: Error, Equatable, Sendable {
    /// It is no JSON: what was expected, and at which byte.
    case malformed(SyntaxError)
    /// It is longer than ``TLSReport/sizeLimit``.
    case tooLarge
    /// It is JSON, but has no list of policies.
    case noReport
}

extension TLSReportError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed(let error): "it is no JSON: \(error)"
        case .tooLarge: "the report is too long"
        case .noReport: "there is no report in it"
        }
    }
}

extension TLSReport {
    /// Longest report, in bytes of JSON. One is made for one domain and one day, and counts sessions
    /// instead of listing them.
    public static let sizeLimit = 16 << 20

    /// Reads the JSON of a report.
    ///
    /// Reads forgivingly what real reporters write: a string where there should be a list, numbers as
    /// strings, members that are missing, values that the standard does not list.
    public static func read(_ bytes: [UInt8]) throws(TLSReportError) -> TLSReading {
        guard bytes.count <= sizeLimit else { throw .tooLarge }
        let document: Document
        do {
            let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            document = try JSON.parse(hasMark ? Array(bytes.dropFirst(3)) : bytes)
        } catch {
            throw .malformed(error)
        }
        guard let policies = document["policies"],
            document["report-id"] != nil
                || document["organization-name"] != nil
        else { throw .noReport }
        var reader = TLSReportReader()
        let report = reader.report(document, policies: policies)
        return TLSReading(report: report, repairs: reader.repairs.list)
    }
}

/// Takes the members of a report apart, and notes what is wrong with them.
private struct TLSReportReader {
    var repairs = ReportRepairs()

    mutating func report(_ document: Document, policies: Document) -> TLSReport {
        let range = document["date-range"]
        let report = TLSReport(
            organization: text(document, "organization-name"),
            begin: time(range, "start-datetime"), end: time(range, "end-datetime"),
            contactInfo: text(document, "contact-info"),
            reportID: text(document, "report-id") ?? "",
            policies: list(policies, "policies").map { policyResult($0) })
        if report.policies.isEmpty { repairs.note(.empty) }
        if let begin = report.begin, let end = report.end, end < begin {
            repairs.note(.badPeriod, "\(begin.iso8601) to \(end.iso8601)")
        }
        return report
    }

    private mutating func policyResult(_ document: Document) -> TLSReport.PolicyResult {
        let policy = document["policy"] ?? .null
        let summary = document["summary"] ?? .null
        return TLSReport.PolicyResult(
            policy: TLSReport.Policy(
                kind: listed(policy, "policy-type"), strings: texts(policy, "policy-string"),
                domain: text(policy, "policy-domain") ?? "", mxHosts: texts(policy, "mx-host")),
            successfulSessionCount: count(summary, "total-successful-session-count"),
            failedSessionCount: count(summary, "total-failure-session-count"),
            failures: document["failure-details"].map { details in
                list(details, "failure-details").map { failure($0) }
            } ?? [])
    }

    private mutating func failure(_ document: Document) -> TLSReport.Failure {
        TLSReport.Failure(
            result: listed(document, "result-type"),
            sendingMTA: address(document, "sending-mta-ip"),
            receivingMXHostname: text(document, "receiving-mx-hostname", isOptional: true),
            receivingMXHelo: text(document, "receiving-mx-helo", isOptional: true),
            receivingIP: address(document, "receiving-ip"),
            failedSessionCount: count(document, "failed-session-count"),
            additionalInformation: text(document, "additional-information", isOptional: true),
            reasonCode: text(document, "failure-reason-code", isOptional: true))
    }

    // MARK: Members

    private mutating func text(
        _ document: Document, _ name: String, isOptional: Bool = false
    ) -> String? {
        switch document[name] {
        case .string(let text) where !text.isEmpty: return text
        case .integer(let number):
            repairs.note(.wrongType, name)
            return String(number)
        case nil, .null, .string:
            if !isOptional { repairs.note(.missing, name) }
            return nil
        default:
            repairs.note(.wrongType, name)
            return nil
        }
    }

    /// The strings of a list. A string alone, as many write it, is a list of one; lines within a
    /// string are strings of their own.
    private mutating func texts(_ document: Document, _ name: String) -> [String] {
        switch document[name] {
        case nil, .null: return []
        case .array(let items):
            return items.compactMap { item in
                if case .string(let text) = item { return text }
                repairs.note(.wrongType, name)
                return nil
            }
        case .string(let text):
            repairs.note(.wrongType, name)
            return text.split(whereSeparator: \.isNewline).map(String.init)
        default:
            repairs.note(.wrongType, name)
            return []
        }
    }

    private mutating func list(_ document: Document, _ name: String) -> [Document] {
        switch document {
        case .array(let items): return items
        case .null: return []
        default:
            repairs.note(.wrongType, name)
            return [document]
        }
    }

    private mutating func count(_ document: Document, _ name: String) -> Int {
        switch document[name] {
        case .integer(let number) where number >= 0: return Int(number)
        case .double(let number) where number >= 0 && number < 1e15 && number.rounded() == number:
            return Int(number)
        case .string(let text):
            repairs.note(.wrongType, "\(name): \(text)")
            if let number = Int(reportText: Array(text.utf8)[...]) { return number }
            repairs.note(.badNumber, "\(name): \(text)")
        case nil, .null: repairs.note(.missing, name)
        default: repairs.note(.badNumber, name)
        }
        return 0
    }

    private mutating func time(_ document: Document?, _ name: String) -> UnixTime? {
        guard let text = text(document ?? .null, name) else { return nil }
        if let time = UnixTime(parsingRFC3339: text) { return time }
        repairs.note(.badPeriod, "\(name): \(text)")
        return nil
    }

    private mutating func address(_ document: Document, _ name: String) -> IPAddress? {
        guard let text = text(document, name, isOptional: true) else { return nil }
        if let address = IPAddress(parsing: text) { return address }
        repairs.note(.badAddress, "\(name): \(text)")
        return nil
    }

    private mutating func listed<Value: ReportValue>(_ document: Document, _ name: String) -> Value
    {
        guard let text = text(document, name) else { return .other("") }
        let bytes = Array(text.utf8)[...]
        for (name, value) in Value.listed where bytes.equals(name) { return value }
        for (listed, value) in Value.listed where bytes.equalsIgnoringCase(listed) {
            repairs.note(.letterCase, "\(name): \(text)")
            return value
        }
        repairs.note(.unlistedValue, "\(name): \(text)")
        return .other(text)
    }
}
