import DNS
import MailAuth
import MailTypes
import Testing

@Suite struct DANELookupTests {
    private static let digest = String(repeating: "ab", count: 32)
    private static let zone = """
        mx.secure.example. A 192.0.2.1
        _25._tcp.mx.secure.example. TLSA 3 1 1 \(digest)
        _26._tcp.mx.secure.example. TLSA 3 1 1 \(digest)
        bare.secure.example. AAAA 2001:db8::1
        unusable.secure.example. A 192.0.2.1
        _25._tcp.unusable.secure.example. TLSA 1 1 1 \(digest)
        _25._tcp.unusable.secure.example. TLSA 3 1 1 abcd
        mx.plain.example. A 192.0.2.1
        _25._tcp.mx.plain.example. TLSA 3 1 1 \(digest)
        shared.secure.example. A 192.0.2.1
        _25._tcp.shared.secure.example. CNAME tlsa.secure.example.
        tlsa.secure.example. TLSA 2 1 1 \(digest)
        astray.secure.example. A 192.0.2.1
        _25._tcp.astray.secure.example. CNAME _25._tcp.mx.plain.example.
        alias.secure.example. CNAME mx.secure.example.
        half.secure.example. CNAME bare.secure.example.
        _25._tcp.half.secure.example. TLSA 3 1 1 \(digest)
        out.secure.example. CNAME mx.plain.example.
        _25._tcp.out.secure.example. TLSA 3 1 1 \(digest)
        in.plain.example. CNAME mx.secure.example.
        """

    private func lookUp(
        _ host: String, port: UInt16 = 25, failing: [(String, DNSRecordType)] = []
    ) async throws -> DANELookup {
        var resolver = try StaticResolver(zoneFile: Self.zone)
        resolver.secure(DNSName("secure.example"))
        for (name, type) in failing { resolver.fail(try DNSName(parsing: name), type) }
        return await DANELookup.lookUp(
            try DNSName(parsing: host), port: port, resolver: resolver)
    }

    private func baseDomain(_ lookup: DANELookup) -> String? {
        switch lookup {
        case .usable(let name, _), .unusable(let name): name.text
        case .notApplicable, .failed: nil
        }
    }

    @Test func tellsTheFourOutcomesApart() async throws {
        let usable = try await lookUp("mx.secure.example")
        guard case .usable(_, let records) = usable else {
            Issue.record("\(usable)")
            return
        }
        #expect(records.count == 1)
        #expect(
            try await lookUp("unusable.secure.example")
                == .unusable(baseDomain: DNSName("unusable.secure.example")))
        guard case .notApplicable = try await lookUp("bare.secure.example"),
            case .notApplicable = try await lookUp("mx.plain.example"),
            case .failed = try await lookUp("nothing.secure.example")
        else {
            Issue.record("no secure records, no DANE; no address, no server")
            return
        }
    }

    @Test func asksForThePort() async throws {
        #expect(baseDomain(try await lookUp("mx.secure.example", port: 26)) != nil)
        #expect(baseDomain(try await lookUp("mx.secure.example", port: 27)) == nil)
    }

    @Test func failsWhereAnAnswerIsHeldBack() async throws {
        for (name, type) in [("_25._tcp.mx.secure.example", DNSRecordType.tlsa)] {
            guard case .failed = try await lookUp("mx.secure.example", failing: [(name, type)])
            else {
                Issue.record("DANE must not be switched off by suppressing an answer")
                return
            }
        }
        let both = [("mx.secure.example", DNSRecordType.a), ("mx.secure.example", .aaaa)]
        guard case .failed = try await lookUp("mx.secure.example", failing: both) else {
            Issue.record("without an address there is no server")
            return
        }
        // One family that fails leaves the other's answer as secure as it was.
        let one = try await lookUp("mx.secure.example", failing: [("mx.secure.example", .aaaa)])
        #expect(baseDomain(one) == "mx.secure.example")
    }

    @Test func asksNoTLSAOfZonesThatAreNotSigned() async throws {
        let lookup = try await lookUp(
            "mx.plain.example", failing: [("_25._tcp.mx.plain.example", .tlsa)])
        guard case .notApplicable = lookup else {
            Issue.record("\(lookup)")
            return
        }
    }

    @Test func followsAliasesOfTheRecord() async throws {
        #expect(
            baseDomain(try await lookUp("shared.secure.example")) == "shared.secure.example")
        #expect(baseDomain(try await lookUp("astray.secure.example")) == nil)
    }

    @Test(arguments: [
        ("alias.secure.example", "mx.secure.example"),  // what it expands to
        ("half.secure.example", "half.secure.example"),  // failing that, itself
        ("out.secure.example", "out.secure.example"),  // the alias is secure, its target is not
        ("in.plain.example", nil),
    ])
    func choosesTheBaseDomainOfAliases(host: String, expected: String?) async throws {
        #expect(baseDomain(try await lookUp(host)) == expected)
    }
}

@Suite struct DANERecordsTests {
    private func record(_ usage: UInt8, _ selector: UInt8, _ type: UInt8, _ size: Int) -> TLSARecord
    {
        TLSARecord(
            certificateUsage: usage, selector: selector, matchingType: type,
            associationData: Array(repeating: 0xAB, count: size))
    }

    @Test func leavesOutWhatCannotBeUsed() {
        let good = [record(3, 0, 1, 32), record(3, 1, 2, 64), record(2, 1, 1, 32)]
        let bad = [
            record(0, 1, 1, 32), record(1, 1, 1, 32), record(4, 1, 1, 32), record(255, 1, 1, 32),
            record(3, 2, 1, 32), record(3, 1, 3, 32), record(3, 1, 1, 31), record(3, 1, 2, 32),
            record(3, 0, 0, 0), record(3, 0, 0, 100), record(3, 1, 0, 100),
        ]
        #expect(DANERecords.usable(bad + good, usages: [2, 3]) == good)
    }

    @Test func prefersTheStrongerDigest() {
        let weak = record(3, 1, 1, 32)
        let strong = record(3, 1, 2, 64)
        let full = record(3, 1, 0, 91)
        let otherSelector = record(3, 0, 1, 32)
        let otherUsage = record(2, 1, 1, 32)
        #expect(
            DANERecords.strongest([weak, strong, full, otherSelector, otherUsage])
                == [strong, full, otherSelector, otherUsage])
        #expect(DANERecords.strongest([weak, full]) == [weak, full])
    }

    @Test func looksAtABoundedNumber() {
        let many = Array(repeating: record(3, 1, 1, 32), count: 1000)
        #expect(DANERecords.usable(many, usages: [3]).count == DANERecords.countLimit)
    }
}
