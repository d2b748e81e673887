import Archives
import MailMessage
import MailTypes
import Testing

@testable import MailReports

private let xml = AggregateReportWriter.format(fullReport, records: fullRecords)

private func mail(_ fields: String, _ body: [UInt8]) -> [UInt8] {
    Array("From: a@b.example\r\n\(fields)\r\n\r\n".utf8) + body
}

private func base64(_ bytes: [UInt8]) -> [UInt8] { Array(Base64.encode(bytes).utf8) }

/// A zip archive with one stored member, as the standard has it; its checksum is given.
private func storedZip(_ name: String, _ content: [UInt8]) -> [UInt8] {
    func number(_ value: Int, _ size: Int) -> [UInt8] {
        (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    let checksum = Array(GzipWriter.gzip(content).suffix(8).prefix(4))
    let common =
        [10, 0, 0, 0, 0, 0, 0, 0, 0, 0] + checksum + number(content.count, 4)
        + number(content.count, 4) + number(name.utf8.count, 2) + [0, 0]
    let local = [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
    let directory =
        [0x50, 0x4B, 1, 2, 10, 0] + common + [UInt8](repeating: 0, count: 10) + number(0, 4)
        + Array(name.utf8)
    return local + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0]
        + number(directory.count, 4) + number(local.count, 4) + [0, 0]
}

private func isAggregate(_ file: ReportFile) -> Bool {
    if case .aggregate? = file.reports.first { return file.reports.count == 1 }
    return false
}

@Suite struct ReportFileTests {
    @Test func findsReportsHoweverPacked() {
        let gzip = GzipWriter.gzip(xml)
        let octets = "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64"
        let packed: [[UInt8]] = [
            xml, [0xEF, 0xBB, 0xBF] + xml, Array("\r\n".utf8) + xml, gzip, GzipWriter.gzip(gzip),
            storedZip("a.xml", xml), storedZip("a.xml.gz", gzip),
            storedZip("a.zip", storedZip("a.xml", xml)),
            mail("Content-Type: text/xml", xml), mail("Content-Type: text/plain", xml),
            mail("Content-Type: text/html", xml), mail(octets, base64(gzip)),
            mail(octets, base64(storedZip("x", xml))),
            mail("Content-Type: message/rfc822", mail(octets, base64(gzip))),
            GzipWriter.gzip(mail(octets, base64(gzip))),
            Array("From x Thu Nov 26\r\n".utf8) + mail(octets, base64(gzip)),
        ]
        for (index, bytes) in packed.enumerated() {
            let file = ReportFile.read(bytes)
            #expect(isAggregate(file) && file.failures == [], "\(index): \(file.failures)")
            var rest = bytes[...]
            let pulled = ReportFile.read(pulling: {
                defer { rest = rest.dropFirst(100) }
                return rest.prefix(100)
            })
            #expect(pulled.reports == file.reports, "\(index)")
        }
    }

    @Test func saysWhatIsNoReport() {
        for bytes in [[], Array("hello".utf8), [0, 1, 2], Array(repeating: 0x20, count: 10_000)] {
            #expect(ReportFile.read(bytes).failures == [.unrecognized])
        }
        let plain = mail("Content-Type: text/plain", Array("{ a brace".utf8))
        #expect(ReportFile.read(plain).failures == [.unrecognized])
        let html = mail("Content-Type: text/html", Array("<p>hello</p>".utf8))
        #expect(ReportFile.read(html).failures == [.unrecognized])
        #expect(ReportFile.read(Array("<a/>".utf8)).failures == [.aggregate(.noReport)])
        #expect(ReportFile.read(Array("{}".utf8)).failures == [.tls(.noReport)])
        #expect(ReportFile.read([0x1F, 0x8B, 8]).failures.count == 1)
    }

    @Test func layersAreCountedThroughAllArchives() {
        let three = storedZip("a", storedZip("b", storedZip("c", xml)))
        #expect(ReportFile.read(three).failures == [.archive(.exceeds(.layers))])
        let gzips = storedZip("a", GzipWriter.gzip(GzipWriter.gzip(xml)))
        #expect(ReportFile.read(gzips).failures == [.archive(.exceeds(.layers))])
    }

    @Test func bombsStop() {
        let elements = repeatElement("<a/>", count: 1 << 20).joined()
        let bomb = GzipWriter.gzip(Array("<feedback>\(elements)".utf8))
        #expect(ReportFile.read(bomb).failures == [.archive(.exceeds(.ratio))])
        let attached = mail(
            "Content-Type: application/gzip\r\nContent-Transfer-Encoding: base64", base64(bomb))
        #expect(ReportFile.read(attached).failures == [.archive(.exceeds(.ratio))])
        var limits = ReportLimits()
        limits.messageSizeLimit = 1000
        let large = mail("Subject: x", Array(repeating: 0x41, count: 10_000))
        #expect(ReportFile.read(large, limits: limits).failures == [.tooLarge])
    }

    /// Many archives in one mail may not expand to more than one alone.
    @Test func outputIsBoundedOverAllParts() throws {
        let part =
            Array("--b\r\nContent-Type: application/gzip\r\n".utf8)
            + Array("Content-Transfer-Encoding: base64\r\n\r\n".utf8)
            + base64(GzipWriter.gzip(xml)) + Array("\r\n".utf8)
        let bytes = mail(
            "Content-Type: multipart/mixed; boundary=b",
            Array(repeatElement(part, count: 5).joined()) + Array("--b--\r\n".utf8))
        var limits = ReportLimits()
        limits.expansion.outputLimit = xml.count * 3
        limits.messageSizeLimit = bytes.count
        // The mail itself is counted apart: it is no archive.
        let file = ReportFile.read(try Message(parsing: bytes), limits: limits)
        #expect(file.reports.count == 3)
        #expect(file.failures == .init(repeating: .archive(.exceeds(.output)), count: 2))
    }

    @Test func contradictionsAreNamed() {
        func repairs(_ file: ReportFile) -> [ReportRepair.Kind] {
            guard case .aggregate(let reading)? = file.reports.first else { return [] }
            return reading.repairs.map(\.kind)
        }
        let name = "r!other.example!1!2.xml"
        #expect(repairs(ReportFile.read(xml, name: name)) == [.contradiction])
        #expect(repairs(ReportFile.read(xml, name: "r!EXAMPLE.com!1!2.xml")) == [])
        #expect(repairs(ReportFile.read(xml, name: "anything.xml")) == [])
        #expect(repairs(ReportFile.read(storedZip("x/\(name)", xml))) == [.contradiction])
        let claim = "Subject: Report Domain: other.example Submitter: x\r\nContent-Type: text/xml"
        #expect(repairs(ReportFile.read(mail(claim, xml))) == [.contradiction])
    }

    @Test func findsTheOtherKinds() throws {
        #expect(
            ReportFile.read(fullTLSReport.json).reports
                == [.tls(TLSReading(report: fullTLSReport, repairs: []))])
        let attached = mail(
            "Content-Type: application/tlsrpt+json", fullTLSReport.json)
        #expect(ReportFile.read(attached).reports.count == 1)
        func part(_ type: String, _ text: String) -> ReportFile {
            ReportFile.read(mail("Content-Type: message/\(type)", Array(text.utf8)))
        }
        guard
            case .feedback(let abuse)? = part("feedback-report", "Feedback-Type: abuse").reports
                .first,
            case .failure(let failure)? = part(
                "feedback-report", "Feedback-Type: auth-failure\r\nAuth-Failure: dmarc"
            ).reports.first,
            case .deliveryStatus(let status)? = part(
                "delivery-status", "Final-Recipient: rfc822; a@b\r\nStatus: 5.1.1"
            ).reports.first
        else {
            Issue.record("not found")
            return
        }
        #expect(abuse.type == .abuse && failure.failure?.kind == .dmarc)
        #expect(status.recipients.count == 1)
    }
}
