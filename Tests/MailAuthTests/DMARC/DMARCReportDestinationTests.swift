import DNS
import MailTypes
import Testing

@testable import MailAuth

@Suite struct DMARCReportDestinationTests {
    private func verify(
        _ record: String, at domain: String = "example.com",
        _ kind: DMARCReportDestination.Kind = .aggregate, zone: String
    ) async throws -> [DMARCReportDestination] {
        var resolver = try StaticResolver(zoneFile: zone)
        resolver.fail("example.com._report._dmarc.broken.example", reason: "timeout")
        return await DMARCReportDestination.verify(
            kind, of: try #require(DMARCRecord(parsing: record.bytes)),
            at: try DomainName(parsing: domain), resolver: resolver)
    }

    // RFC 9990 §4
    @Test(arguments: [
        ("a@example.com", DMARCReportDestination.Verdict.sameOrganization),
        ("a@reports.example.com", .sameOrganization),
        ("a@yes.example", .authorized),
        ("a@any.example", .authorized),  // *._report._dmarc
        ("a@no.example", .unauthorized),
        ("a@other.example", .unauthorized),  // a record, but not v=DMARC1
        ("a@elsewhere.example", .replacedElsewhere),
        ("a@broken.example", .lookupFailed(reason: "timeout")),
    ])
    func asksTheHost(address: String, verdict: DMARCReportDestination.Verdict) async throws {
        let found = try await verify(
            "v=DMARC1; p=none; rua=mailto:\(address)",
            zone: """
                _dmarc.example.com. TXT "v=DMARC1; p=none"
                example.com._report._dmarc.yes.example. TXT "v=DMARC1"
                *._report._dmarc.any.example. TXT "v=DMARC1;"
                example.com._report._dmarc.other.example. TXT "hello"
                example.com._report._dmarc.elsewhere.example. TXT "v=DMARC1; rua=mailto:v@victim.example"

                """)
        #expect(found.map(\.verdict) == [verdict])
        let goes: Bool =
            switch verdict {
            case .sameOrganization, .authorized: true
            default: false
            }
        #expect(found.flatMap(\.targets).isEmpty != goes)
    }

    @Test func theHostMayNameAnotherAddressOfItsOwn() async throws {
        let zone = """
            example.com._report._dmarc.third.example. TXT "v=DMARC1; rua=mailto:new@third.example; ruf=mailto:fail@third.example"

            """
        let record = "v=DMARC1; p=none; rua=mailto:old@third.example; ruf=mailto:old@third.example"
        let aggregate = try await verify(record, zone: zone)
        #expect(aggregate.flatMap(\.targets).map(\.text) == ["mailto:new@third.example"])
        let failure = try await verify(record, .failure, zone: zone)
        #expect(failure.flatMap(\.targets).map(\.text) == ["mailto:fail@third.example"])
    }

    @Test func publicSuffixesGetNoFailureReports() async throws {
        let record = "v=DMARC1; p=none; psd=y; rua=mailto:a@bank.example; ruf=mailto:a@bank.example"
        let failure = try await verify(record, at: "bank.example", .failure, zone: "")
        #expect(failure.map(\.verdict) == [.publicSuffix])
        let aggregate = try await verify(record, at: "bank.example", zone: "")
        #expect(aggregate.map(\.verdict) == [.sameOrganization])
    }

    @Test func namesThatAreTooLongAuthorizeNobody() async throws {
        let label = String(repeating: "a", count: 63)
        let found = try await verify(
            "v=DMARC1; p=none; rua=mailto:a@\(label).\(label).example",
            at: "\(label).\(label).example.com", zone: "")
        #expect(found.map(\.verdict) == [.nameTooLong])
    }

    @Test func boundsTheQuestions() async throws {
        let uris = (0..<100).map { "mailto:a@h\($0).example" }.joined(separator: ",")
        let found = try await verify("v=DMARC1; p=none; rua=\(uris),https:x", zone: "")
        #expect(found.count { $0.verdict == .unauthorized } == DMARCReportDestination.countLimit)
        #expect(found.last?.verdict == .beyondLimit)
        #expect(
            try await verify("v=DMARC1; p=none; rua=https:x", zone: "").first?.verdict == .noHost)
    }
}
