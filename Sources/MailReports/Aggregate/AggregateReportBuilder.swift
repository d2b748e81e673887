import MailTypes
import XMLText

/// Makes the head and the records of an aggregate report out of the events of its XML.
///
/// Millions of elements pass through here, so that nothing is allocated for one that can do without:
/// names are numbers, texts gather in one buffer, and values that repeat are kept.
struct AggregateReportBuilder: XMLHandler {
    let limits: AggregateReportLimits
    private let handle: AggregateReportReader.RecordHandler

    var report = AggregateReport(
        namespace: .none, version: nil,
        metadata: .init(organization: "", email: "", reportID: "", begin: nil, end: nil),
        policy: .init(domain: "", policy: .other("")))
    var record = AggregateRecord.empty
    var signature = AggregateRecord.DKIMSignature.empty
    var check = AggregateRecord.SPFCheck.empty
    var reason = AggregateRecord.OverrideReason.empty
    var repairs = ReportRepairs()
    var texts = RepeatedTexts()
    /// What the current record was found to have.
    var found = FoundElements()

    private var meanings: [AggregateElement] = []
    private var open: [OpenElement] = []
    private(set) var section = AggregateElement.other
    /// The element whose text is gathered; `other` where none is wanted.
    private var field = AggregateElement.other
    private(set) var buffer: [UInt8] = []
    private var isCut = false
    /// Number of open elements, from the outermost that is passed over with all that is in it.
    private var skippedDepth = 0
    private var hasReport = false
    private var isInRecord = false
    private var recordCount = 0
    private var messageCount = 0
    private var alignment = AuthorDomainCheck()

    private struct OpenElement {
        let element: AggregateElement
        /// The section around it.
        let section: AggregateElement
    }

    init(limits: AggregateReportLimits, handle: @escaping AggregateReportReader.RecordHandler) {
        self.limits = limits
        self.handle = handle
        buffer.reserveCapacity(256)
        open.reserveCapacity(limits.depthLimit)
    }

    var isDone: Bool { recordCount > limits.recordLimit }

    // MARK: Events

    mutating func start(_ tag: borrowing XMLStartTag) {
        if tag.name.index == meanings.count {
            meanings.append(AggregateElement(name: tag.localName))
        }
        if skippedDepth > 0 {
            skippedDepth += 1
            return
        }
        let element = meanings[tag.name.index]
        if field != .other { endField() }
        if element == .other, hasReport {
            skippedDepth = 1  // an extension
            return
        }
        open.append(OpenElement(element: element, section: section))
        if isSection(element) {
            if element == .feedback { beginReport(tag) }
            begin(element)
            section = element
        } else {
            field = element
            buffer.removeAll(keepingCapacity: true)
        }
    }

    mutating func end(_ name: XMLName) {
        if skippedDepth > 0 {
            skippedDepth -= 1
            return
        }
        guard let last = open.popLast() else { return }
        if field != .other {
            endField()
        } else if isInRecord {
            end(last.element, in: last.section)
        }
        section = last.section
    }

    mutating func characters(_ text: Span<UInt8>) {
        guard field != .other, skippedDepth == 0 else { return }
        var count = text.count
        if buffer.count &+ count > limits.textLimit {
            isCut = true
            count = limits.textLimit - buffer.count
        }
        text.withUnsafeBufferPointer { buffer.append(contentsOf: $0.prefix(count)) }
    }

    private func isSection(_ element: AggregateElement) -> Bool {
        if element == .dkim || element == .spf {
            return section == .authResults || section == .dkim || section == .spf
        }
        return element.isSection
    }

    // MARK: Sections

    private mutating func beginReport(_ tag: borrowing XMLStartTag) {
        if hasReport || open.count > 1 { repairs.note(.misplaced, "feedback") }
        guard !hasReport else { return }
        hasReport = true
        report.namespace = AggregateReport.Namespace(tag.namespace ?? "")
        if case .other(let name) = report.namespace { repairs.note(.foreignNamespace, name) }
    }

    private mutating func begin(_ element: AggregateElement) {
        switch element {
        case .record:
            endRecord()  // of one that was not closed
            record = .empty
            found = []
            isInRecord = true
        case .dkim: signature = .empty
        case .spf: check = .empty
        case .reason: reason = .empty
        default: break
        }
    }

    private mutating func end(_ element: AggregateElement, in outer: AggregateElement) {
        switch element {
        case .record: endRecord()
        case .dkim where section == .dkim:
            guard record.dkim.count < limits.valueLimit else {
                return repairs.note(.tooMany, "dkim")
            }
            record.dkim.append(signature)
            noteMissing(in: signature)
        case .spf where section == .spf:
            guard record.spf.count < limits.valueLimit else {
                return repairs.note(.tooMany, "spf")
            }
            record.spf.append(check)
        case .reason:
            guard record.evaluation.reasons.count < limits.valueLimit else {
                return repairs.note(.tooMany, "reason")
            }
            // Some write an empty one where there is no reason.
            if reason != .empty { record.evaluation.reasons.append(reason) }
        default: break
        }
    }

    private mutating func endRecord() {
        guard isInRecord else { return }
        isInRecord = false
        recordCount += 1
        guard !isDone else { return }
        if found != .all { noteMissingInRecord() }
        if !alignment.holds(for: record.identifiers.authorDomain, below: report.policy.domain) {
            repairs.note(.foreignAuthorDomain, record.identifiers.authorDomain)
        }
        let (sum, overflow) = messageCount.addingReportingOverflow(record.count)
        messageCount = overflow ? .max : sum
        handle(report, record)
    }

    private mutating func endField() {
        if isCut {
            repairs.note(.longText, field.rawValue)
            isCut = false
        }
        let field = field
        self.field = .other
        if isInRecord {
            setRecordValue(field)
        } else {
            setHeadValue(field)
        }
    }

    // MARK: The end

    /// - Parameter brokenXML: What the XML reader passed over.
    func reading(brokenXML: [XMLError]) throws(AggregateReportError) -> AggregateReading {
        guard hasReport else { throw .noReport }
        guard !report.policy.domain.isEmpty else { throw .noPolicyDomain }
        var repairs = repairs
        repairs.note(
            .malformed, brokenXML.first.map { "\($0)" } ?? "", count: brokenXML.count)
        noteMissingInHead(&repairs)
        if recordCount == 0 { repairs.note(.empty) }
        return AggregateReading(
            report: report, recordCount: recordCount, messageCount: messageCount,
            repairs: repairs.list)
    }
}

/// Whether the author's domain is one that the policy can be for. Reports have few different ones,
/// most of them one alone, so the last answer is kept.
private struct AuthorDomainCheck {
    private var authorDomain = ""
    private var policyDomain = ""
    private var answer = true

    mutating func holds(for authorDomain: String, below policyDomain: String) -> Bool {
        if authorDomain == self.authorDomain, policyDomain == self.policyDomain { return answer }
        self.authorDomain = authorDomain
        self.policyDomain = policyDomain
        answer =
            authorDomain.isEmpty || policyDomain.isEmpty
            || Self.isEqualOrBelow(Self.bytes(authorDomain), Self.bytes(policyDomain))
        return answer
    }

    private static func bytes(_ name: String) -> ArraySlice<UInt8> {
        let bytes = name.utf8.map(\.asciiLowercased)
        return bytes.last == UInt8(ascii: ".") ? bytes.dropLast() : bytes[...]
    }

    private static func isEqualOrBelow(_ name: ArraySlice<UInt8>, _ domain: ArraySlice<UInt8>)
        -> Bool
    {
        guard name.suffix(domain.count) == domain else { return false }
        return name.count == domain.count
            || name.dropLast(domain.count).last == UInt8(ascii: ".")
    }
}
