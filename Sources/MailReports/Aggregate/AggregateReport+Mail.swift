import Archives
public import MailMessage
public import MailTypes

extension AggregateReport {
    /// The report in a mail to one of the domain's addresses (RFC 9990 §3.5).
    ///
    /// The same report has the same file name and the same report identifier whenever it is sent
    /// again, so that receivers find duplicates. The mail itself must pass DMARC: it is for the
    /// caller to sign it.
    /// - Parameters:
    ///   - submitter: The domain that reports, in subject and file name.
    ///   - date: When the mail is sent.
    ///   - messageID: Without angle brackets.
    public func mail(
        records: some Sequence<AggregateRecord>, from: Address, to recipient: Mailbox,
        submitter: DomainName, date: UnixTime, messageID: String
    ) -> ComposedMessage {
        let xml = AggregateReportWriter.format(self, records: records)
        return mail(
            compressed: GzipWriter.gzip(xml), from: from, to: recipient, submitter: submitter,
            date: date, messageID: messageID)
    }

    /// The same, with the XML already compressed: a report that was written to a file.
    public func mail(
        compressed: [UInt8], from: Address, to recipient: Mailbox, submitter: DomainName,
        date: UnixTime, messageID: String
    ) -> ComposedMessage {
        let text = """
            This is a DMARC aggregate report for \(policy.domain) from \(submitter).
            The report itself is in the attached file, for programs to read.

            """
        return ComposedMessage(
            from: from, to: [Address(mailbox: recipient)],
            subject: ReportSubject.formatted(
                domain: policy.domain, submitter: submitter.text, reportID: metadata.reportID),
            date: date, messageID: messageID,
            // A report is no answer to a message, and none is wanted (RFC 3834 §5).
            additionalFields: [(name: "Auto-Submitted", value: "auto-generated")],
            text: .init(text),
            attachments: [
                .init(
                    filename: fileName(submitter: submitter).formatted,
                    contentType: "application/gzip", bytes: compressed)
            ])
    }

    /// `receiver!policy-domain!begin!end!unique-id.xml.gz`
    public func fileName(submitter: DomainName) -> ReportFileName {
        ReportFileName(
            reporter: submitter.text, policyDomain: policy.domain,
            begin: metadata.begin ?? UnixTime(seconds: 0),
            end: metadata.end ?? UnixTime(seconds: 0),
            uniqueID: ReportFileName.uniqueID(from: metadata.reportID), fileExtension: "xml.gz")
    }
}

/// The Subject field of a report's mail.
///
///     "Report Domain:" domain "Submitter:" domain "Report-ID:" msg-id
///                                                ; RFC 9990 §3.5.2, RFC 8460 §5.3
enum ReportSubject {
    static func formatted(domain: String, submitter: String, reportID: String) -> String {
        let identifier = reportID.unicodeScalars.filter { $0.isASCII && $0.value > 0x20 }
        let domain = domain.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
        return "Report Domain: \(String(String.UnicodeScalarView(domain))) "
            + "Submitter: \(submitter) "
            + "Report-ID: <\(String(String.UnicodeScalarView(identifier)))>"
    }
}
