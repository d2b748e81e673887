import MailTypes
import Testing

@testable import MailReports

private func record(
    _ address: String?, _ count: Int = 1, dkim: AggregateReport.AlignedResult = .fail,
    spf: AggregateReport.AlignedResult = .fail, reason: AggregateReport.OverrideType? = nil,
    disposition: AggregateReport.Disposition = .none
) -> AggregateRecord {
    AggregateRecord(
        sourceIP: address.flatMap { IPAddress(parsing: $0) }, count: count,
        evaluation: .init(
            disposition: disposition, dkim: dkim, spf: spf,
            reasons: reason.map { [.init($0)] } ?? []),
        identifiers: .init(authorDomain: "example.com"))
}

private func report(_ domain: String = "Example.com", _ begin: Int64 = 1, _ end: Int64 = 2)
    -> AggregateReport
{
    AggregateReport(
        metadata: .init(
            organization: "o", email: "e", reportID: "r", begin: UnixTime(seconds: begin),
            end: UnixTime(seconds: end)), policy: .init(domain: domain, policy: .reject))
}

@Suite struct AggregateSummaryTests {
    @Test func sumsUpByDomainAndSource() throws {
        var summary = AggregateSummary()
        summary.add(record("192.0.2.1", 3, dkim: .pass, spf: .pass), of: report())
        summary.add(record("192.0.2.1", 2, dkim: .pass), of: report("example.com", 0, 1))
        summary.add(record("192.0.2.2", 9, disposition: .reject), of: report("example.com", 5, 6))
        summary.add(record(nil, 1, disposition: .quarantine), of: report())
        #expect(summary.domains.keys.sorted() == ["example.com"])
        let domain = try #require(summary.domains["example.com"])
        #expect(domain.totals.messages == 15 && domain.totals.passed == 5)
        #expect(domain.totals.alignedDKIM == 5 && domain.totals.alignedSPF == 3)
        #expect(domain.totals.rejected == 9 && domain.totals.quarantined == 1)
        #expect(domain.period?.begin.seconds == 0 && domain.period?.end.seconds == 6)
        #expect(domain.otherSources.messages == 1)
        #expect(domain.sources.map(\.address.description) == ["192.0.2.2", "192.0.2.1"])
        #expect(domain.sources.map(\.kind) == [.unknown, .ours])
        #expect(domain.sources[1].messages[.alignedSPF] == 3)
        #expect(domain.sources[1].messages[.alignedDKIMOnly] == 2)
        #expect(domain.sources[1].period?.end.seconds == 2)
    }

    @Test(arguments: [
        (record("192.0.2.1", dkim: .pass, spf: .pass), SourceEvidence.alignedSPF, SourceKind.ours),
        (record("192.0.2.1", spf: .pass), .alignedSPF, .ours),
        (record("192.0.2.1", dkim: .pass), .alignedDKIMOnly, .forwarder),
        (record("192.0.2.1", reason: .mailingList), .forwardingSeenByReceiver, .forwarder),
        (record("192.0.2.1", reason: .forwarded), .forwardingSeenByReceiver, .forwarder),
        (record("192.0.2.1", reason: .trustedForwarder), .forwardingSeenByReceiver, .forwarder),
        (record("192.0.2.1", reason: .localPolicy), .nothingAligned, .unknown),
        (record("192.0.2.1"), .nothingAligned, .unknown),
    ])
    func tellsWhatASourceIs(record: AggregateRecord, evidence: SourceEvidence, kind: SourceKind) {
        #expect(SourceEvidence(record) == evidence && evidence.kind == kind)
        var summary = AggregateSummary()
        summary.add(record, of: report())
        #expect(summary.domains["example.com"]?.sources.first?.kind == kind)
    }

    @Test func memoryIsBoundedAndSumsAreExact() throws {
        var summary = AggregateSummary(sourceLimit: 10, domainLimit: 2)
        for index in 0..<5000 {
            let address = "10.0.\(index / 256).\(index % 256)"
            summary.add(record(address, index % 7 + 1), of: report())
            summary.add(record("192.0.2.1", 50), of: report())
        }
        for index in 0..<50 { summary.add(record("192.0.2.1"), of: report("d\(index).example")) }
        let domain = try #require(summary.domains["example.com"])
        #expect(domain.sources.count <= 20 && domain.sources[0].totals.messages == 250_000)
        let kept = domain.sources.reduce(0) { $0 + $1.totals.messages }
        #expect(kept + domain.otherSources.messages == domain.totals.messages)
        #expect(summary.domains.count == 2 && summary.otherDomains.messages == 49)
    }

    @Test func addsSummaries() throws {
        var whole = AggregateSummary(sourceLimit: 10, domainLimit: 2)
        var joined = AggregateSummary(sourceLimit: 10, domainLimit: 2)
        for part in 0..<3 {
            var summary = AggregateSummary(sourceLimit: 10, domainLimit: 2)
            for index in 0..<5 {
                let record = record(
                    "192.0.2.\(index + part)", index + 1, dkim: index == 2 ? .pass : .fail,
                    spf: index == 3 ? .pass : .fail, disposition: .quarantine)
                let report = report("d\(index % 2).example", Int64(part), Int64(part + 1))
                whole.add(record, of: report)
                summary.add(record, of: report)
            }
            joined.add(summary)
        }
        #expect(joined == whole)
        var other = AggregateSummary()
        for index in 0..<100 { other.add(record("10.0.0.\(index)", 2), of: report("d0.example")) }
        other.add(record("10.0.0.1", 3), of: report("d7.example"))
        let before = try #require(joined.domains["d0.example"]).totals.messages
        joined.add(other)
        let domain = try #require(joined.domains["d0.example"])
        #expect(domain.totals.messages == before + 200 && domain.sources.count <= 20)
        let kept = domain.sources.reduce(0) { $0 + $1.totals.messages }
        #expect(kept + domain.otherSources.messages == domain.totals.messages)
        #expect(joined.domains.count == 2 && joined.otherDomains.messages == 3)
    }

    @Test func sumsStayAtTheLargestNumber() {
        var summary = AggregateSummary()
        for _ in 0..<3 { summary.add(record("192.0.2.1", .max / 2 + 1), of: report()) }
        #expect(summary.domains["example.com"]?.totals.messages == .max)
    }
}
