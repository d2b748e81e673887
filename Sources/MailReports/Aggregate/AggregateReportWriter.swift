import MailTypes

/// Writes an aggregate report in the XML of RFC 9990, record by record, in the order of its schema.
///
///     var writer = AggregateReportWriter(report)
///     for record in records { file += writer.formatted(record) }
///     file = writer.start + file + writer.end
///
/// What is written holds to the schema: the namespace is that of RFC 9990, values that it does not
/// list are not written, or as `other` where something must stand, and characters that XML cannot
/// carry become U+FFFD.
public struct AggregateReportWriter: Sendable {
    private let report: AggregateReport

    public init(_ report: AggregateReport) { self.report = report }

    /// The whole report.
    public static func format(
        _ report: AggregateReport, records: some Sequence<AggregateRecord>
    ) -> [UInt8] {
        let writer = AggregateReportWriter(report)
        var output = writer.start
        for record in records { output += writer.formatted(record) }
        return output + writer.end
    }

    /// What stands before the records.
    public var start: [UInt8] {
        var xml = ReportXML()
        xml.bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
        xml.bytes += "<feedback xmlns=\"\(AggregateReport.Namespace.current)\">\n".utf8
        xml.depth = 1
        xml.leaf("version", "1.0")
        xml.element("report_metadata") { metadata(&$0) }
        xml.element("policy_published") { policy(&$0) }
        return xml.bytes
    }

    /// What stands behind the records.
    public var end: [UInt8] { Array("</feedback>\n".utf8) }

    /// One record.
    public func formatted(_ record: AggregateRecord) -> [UInt8] {
        var xml = ReportXML()
        xml.depth = 1
        xml.element("record") { xml in
            xml.element("row") { row(record, &$0) }
            xml.element("identifiers") { xml in
                xml.leaf("header_from", record.identifiers.authorDomain)
                xml.leaf("envelope_from", record.identifiers.mailFromDomain)
                xml.leaf("envelope_to", record.identifiers.recipientDomain)
            }
            xml.element("auth_results") { results(record, &$0) }
        }
        return xml.bytes
    }

    // MARK: Parts, in the order of RFC 9990's schema

    private func metadata(_ xml: inout ReportXML) {
        let metadata = report.metadata
        xml.leaf("org_name", metadata.organization)
        xml.leaf("email", metadata.email)
        xml.leaf("extra_contact_info", metadata.extraContactInfo)
        xml.leaf("report_id", metadata.reportID)
        xml.element("date_range") { xml in
            xml.leaf("begin", String(metadata.begin?.seconds ?? 0))
            xml.leaf("end", String(metadata.end?.seconds ?? 0))
        }
        // One at most: what there is to say goes into it.
        if !metadata.errors.isEmpty {
            xml.leaf("error", metadata.errors.joined(separator: "; "))
        }
        xml.leaf("generator", metadata.generator)
    }

    private func policy(_ xml: inout ReportXML) {
        let policy = report.policy
        xml.leaf("domain", policy.domain)
        // No policy that can be read is one of `none` (RFC 9989 §4.7).
        xml.leaf("p", policy.policy.isListed ? policy.policy.name : "none")
        xml.leaf("sp", listed: policy.subdomainPolicy)
        xml.leaf("np", listed: policy.nonexistentSubdomainPolicy)
        xml.leaf("adkim", listed: policy.dkimAlignment)
        xml.leaf("aspf", listed: policy.spfAlignment)
        xml.leaf("discovery_method", listed: policy.discoveryMethod)
        xml.leaf("fo", policy.failureOptions)
        xml.leaf("testing", policy.isTesting.map { $0 ? "y" : "n" })
    }

    private func row(_ record: AggregateRecord, _ xml: inout ReportXML) {
        let evaluation = record.evaluation
        xml.leaf("source_ip", record.sourceIP?.description ?? "")
        xml.leaf("count", String(max(0, record.count)))
        xml.element("policy_evaluated") { xml in
            let disposition = evaluation.disposition
            xml.leaf("disposition", disposition.isListed ? disposition.name : "none")
            xml.leaf("dkim", evaluation.dkim == .pass ? "pass" : "fail")
            xml.leaf("spf", evaluation.spf == .pass ? "pass" : "fail")
            for reason in evaluation.reasons {
                xml.element("reason") { xml in
                    xml.leaf("type", reason.type.isCurrent ? reason.type.name : "other")
                    xml.leaf("comment", reason.comment)
                }
            }
        }
    }

    private func results(_ record: AggregateRecord, _ xml: inout ReportXML) {
        for signature in record.dkim.preferred {
            xml.element("dkim") { xml in
                xml.leaf("domain", signature.domain)
                xml.leaf("selector", signature.selector ?? "")
                xml.leaf("result", signature.result.isListed ? signature.result.name : "permerror")
                xml.leaf("human_result", signature.explanation)
            }
        }
        // One at most, and of the reverse path: what SPF says of HELO is no input of DMARC.
        if let check = record.spf.first(where: { $0.scope != .helo }) {
            xml.element("spf") { xml in
                xml.leaf("domain", check.domain)
                xml.leaf("scope", check.scope == .mailFrom ? "mfrom" : nil)
                xml.leaf("result", check.result.isListed ? check.result.name : "permerror")
                xml.leaf("human_result", check.explanation)
            }
        }
    }
}

extension AggregateReport.OverrideType {
    /// Whether RFC 9990 has it; two are of RFC 7489 alone.
    fileprivate var isCurrent: Bool {
        isListed && self != .forwarded && self != .sampledOut
    }
}

extension [AggregateRecord.DKIMSignature] {
    /// At most 100, those that passed first (RFC 9990 §3.1.3).
    fileprivate var preferred: [Element] {
        let limit = 100
        if count <= limit { return self }
        return Array((filter { $0.result == .pass } + filter { $0.result != .pass }).prefix(limit))
    }
}

/// XML as it is written: elements, and texts that cannot break out of them.
private struct ReportXML {
    var bytes: [UInt8] = []
    var depth = 0

    mutating func element(_ name: StaticString, _ content: (inout ReportXML) -> Void) {
        indent()
        bytes += "<\(name)>\n".utf8
        depth += 1
        content(&self)
        depth -= 1
        indent()
        bytes += "</\(name)>\n".utf8
    }

    /// An element that holds a text, or nothing at all for nil.
    mutating func leaf(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        indent()
        bytes += "<\(name)>".utf8
        for scalar in text.unicodeScalars { append(scalar) }
        bytes += "</\(name)>\n".utf8
    }

    mutating func leaf(_ name: StaticString, listed value: (some ReportValue)?) {
        if let value, value.isListed { leaf(name, value.name) }
    }

    private mutating func indent() {
        for _ in 0..<depth * 2 { bytes.append(0x20) }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "&": bytes += "&amp;".utf8
        case "<": bytes += "&lt;".utf8
        case ">": bytes += "&gt;".utf8
        case "\r": bytes += "&#13;".utf8
        case "\t", "\n": bytes.append(UInt8(ascii: scalar))
        // Char, XML 1.0 §2.2
        case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": bytes += "\u{FFFD}".utf8
        default: bytes += String(scalar).utf8
        }
    }
}
