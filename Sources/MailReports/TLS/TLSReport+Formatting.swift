import Archives
import JSONText
public import MailMessage
public import MailTypes

extension TLSReport {
    /// The report in JSON, strictly as RFC 8460 §4.4 has it.
    public var json: [UInt8] {
        var members = [
            Document.Field("organization-name", .string(organization ?? "")),
            Document.Field(
                "date-range",
                .object([
                    .init("start-datetime", .string((begin ?? UnixTime(seconds: 0)).rfc3339)),
                    .init("end-datetime", .string((end ?? UnixTime(seconds: 0)).rfc3339)),
                ])),
            Document.Field("contact-info", .string(contactInfo ?? "")),
            Document.Field("report-id", .string(reportID)),
        ]
        members.append(.init("policies", .array(policies.map(\.document))))
        return JSON.write(.object(members))
    }

    /// `sender!policy-domain!begin!end!id.json.gz` (RFC 8460 §5.1)
    public func fileName(submitter: DomainName) -> ReportFileName {
        ReportFileName(
            reporter: submitter.text, policyDomain: policies.first?.policy.domain ?? "",
            begin: begin ?? UnixTime(seconds: 0), end: end ?? UnixTime(seconds: 0),
            uniqueID: ReportFileName.uniqueID(from: reportID), fileExtension: "json.gz")
    }

    /// The report in a mail to one of the domain's addresses (RFC 8460 §5.3).
    ///
    /// The caller signs it with a key of the submitter's domain and without `l=` (§3).
    /// - Parameters:
    ///   - submitter: The domain that reports: that of ``contactInfo``.
    ///   - messageID: Without angle brackets.
    /// - Throws: ``CompositionError`` when an address or an identifier cannot be written.
    public func mail(
        from: Address, to recipient: Mailbox, submitter: DomainName, date: UnixTime,
        messageID: String, using generator: inout some RandomNumberGenerator
    ) throws(CompositionError) -> [UInt8] {
        let domain = String(
            decoding: (policies.first?.policy.domain ?? "").utf8.filter(\.isVisible), as: UTF8.self)
        let fields = [
            try Field("Date", value: date.messageDate),
            try Field("From", addresses: [from]),
            try Field("To", addresses: [Address(mailbox: recipient)]),
            try Field("Message-ID", value: "<\(messageID)>"),
            try Field(
                "Subject",
                text: ReportSubject.formatted(
                    domain: domain, submitter: submitter.text, reportID: reportID)),
            try Field("TLS-Report-Domain", value: domain),
            try Field("TLS-Report-Submitter", value: submitter.text),
            // A report is no answer to a message, and none is wanted (RFC 3834 §5).
            try Field("Auto-Submitted", value: "auto-generated"),
            try Field("MIME-Version", value: "1.0"),
        ]
        let boundary = Boundary.random(using: &generator)
        let name = fileName(submitter: submitter).formatted
        var output = fields.flatMap(\.bytes)
        output +=
            """
            Content-Type: multipart/report; report-type="tlsrpt";\r
             boundary="\(boundary)"\r
            \r
            --\(boundary)\r
            Content-Type: text/plain; charset=us-ascii\r
            \r
            This is a report on TLS in mail sessions with \(domain), from \(submitter).\r
            The report itself is in the attached file, for programs to read.\r
            \r
            --\(boundary)\r
            Content-Type: application/tlsrpt+gzip\r
            Content-Transfer-Encoding: base64\r
            Content-Disposition: attachment;\r
             filename="\(name)"\r
            \r\n
            """.utf8
        let encoded = Base64.encodedBytes(GzipWriter.gzip(json))
        for start in stride(from: 0, to: encoded.count, by: 76) {
            output += encoded[start..<min(start + 76, encoded.count)]
            output += [0x0D, 0x0A]
        }
        return output + Array("\r\n--\(boundary)--\r\n".utf8)
    }
}

extension TLSReport.PolicyResult {
    fileprivate var document: Document {
        var members: [Document.Field] = [
            .init("policy", policy.document),
            .init(
                "summary",
                .object([
                    .init("total-successful-session-count", .count(successfulSessionCount)),
                    .init("total-failure-session-count", .count(failedSessionCount)),
                ])),
        ]
        if !failures.isEmpty {
            members.append(.init("failure-details", .array(failures.map(\.document))))
        }
        return .object(members)
    }
}

extension TLSReport.Policy {
    fileprivate var document: Document {
        var members = [Document.Field("policy-type", .string(kind.name))]
        if !strings.isEmpty { members.append(.init("policy-string", .strings(strings))) }
        members.append(.init("policy-domain", .string(domain)))
        if !mxHosts.isEmpty { members.append(.init("mx-host", .strings(mxHosts))) }
        return .object(members)
    }
}

extension TLSReport.Failure {
    fileprivate var document: Document {
        var members = [Document.Field("result-type", .string(result.name))]
        func add(_ name: String, _ text: String?) {
            if let text { members.append(.init(name, .string(text))) }
        }
        add("sending-mta-ip", sendingMTA?.description)
        add("receiving-mx-hostname", receivingMXHostname)
        add("receiving-mx-helo", receivingMXHelo)
        add("receiving-ip", receivingIP?.description)
        members.append(.init("failed-session-count", .count(failedSessionCount)))
        add("additional-information", additionalInformation)
        add("failure-reason-code", reasonCode)
        return .object(members)
    }
}

extension Document {
    fileprivate static func count(_ number: Int) -> Document { .integer(Int64(max(0, number))) }
    fileprivate static func strings(_ texts: [String]) -> Document {
        .array(texts.map { .string($0) })
    }
}
