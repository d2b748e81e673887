import DNS
import MailTypes
import Synchronization
import Testing

@testable import MailAuth

@Suite struct SPFEvaluatorTests {
    // MARK: finding the record

    @Test(arguments: [
        (#"@ TXT "v=spf1 ip4:192.0.2.1" " -all""#, SPFResult.pass),
        (#"@ TXT "v=spf1 ip4:192.0.2.1" "-all""#, .permanentError),  // 192.0.2.1-all
        (#"@ TXT "v=sp" "f1 +all""#, .pass),
        (#"@ TXT "V=SPF1 +ALL""#, .pass),
        (#"@ TXT "v=spf10 +all""#, .none),
        (#"@ TXT "v=spf1;+all""#, .none),
        (#"@ TXT "something else""#, .none),
        ("@ A 192.0.2.1", .none),
        ("other A 192.0.2.1", .none),
        ("@ TYPE99 \\# 0", .none),
        ("@ TXT \"v=spf1 -all\"\n@ TXT \"v=spf1 +all\"", .permanentError),
        (
            """
            @ TXT "a"
            @ TXT "b"
            @ TXT "v=spf1 +all"
            @ TXT "v=spf10"
            @ TXT "google-site-verification=x"
            """, .pass
        ),
        ("www TXT \"v=spf1 +all\"\n@ CNAME www", .pass),
    ])
    func selectsTheRecord(zone: String, result: SPFResult) async throws {
        #expect(await (try SPFSample(zone)).result(from: "192.0.2.1") == result)
    }

    @Test(arguments: [
        "a@localhost", "a@[192.0.2.1]", "a@x..example", "a@no.such.example",
        "a@\(String(repeating: "x", count: 64)).example.com",
    ])
    func saysNothingAboutWhatIsNoDomain(sender: String) async throws {
        let evaluation = try await SPFSample(#"*.com TXT "v=spf1 -all""#).check(
            sender, from: "192.0.2.1")
        #expect(evaluation.result == .none)
        #expect(evaluation.problem == nil)
    }

    @Test func checksTheClientForTheNullReversePath() async throws {
        let sample = try SPFSample(#"mail TXT "v=spf1 a -all""# + "\nmail A 192.0.2.1")
        let client = "mail.example.com"
        let evaluation = await sample.check("", from: "192.0.2.1", helo: client)
        #expect(evaluation.result == .pass)
        #expect(evaluation.request.sender == "postmaster@mail.example.com")
        #expect(evaluation.request.identity == .mailFrom)
        #expect(await sample.result("", from: "192.0.2.2", helo: client) == .fail)
        let helo = SPFRequest(helo: client, address: .v4([192, 0, 2, 1]))
        let checked = await sample.evaluator.check(
            helo, resolver: sample.resolver, now: SPFSample.now)
        #expect(checked.result == .pass)
        #expect(checked.request.identity == .helo)
    }

    @Test(arguments: ["example.com", "a.example.com", "_i.example.com"])
    func tellsAnOutageFromAMissingRecord(broken: String) async throws {
        var sample = try SPFSample(
            """
            @ TXT "v=spf1 include:_i.example.com a:a.example.com ?all"
            _i TXT "v=spf1 -all"
            a A 192.0.2.1
            """)
        let name = try DNSName(parsing: broken)
        sample.resolver.fail(name, reason: "timeout")
        let evaluation = await sample.check(from: "192.0.2.1")
        #expect(evaluation.result == .temporaryError)
        guard case .lookUpFailed(name, _, "timeout") = evaluation.problem else {
            Issue.record("\(String(describing: evaluation.problem))")
            return
        }
    }

    /// The strings of the TXT record make the text, and only what could be read is kept.
    @Test func readsARecordOnceWithACache() async throws {
        final class Cache: SPFRecordCache {
            let records = Mutex<[[UInt8]: SPFRecord]>([:])
            let hits = Mutex(0)
            func record(for text: [UInt8]) -> SPFRecord? {
                let record = records.withLock { $0[text] }
                if record != nil { hits.withLock { $0 += 1 } }
                return record
            }
            func store(_ record: SPFRecord, for text: [UInt8]) {
                records.withLock { $0[text] = record }
            }
        }
        let cache = Cache()
        var sample = try SPFSample(
            """
            @ TXT "v=spf1 ip4:192.0.2.1 " "include:_i.example.com -all"
            _i TXT "v=spf1 nonsense"
            """)
        let fresh = [
            await sample.check(from: "192.0.2.1"), await sample.check(from: "192.0.2.2"),
        ]
        sample.evaluator.cache = cache
        #expect(await sample.check(from: "192.0.2.1") == fresh[0])
        #expect(await sample.check(from: "192.0.2.2") == fresh[1])
        #expect(cache.hits.withLock { $0 } == 1)
        #expect(
            cache.records.withLock { Array($0.keys) } == [
                "v=spf1 ip4:192.0.2.1 include:_i.example.com -all".bytes
            ])
    }

    @Test func keepsTheRecordsOfLate() throws {
        var records = RecentSPFRecords(countLimit: 4)
        func text(_ number: Int) -> [UInt8] { "v=spf1 ip4:192.0.2.\(number) -all".bytes }
        for number in 0..<100 {
            records.store(try SPFRecord(parsing: text(number)[...]), for: text(number))
            #expect(records.record(for: text(number))?.text.bytes == text(number))
            #expect(records.count <= 4)
        }
        #expect(records.record(for: text(0)) == nil)
        let long = "v=spf1\(String(repeating: " a", count: 600))".bytes
        records.store(try SPFRecord(parsing: long[...]), for: long)
        #expect(records.record(for: long) == nil)
        // One that is asked for again and again stays.
        for number in 100..<200 {
            records.store(try SPFRecord(parsing: text(number)[...]), for: text(number))
            #expect(records.record(for: text(99)) != nil)
        }
    }

    // MARK: mechanisms

    @Test(arguments: [
        ("v=spf1 ?a ~all", "192.0.2.1", SPFResult.neutral),
        ("v=spf1 ~a -all", "192.0.2.1", .softfail),
        ("v=spf1 -a +all", "192.0.2.1", .fail),
        ("v=spf1 a", "192.0.2.2", .neutral),  // the end of the record
        ("v=spf1 a -all", "2001:db8::1", .pass),
        ("v=spf1 a//64 -all", "2001:db8::2", .pass),
        ("v=spf1 a/0 -all", "2001:db8::2", .fail),  // the other family's length
        ("v=spf1 a//0 -all", "192.0.2.2", .fail),
        ("v=spf1 a/24//64 -all", "192.0.2.99", .pass),
        ("v=spf1 a -all", "::ffff:192.0.2.1", .pass),
        ("v=spf1 a:nx.example.com/0 -all", "192.0.2.1", .fail),  // nothing is in no network
        ("v=spf1 mx -all", "192.0.2.1", .fail),  // no MX records, and none are made up
        ("v=spf1 mx:null.example.com ?all", "192.0.2.1", .neutral),
        ("v=spf1 exists:v6.example.com -all", "2001:db8::1", .fail),  // A, whatever the client
        ("v=spf1 exists:example.com -all", "2001:db8::1", .pass),
        ("v=spf1 all -a", "192.0.2.1", .pass),
        ("v=spf1 redirect=nx.example.com ~all", "192.0.2.9", .softfail),
        ("v=spf1 -all redirect=nx.example.com", "192.0.2.9", .fail),
        ("v=spf1 +all foo:bar", "192.0.2.1", .permanentError),
        ("v=spf1 ip4:192.0.2.1 ip4:300.1.1.1", "192.0.2.1", .permanentError),
        ("v=spf1 ip4:192.0.2.1 foo", "192.0.2.1", .permanentError),
        ("v=spf1 ip4:192.0.2.1 foo=bar foo=baz", "192.0.2.1", .pass),
    ])
    func evaluates(record: String, address: String, result: SPFResult) async throws {
        let sample = try SPFSample(
            """
            @ TXT "\(record)"
            @ A 192.0.2.1
            @ AAAA 2001:db8::1
            v6 AAAA 2001:db8::1
            null MX 0 .
            """)
        #expect(await sample.result(from: address) == result)
    }

    /// RFC 7208 §5.2: the table, and `redirect` beside it (§6.1).
    @Test(arguments: [
        ("v=spf1 +all", SPFResult.pass, SPFResult.pass),
        ("v=spf1 -all", .softfail, .fail),
        ("v=spf1 ~all", .softfail, .softfail),
        ("v=spf1 ?all", .softfail, .neutral),
        ("v=spf1 a:broken.example.com", .temporaryError, .temporaryError),
        ("v=spf1 nonsense", .permanentError, .permanentError),
        ("no record", .permanentError, .permanentError),
    ])
    func takesTheResultOfAnotherRecord(
        record: String, included: SPFResult, redirected: SPFResult
    ) async throws {
        var sample = try SPFSample(
            """
            @ TXT "v=spf1 include:_i.example.com ~all"
            r TXT "v=spf1 redirect=_i.example.com"
            _i TXT "\(record)"
            """)
        sample.resolver.fail("broken.example.com")
        #expect(await sample.result(from: "192.0.2.1") == included)
        #expect(await sample.result("a@r.example.com", from: "192.0.2.1") == redirected)
    }

    @Test(arguments: ["include:", "redirect="])
    func needsARecordWhereItPoints(term: String) async throws {
        for (target, problem) in [
            (
                "nx.example.com",
                SPFProblem.noRecord(
                    domain: "nx.example.com", term: "\(term)nx.example.com")
            ),
            ("%{d1}", .noRecord(domain: "com", term: "\(term)%{d1}")),
            ("a..example.com", .illegalDomain("a..example.com", term: "\(term)a..example.com")),
            ("example.com", .loop(domain: "example.com", term: "\(term)example.com")),
        ] {
            let sample = try SPFSample("@ TXT \"v=spf1 \(term)\(target)\"")
            let evaluation = await sample.check(from: "192.0.2.1")
            #expect(evaluation.result == .permanentError)
            #expect(evaluation.problem == problem)
        }
    }

    @Test func keepsTheSenderAndChangesTheDomain() async throws {
        let sample = try SPFSample(
            """
            @ TXT "v=spf1 include:_i.example.com redirect=_r.example.com"
            _i TXT "v=spf1 exists:%{l}.%{o}.%{d}"
            _r TXT "v=spf1 exists:%{l}.%{o}.%{d} -all"
            user.example.com._r A 127.0.0.2
            joe.example.com._i A 127.0.0.2
            """)
        #expect(await sample.result("user@example.com", from: "192.0.2.1") == .pass)
        #expect(await sample.result("joe@example.com", from: "192.0.2.1") == .pass)
        #expect(await sample.result("jim@example.com", from: "192.0.2.1") == .fail)
    }

    // MARK: names

    private static let names = """
        $ORIGIN 2.0.192.in-addr.arpa.
        1 PTR badexample.com.
        1 PTR mail.example.com.
        1 PTR forged.example.com.
        2 PTR forged.example.com.
        3 PTR broken.example.com.
        3 PTR mail.example.com.
        5 PTR mail.example.org.
        $ORIGIN example.com.
        mail A 192.0.2.1
        mail A 192.0.2.3
        forged A 192.0.2.99
        badexample.com. A 192.0.2.1
        mail.example.org. A 192.0.2.5

        """

    @Test(arguments: [
        ("ptr", "192.0.2.1", SPFResult.pass),
        ("ptr", "192.0.2.2", .fail),  // does not lead back
        ("ptr", "192.0.2.3", .pass),  // another name fails to be looked up
        ("ptr", "192.0.2.4", .fail),  // no name
        ("ptr", "192.0.2.5", .fail),  // a name elsewhere
        ("ptr", "192.0.2.6", .fail),  // an outage is no match
        ("ptr:mail.example.com", "192.0.2.1", .pass),
        ("ptr:ample.com", "192.0.2.1", .fail),
        ("ptr:com", "192.0.2.1", .permanentError),
        ("ptr:example.org", "192.0.2.5", .pass),
    ])
    func knowsClientsByName(term: String, address: String, result: SPFResult) async throws {
        var sample = try SPFSample(Self.names + "@ TXT \"v=spf1 \(term) -all\"")
        sample.resolver.fail("broken.example.com")
        sample.resolver.fail("6.2.0.192.in-addr.arpa")
        #expect(await sample.result(from: address) == result)
    }

    @Test(arguments: [
        ("192.0.2.1", "mail.example.com"),  // below the domain, before others
        ("192.0.2.5", "mail.example.org"),
        ("192.0.2.2", "unknown"),
        ("192.0.2.4", "unknown"),
    ])
    func expandsTheValidatedName(address: String, name: String) async throws {
        let sample = try SPFSample(
            Self.names + "@ TXT \"v=spf1 -all exp=e.%{d}\"\ne TXT \"%{p}\"")
        #expect(await sample.check(from: address).explanation == name)
    }

    @Test func looksAtTenNamesOfAClient() async throws {
        for (count, result) in [(9, SPFResult.pass), (10, .fail)] {
            let others = (0..<count).map { "1.2.0.192.in-addr.arpa. PTR x\($0).example.com.\n" }
            let sample = try SPFSample(
                others.joined() + """
                    1.2.0.192.in-addr.arpa. PTR mail.example.com.
                    mail A 192.0.2.1
                    @ TXT "v=spf1 ptr -all"
                    """)
            #expect(await sample.result(from: "192.0.2.1") == result)
        }
    }

    // MARK: names that are none

    /// RFC 7208 §4.8 leaves it open; here such a term does not match, and nothing is asked.
    @Test(arguments: [
        "exists:%{l}.example.com", "a:%{l}.example.com", "mx:%{l}.example.com",
        "a:x..example.com", "ptr:%{l}.example.com",
    ])
    func asksForNoNameThatTheDNSCannotHold(term: String) async throws {
        let sample = try SPFSample("*.example.com A 192.0.2.1\n@ TXT \"v=spf1 \(term) ?all\"")
        for local in [String(repeating: "x", count: 64), "a..b", "caf\u{E9}", "a\u{7F}b"] {
            let evaluation = await sample.check("\(local)@example.com", from: "192.0.2.1")
            #expect(evaluation.result == .neutral)
            let lookUps = evaluation.branch?.terms.flatMap(\.lookUps) ?? []
            #expect(lookUps.isEmpty)
        }
    }

    /// RFC 8616 §4: such terms do not match, `include` among them.
    @Test func asksForNoLocalPartOutsideASCII() async throws {
        let sample = try SPFSample(
            #"@ TXT "v=spf1 include:%{l}.x.example.com exists:%{S}.example.com ~all""#)
        let evaluation = await sample.check("café@example.com", from: "192.0.2.1")
        #expect(evaluation.result == .softfail)
        #expect(
            evaluation.branch?.terms.prefix(2).map(\.outcome)
                == [.internationalLocalPart, .internationalLocalPart])
    }

    @Test func looksULabelsUpAsALabels() async throws {
        let sample = try SPFSample(
            #"xn--mnchen-3ya TXT "v=spf1 exists:%{d}.%{o} -all""#
                + "\nxn--mnchen-3ya.example.com.xn--mnchen-3ya A 127.0.0.2")
        #expect(await sample.result("a@münchen.example.com", from: "192.0.2.1") == .pass)
    }

    // MARK: explanations

    @Test(
        arguments: [
            ("v=spf1 -all exp=e.example.com", "e TXT \"not from %{i}\"", "not from 192.0.2.1"),
            ("v=spf1 exp=e.example.com -all", "e TXT \"two \" \"strings\"", "two strings"),
            ("v=spf1 -all", "e TXT \"x\"", nil),
            ("v=spf1 -all exp=e.example.com", "e TXT \"one\"\ne TXT \"two\"", nil),
            ("v=spf1 -all exp=e.example.com", "e A 192.0.2.1", nil),
            ("v=spf1 -all exp=nx.example.com", "e A 192.0.2.1", nil),
            ("v=spf1 -all exp=broken.example.com", "e A 192.0.2.1", nil),
            ("v=spf1 -all exp=e.example.com", "e TXT \"100 % sure\"", nil),
            ("v=spf1 -all exp=e.example.com", "e TXT \"caf\\195\\169\"", nil),
            ("v=spf1 -all exp=e.example.com", "e TXT \"two\\013\\010lines\"", nil),
            ("v=spf1 -all exp=a..example.com", "e TXT \"x\"", nil),
            ("v=spf1 ~all exp=e.example.com", "e TXT \"no fail\"", nil),
            ("v=spf1 include:i.example.com -all", "i TXT \"v=spf1 -all exp=e.example.com\"", nil),
            (
                "v=spf1 -include:i.example.com exp=e.example.com",
                "i TXT \"v=spf1 +all exp=f.example.com\"\ne TXT \"ours\"\nf TXT \"theirs\"", "ours"
            ),
            (
                "v=spf1 redirect=r.example.com exp=e.example.com",
                "r TXT \"v=spf1 -all exp=f.example.com\"\ne TXT \"ours\"\nf TXT \"theirs\"",
                "theirs"
            ),
            (
                "v=spf1 redirect=r.example.com exp=e.example.com",
                "r TXT \"v=spf1 -all\"\ne TXT \"ours\"", nil
            ),
        ] as [(String, String, String?)])
    func explainsAFail(record: String, zone: String, text: String?) async throws {
        var sample = try SPFSample("@ TXT \"\(record)\"\n\(zone)")
        sample.resolver.fail("broken.example.com")
        let evaluation = await sample.check(from: "192.0.2.1")
        #expect(evaluation.result == (record.contains("~all") ? .softfail : .fail))
        #expect(evaluation.explanation == text)
    }

    /// What the client says cannot bring a line end into a reply.
    @Test func explainsNothingThatIsNotPrintable() async throws {
        let sample = try SPFSample("@ TXT \"v=spf1 -all exp=e.%{d}\"\ne TXT \"%{h}\"")
        let hostile = await sample.check(from: "192.0.2.1", helo: "a\r\n250 OK")
        #expect(hostile.explanation == nil)
        #expect(await sample.check(from: "192.0.2.1", helo: "a b").explanation == "a b")
    }
}
