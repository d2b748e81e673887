import MailMessage
import MailTypes
import Testing

@testable import MailReports

/// The example of RFC 8460 appendix B, as values.
let fullTLSReport = TLSReport(
    organization: "Company-X", begin: UnixTime(seconds: 1_459_468_800),
    end: UnixTime(seconds: 1_459_555_199), contactInfo: "sts-reporting@company-x.example",
    reportID: "5065427c-23d3-47ca-b6e0-946ea0e8c4be",
    policies: [
        .init(
            policy: .init(
                kind: .sts,
                strings: [
                    "version: STSv1", "mode: testing", "mx: *.mail.company-y.example",
                    "max_age: 86400",
                ], domain: "company-y.example", mxHosts: ["*.mail.company-y.example"]),
            successfulSessionCount: 5326, failedSessionCount: 303,
            failures: [
                .init(
                    result: .certificateExpired,
                    sendingMTA: IPAddress(parsing: "2001:db8:abcd:12::1"),
                    receivingMXHostname: "mx1.mail.company-y.example", failedSessionCount: 100),
                .init(
                    result: .startTLSNotSupported,
                    sendingMTA: IPAddress(parsing: "2001:db8:abcd:13::1"),
                    receivingMXHostname: "mx2.mail.company-y.example", receivingMXHelo: "mx2",
                    receivingIP: IPAddress(parsing: "203.0.113.56"), failedSessionCount: 200,
                    additionalInformation: "https://reports.company-x.example/1"),
                .init(
                    result: .validationFailure, failedSessionCount: 3,
                    reasonCode: "X509_V_ERR_PROXY_PATH_LENGTH_EXCEEDED"),
            ])
    ])

private func read(_ json: String) throws(TLSReportError) -> TLSReading {
    try TLSReport.read(Array(json.utf8))
}

private func json(policies: String = "[]", range: String = "", more: String = "") -> String {
    """
    {"organization-name":"o","date-range":{"start-datetime":"2016-04-01T00:00:00Z",
    "end-datetime":"2016-04-01T23:59:59Z"},"contact-info":"c","report-id":"r",
    "policies":\(policies)\(more)}
    """
}

private func policy(
    _ members: String,
    summary: String = """
    "total-successful-session-count":1,"total-failure-session-count":0
    """, more: String = ""
) -> String {
    "[{\"policy\":{\(members)},\"summary\":{\(summary)}\(more)}]"
}

@Suite struct TLSReportTests {
    @Test func readsWhatIsWritten() throws {
        let reading = try TLSReport.read(fullTLSReport.json)
        #expect(reading == TLSReading(report: fullTLSReport, repairs: []))
        #expect(fullTLSReport.successfulSessionCount == 5326)
        #expect(fullTLSReport.failedSessionCount == 303)
    }

    @Test func membersStandAsInTheStandard() {
        #expect(
            String(decoding: fullTLSReport.json, as: UTF8.self).hasPrefix(
                """
                {"organization-name":"Company-X","date-range":{"start-datetime":"2016-04-01T00:00:00Z",\
                "end-datetime":"2016-04-01T23:59:59Z"},\
                "contact-info":"sts-reporting@company-x.example",\
                "report-id":"5065427c-23d3-47ca-b6e0-946ea0e8c4be","policies":[{"policy":\
                {"policy-type":"sts","policy-string":["version: STSv1",
                """))
    }

    @Test func goesByMail() throws {
        var generator = SplitMix(state: 5)
        let bytes = try fullTLSReport.mail(
            from: Address(mailbox: try Mailbox(parsing: "tls@company-x.example")),
            to: try Mailbox(parsing: "tlsrpt@company-y.example"),
            submitter: try DomainName(parsing: "company-x.example"),
            date: UnixTime(seconds: 1_459_560_000), messageID: "1@company-x.example",
            using: &generator)
        #expect(LineEndings.firstBareLineEnd(in: bytes.span) == nil)
        let message = try Message(parsing: bytes)
        let root = message.parts.root
        #expect(root.contentType.mediaType == "multipart/report")
        #expect(root.contentType.parameters["report-type"] == "tlsrpt")
        #expect(
            root.allParts.map(\.contentType.mediaType) == [
                "multipart/report", "text/plain", "application/tlsrpt+gzip",
            ])
        #expect(message.headerSection["TLS-Report-Domain"] == "company-y.example")
        #expect(message.headerSection["TLS-Report-Submitter"] == "company-x.example")
        #expect(
            message.subject
                == "Report Domain: company-y.example Submitter: company-x.example "
                + "Report-ID: <5065427c-23d3-47ca-b6e0-946ea0e8c4be>")
        #expect(
            root.allParts.last?.filename
                == "company-x.example!company-y.example!1459468800!1459555199!"
                + "5065427c23d347cab6e0946ea0e8c4be.json.gz")
        #expect(
            ReportFile.read(bytes).reports
                == [.tls(TLSReading(report: fullTLSReport, repairs: []))])
    }

    @Test func readsWhatRealReportersWrite() throws {
        let reading = try read(
            json(
                policies: policy(
                    """
                    "policy-type":"STS","policy-string":"version: STSv1\\nmode: none",\
                    "policy-domain":"a.example","mx-host":"mx.a.example"
                    """,
                    summary: """
                        "total-successful-session-count":"7","total-failure-session-count":2.0
                        """,
                    more: """
                        ,"failure-details":{"result-type":"odd","sending-mta-ip":"x",\
                        "failed-session-count":-1}
                        """)))
        let result = try #require(reading.report.policies.first)
        #expect(
            result.policy
                == .init(
                    kind: .sts, strings: ["version: STSv1", "mode: none"], domain: "a.example",
                    mxHosts: ["mx.a.example"]))
        #expect(result.successfulSessionCount == 7 && result.failedSessionCount == 2)
        #expect(result.failures == [.init(result: .other("odd"), failedSessionCount: 0)])
        #expect(
            Set(reading.repairs.map(\.kind)) == [
                .letterCase, .wrongType, .unlistedValue, .badAddress, .badNumber,
            ])
    }

    @Test(arguments: [
        ("[]", [ReportRepair.Kind.empty]), ("null", [.empty]), ("5", [.wrongType, .missing]),
        ("[5,null]", [.missing]), ("[{\"policy\":[],\"summary\":\"x\"}]", [.missing]),
    ])
    func strangePoliciesAreRead(policies: String, repairs: [ReportRepair.Kind]) throws {
        #expect(try read(json(policies: policies)).repairs.map(\.kind) == repairs)
    }

    @Test func refusesWhatIsNoReport() {
        for text in ["{}", "[]", "5", "{\"policies\":[]}", "{\"report-id\":\"x\"}"] {
            #expect(throws: TLSReportError.noReport) { try read(text) }
        }
        for text in ["", "{", "nonsense", String(repeating: "[", count: 100_000)] {
            #expect(throws: TLSReportError.self) { try read(text) }
        }
        #expect(throws: TLSReportError.tooLarge) {
            try TLSReport.read([UInt8](repeating: 0x20, count: TLSReport.sizeLimit + 1))
        }
    }

    @Test func sessionsDoNotOverflow() throws {
        let big = policy(
            "\"policy-type\":\"sts\",\"policy-domain\":\"a\"",
            summary: "\"total-successful-session-count\":9223372036854775807,"
                + "\"total-failure-session-count\":9223372036854775808")
        let twice = "[" + [big, big].map { $0.dropFirst().dropLast() }.joined(separator: ",") + "]"
        let reading = try read(json(policies: twice))
        #expect(reading.report.successfulSessionCount == .max)
        #expect(reading.report.failedSessionCount == 0)
        #expect(reading.repairs.map(\.kind) == [.badNumber])
    }

    @Test(arguments: [
        ("2016-04-01T00:00:00Z", 1_459_468_800 as Int64?),
        ("2016-04-01t00:00:00.5z", 1_459_468_800),
        ("2016-04-01T02:00:00+02:00", 1_459_468_800), ("2016-04-01 00:00:00", 1_459_468_800),
        ("2016-13-01T00:00:00Z", nil), ("2016-04-01", nil), ("2016-04-01T25:00:00Z", nil),
        ("2016-04-01T00:00:00+2", nil), ("2016-04-01T00:00:00Zx", nil), ("", nil),
        ("2016-04-01T00:00:00.Z", nil),
    ])
    func readsTimes(text: String, seconds: Int64?) {
        #expect(UnixTime(parsingRFC3339: text)?.seconds == seconds)
    }
}
