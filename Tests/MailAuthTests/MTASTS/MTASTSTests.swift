import DNS
import MailAuth
import MailTypes
import Testing

@Suite struct MTASTSRecordTests {
    @Test(arguments: [
        ("v=STSv1; id=20160831085700Z;", "20160831085700Z"), ("v=STSv1;id=a", "a"),
        ("v=STSv1 ; id=a\t;", "a"), ("v=STSv1; x.y-z_=1; id=B; id=c", "B"),
        ("v=STSv1; id=a ", "a"),
    ])
    func reads(text: String, id: String) throws {
        let record = try MTASTSRecord(parsing: Array(text.utf8))
        #expect(record.id == id)
        #expect(try MTASTSRecord(parsing: Array(record.formatted.utf8)) == record)
    }

    @Test(arguments: [
        "", "v=STSv1", "v=STSv1;", "V=STSv1; id=a", "v=stsv1; id=a", "v=STSv10; id=a",
        " v=STSv1; id=a", "id=a; v=STSv1", "v=STSv1; id=a-b", "v=STSv1; ID=a",
        "v=STSv1; id=\(String(repeating: "a", count: 33))", "v=STSv1; id=é", "v=STSv1; id = a",
        "v=STSv1;; id=a", "v=STSv1; id=a;;", "v=STSv1; id=a b", "v=STSv1\n; id=a",
    ])
    func refuses(text: String) {
        #expect(throws: SyntaxError.self) { try MTASTSRecord(parsing: Array(text.utf8)) }
    }

    private func choice(_ records: String...) -> MTASTSRecordLookup {
        MTASTSRecordLookup(records: records.map { Array($0.utf8) })
    }

    @Test func choosesAmongRecords() throws {
        let record = try MTASTSRecord(parsing: Array("v=STSv1; id=a".utf8))
        #expect(choice("v=spf1 -all", "v=STSv1; id=a", "v=STSv2; id=b") == .record(record))
        #expect(choice() == .none(reason: "no record of version STSv1"))
        #expect(
            choice("v=STSv1; id=a", "v=STSv1; id=b") == .none(reason: "2 records of version STSv1"))
        // A malformed one of the version makes two all the same.
        #expect(
            choice("v=STSv1; id=a", "v=STSv1; x") == .none(reason: "2 records of version STSv1"))
        guard case .none = choice("v=STSv1; x") else {
            Issue.record("a malformed record is none")
            return
        }
    }

    @Test func looksUpTheDomainItself() async throws {
        var resolver = try StaticResolver(
            zoneFile: """
                _mta-sts.example.com. TXT "v=STSv1; " "id=a"
                _mta-sts.alias.example. CNAME _mta-sts.example.com.
                """)
        resolver.fail(DNSName("_mta-sts.broken.example"), reason: "timeout")
        func id(_ domain: DomainName) async -> String? {
            let lookup = await MTASTSRecordLookup.lookUp(domain, resolver: resolver)
            if case .record(let record) = lookup { return record.id } else { return nil }
        }
        #expect(await id(DomainName("example.com")) == "a")
        #expect(await id(DomainName("alias.example")) == "a")
        #expect(await id(DomainName("mail.example.com")) == nil)  // nothing is inherited
        #expect(
            await MTASTSRecordLookup.lookUp(DomainName("broken.example"), resolver: resolver)
                == .temporaryFailure(reason: "timeout"))
    }
}

@Suite struct MTASTSPolicyTests {
    private func policy(_ text: String) throws(SyntaxError) -> MTASTSPolicy {
        try MTASTSPolicy(parsing: Array(text.utf8))
    }

    @Test(arguments: ["\n", "\r\n"])
    func readsTheExample(lineEnd: String) throws {
        let lines = [
            "version: STSv1", "mode: enforce", "mx: mail.example.com", "mx: *.example.net",
            "mx: backupmx.example.com", "max_age: 604800",
        ]
        let policy = try policy(lines.joined(separator: lineEnd))
        #expect(policy.mode == .enforce)
        #expect(policy.maxAge == .seconds(604_800))
        #expect(
            policy.mxPatterns.map(\.description) == [
                "mail.example.com", "*.example.net", "backupmx.example.com",
            ])
        #expect(try self.policy(policy.formatted) == policy)
    }

    @Test func takesTheFirstOfFieldsThatDoNotRepeat() throws {
        let policy = try policy(
            "max_age:1\nversion:STSv1\nmode:none\nmode:enforce\nmode:x\nversion:2\nmax_age:x\n")
        #expect(policy.mode == .none)
        #expect(policy.maxAge == .seconds(1))
    }

    @Test func forgivesEmptyLines() throws {
        #expect(try policy("\nversion:STSv1\n\r\nmode:none\nmax_age:0\n\n").mode == .none)
    }

    private static let start = "version: STSv1\nmode: enforce\nmax_age: 1\nmx: a.example\n"

    @Test(arguments: [
        "version: STSv1\nmode: enforce\nmax_age: 1\n", "version: STSv1\nmode: none\n",
        "version: STSv1\nmax_age: 1\nmx: a\n", "mode: none\nmax_age: 1\n",
        "version: stsv1\nmode: none\nmax_age: 1\n", "version: STSv1\nmode: None\nmax_age: 1\n",
        "version: STSv1\nmode: none\nmax_age: -1\n", "version: STSv1\nmode: none\nmax_age: 1 2\n",
        "version: STSv1\nmode: none\nmax_age: 31557601\n",
        "version: STSv1\nmode: none\nmax_age: 99999999999\n",
        "version : STSv1\nmode: none\nmax_age: 1\n", "version: STSv1 mode: none max_age: 1\n",
        start + "x", start + "x:", start + "x: \n", start + "\rx: y", start + " x: y",
        start + "x: \u{1}", start + "mx: *.*.example", start + "mx: *", start + "mx: *.",
        start + "mx: a_b.example", start + "mx: -a.example", start + "mx: é.example",
        start + "mx: a.example.", start + "mx: a..example",
    ])
    func refuses(text: String) {
        #expect(throws: SyntaxError.self) { try policy(text) }
    }

    @Test func boundsTheFile() throws {
        let padding = String(repeating: "x: \(String(repeating: "y", count: 60))\n", count: 1020)
        let exact = Self.start + padding
        let rest = MTASTSPolicy.sizeInBytesLimit - exact.utf8.count
        let longest = exact + "z: " + String(repeating: "z", count: rest - 3)
        #expect(longest.utf8.count == MTASTSPolicy.sizeInBytesLimit)
        #expect(throws: Never.self) { try policy(longest) }
        #expect(throws: SyntaxError.self) { try policy(longest + "z") }
    }

    @Test(arguments: [
        ("mail.example.com", "mail.example.com", true),
        ("mail.example.com", "MAIL.Example.COM", true),
        ("mail.example.com", "example.com", false),
        ("*.example.com", "a.example.com", true), ("*.example.com", "a.b.example.com", false),
        ("*.example.com", "example.com", false), ("*.example.com", "aexample.com", false),
        ("xn--mnchen-3ya.example", "xn--mnchen-3ya.example", true),
    ])
    func matchesHosts(pattern: String, host: String, matches: Bool) throws {
        let pattern = try MTASTSPattern(parsing: Array(pattern.utf8)[...])
        #expect(try pattern.matches(DNSName(parsing: host)) == matches)
    }

    @Test func comparesULabelsAsALabels() throws {
        let pattern = try MTASTSPattern(parsing: Array("*.xn--mnchen-3ya.example".utf8)[...])
        let host = try DNSName(DomainName(parsing: "mx.münchen.example"))
        #expect(pattern.matches(host))
    }

    @Test func tellsTheVerdict() throws {
        let host = DNSName("mx.example.com")
        let other = DNSName("mx.example.net")
        func policy(_ mode: MTASTSPolicy.Mode) throws -> MTASTSPolicy {
            try self.policy("version:STSv1\nmode:\(mode.rawValue)\nmax_age:9\nmx:*.example.com")
        }
        #expect(try policy(.enforce).verdict(on: host) == .pass)
        #expect(try policy(.enforce).verdict(on: other) == .refused(.hostNotAllowed))
        #expect(try policy(.testing).verdict(on: other) == .reported(.hostNotAllowed))
        #expect(try policy(.none).verdict(on: other) == .notApplicable)
        #expect(
            try policy(.enforce).verdict(on: host, session: .certificateExpired)
                == .refused(.certificateExpired))
        #expect(
            try policy(.enforce).verdict(on: other, session: nil) == .refused(.hostNotAllowed))
        #expect(try policy(.enforce).step(on: other).tone == .bad)
    }
}

@Suite struct MTASTSFetchTests {
    private static let body = Array("version: STSv1\nmode: none\nmax_age: 1\n".utf8)

    @Test(arguments: ["text/plain", "Text/Plain; charset=utf-8", " text/plain ;x", nil])
    func takesPlainText(contentType: String?) {
        guard
            case .policy = MTASTSFetchOutcome(
                status: 200, contentType: contentType, body: Self.body)
        else {
            Issue.record("\(contentType ?? "none") is plain text")
            return
        }
    }

    @Test func tellsFailuresApart() {
        func failure(
            _ status: Int = 200, _ type: String = "text/plain",
            _ body: [UInt8] = MTASTSFetchTests.body
        ) -> String? {
            guard
                case .failed(let failure) = MTASTSFetchOutcome(
                    status: status, contentType: type, body: body)
            else { return nil }
            return failure.resultType
        }
        #expect(failure(301) == "sts-policy-fetch-error")
        #expect(failure(204) == "sts-policy-fetch-error")
        #expect(failure(200, "text/html") == "sts-policy-fetch-error")
        #expect(failure(200, "text/plain", [0x78]) == "sts-policy-invalid")
        let large = Self.body + Array(repeating: 0x0A, count: MTASTSPolicy.sizeInBytesLimit)
        #expect(failure(200, "text/plain", large) == "sts-policy-fetch-error")
        #expect(MTASTSFetchFailure.certificate(reason: "").resultType == "sts-webpki-invalid")
    }
}

@Suite struct MTASTSCacheTests {
    private static let now = UnixTime(seconds: 1_800_000_000)

    private func entry(_ id: String, age: Int64, maxAge: Int64 = 604_800) -> MTASTSCacheEntry {
        MTASTSCacheEntry(
            policy: MTASTSPolicy(mode: .none, maxAge: .seconds(maxAge), mxPatterns: []),
            recordID: id, fetchedAt: Self.now - .seconds(age))
    }

    private func decision(
        _ cached: MTASTSCacheEntry?, _ id: String?, failed: MTASTSFailedFetch? = nil
    ) -> MTASTSCacheDecision {
        let record = id.flatMap(MTASTSRecord.init(id:))
        return MTASTSCacheDecision(
            cached: cached, failed: failed, record: record.map { .record($0) } ?? .none(reason: ""),
            now: Self.now)
    }

    @Test func appliesWhatIsCachedUntilItExpires() {
        let valid = entry("a", age: 10)
        #expect(decision(valid, "a") == .use(valid, isStale: false))
        #expect(decision(valid, nil) == .use(valid, isStale: false))  // the record is gone
        let expired = entry("a", age: 100, maxAge: 100)
        #expect(decision(expired, nil) == .none)
        #expect(decision(expired, "a") == .fetch(recordID: "a", fallback: nil))
        #expect(decision(nil, nil) == .none)
    }

    @Test func fetchesWhatIsNew() {
        #expect(decision(nil, "a") == .fetch(recordID: "a", fallback: nil))
        let valid = entry("a", age: 10)
        #expect(decision(valid, "b") == .fetch(recordID: "b", fallback: valid))
    }

    @Test func refreshesEachDay() {
        let old = entry("a", age: 86_400)
        #expect(decision(old, "a") == .use(old, isStale: true))
    }

    @Test func waitsAfterAFailure() {
        let valid = entry("a", age: 10)
        let recent = MTASTSFailedFetch(recordID: "b", at: Self.now - .seconds(299))
        #expect(decision(valid, "b", failed: recent) == .use(valid, isStale: false))
        #expect(decision(nil, "b", failed: recent) == .none)
        #expect(decision(nil, "c", failed: recent) == .fetch(recordID: "c", fallback: nil))
        let past = MTASTSFailedFetch(recordID: "b", at: Self.now - .seconds(300))
        #expect(decision(nil, "b", failed: past) == .fetch(recordID: "b", fallback: nil))
    }

    @Test func keepsWhatWasFetched() {
        let fallback = entry("a", age: 10)
        let policy = MTASTSPolicy(mode: .none, maxAge: .seconds(5), mxPatterns: [])
        func settle(_ outcome: MTASTSFetchOutcome) -> MTASTSCacheEntry? {
            MTASTSCacheDecision.entry(
                after: outcome, recordID: "b", fallback: fallback, now: Self.now)
        }
        #expect(
            settle(.policy(policy))
                == MTASTSCacheEntry(policy: policy, recordID: "b", fetchedAt: Self.now))
        #expect(settle(.failed(.status(404))) == fallback)
    }
}
