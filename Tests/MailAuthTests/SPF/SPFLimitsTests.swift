import DNS
import MailTypes
import Synchronization
import Testing

@testable import MailAuth

/// RFC 7208 §4.6.4
@Suite struct SPFLimitsTests {
    private func terms(_ term: String, _ count: Int) -> String {
        (0..<count).map { term.replacing("#", with: "\($0)") }.joined(separator: " ")
    }

    @Test func letsTenTermsQuery() async throws {
        for (count, result) in [(10, SPFResult.fail), (11, .permanentError)] {
            let sample = try SPFSample(
                "@ TXT \"v=spf1 \(terms("a", count)) -all\"\n@ A 192.0.2.1")
            let evaluation = await sample.check(from: "192.0.2.2")
            #expect(evaluation.result == result)
            #expect(evaluation.termCount == count)
        }
    }

    /// Terms behind the one that matches are not reached, and do not count.
    @Test func countsNoTermThatIsNotReached() async throws {
        let sample = try SPFSample("@ TXT \"v=spf1 \(terms("a", 20)) -all\"\n@ A 192.0.2.1")
        let evaluation = await sample.check(from: "192.0.2.1")
        #expect(evaluation.result == .pass)
        #expect(evaluation.termCount == 1)
    }

    @Test func countsAcrossRecords() async throws {
        for (count, result) in [(9, SPFResult.fail), (10, .permanentError)] {
            var zone = "@ TXT \"v=spf1 include:i0.example.com -all\"\n"
            for index in 0..<count {
                zone += "i\(index) TXT \"v=spf1 include:i\(index + 1).example.com\"\n"
            }
            zone += "i\(count) TXT \"v=spf1 ip4:192.0.2.1\"\n"
            let evaluation = await (try SPFSample(zone)).check(from: "192.0.2.2")
            #expect(evaluation.result == result)
        }
    }

    @Test func countsRedirectsAsWell() async throws {
        for (count, result) in [(10, SPFResult.fail), (11, .permanentError)] {
            var zone = "@ TXT \"v=spf1 redirect=r1.example.com\"\n"
            for index in 1..<count {
                zone += "r\(index) TXT \"v=spf1 redirect=r\(index + 1).example.com\"\n"
            }
            zone += "r\(count) TXT \"v=spf1 -all\"\n"
            #expect(await (try SPFSample(zone)).result(from: "192.0.2.2") == result)
        }
    }

    @Test func countsNeitherAddressesNorExplanations() async throws {
        var sample = try SPFSample("@ A 192.0.2.1\ne TXT \"why\"")
        let text = "v=spf1 \(terms("ip4:198.51.100.#", 100)) \(terms("a", 10)) -all exp=e.%{d}"
        sample.resolver.insert(DNSRecord("example.com", .text(text)))
        let evaluation = await sample.check(from: "192.0.2.2")
        #expect(evaluation.result == .fail)
        #expect(evaluation.explanation == "why")
    }

    /// Its queries are those of `ptr`, and are made once a check.
    @Test func countsTheMacroThatLooksNamesUp() async throws {
        let sample = try SPFSample(
            "@ TXT \"v=spf1 exists:%{p}.example.com exists:%{p}.example.com a -all\"\n"
                + "unknown A 127.0.0.1\n@ A 192.0.2.1")
        #expect(await sample.check(from: "192.0.2.2").termCount == 2)
        var tight = sample
        tight.evaluator.limits.termLimit = 1
        #expect(await tight.result(from: "192.0.2.2") == .permanentError)
    }

    @Test(arguments: [
        ("a:n1.example.com exists:n2.example.com", SPFResult.fail),
        ("a:n1.example.com exists:n2.example.com mx:n3.example.com", .permanentError),
        ("a:v6.example.com a:v6.example.com a:v6.example.com", .permanentError),  // no data
        ("ptr a:n1.example.com a:n2.example.com ptr", .fail),  // the client's zone is not counted
        ("mx:two.example.com a:n1.example.com", .fail),  // two hosts without address, one term
        ("mx:null.example.com a:n1.example.com a:n2.example.com", .fail),
    ])
    func survivesTwoTermsThatFindNothing(record: String, result: SPFResult) async throws {
        let sample = try SPFSample(
            """
            @ TXT "v=spf1 \(record) -all"
            v6 AAAA 2001:db8::1
            two MX 10 n1
            two MX 10 n2
            null MX 0 .
            """)
        let evaluation = await sample.check(from: "192.0.2.2")
        #expect(evaluation.result == result)
        #expect(evaluation.voidLookUpCount == (result == .fail ? 2 : 3) || record.contains("two"))
    }

    @Test func takesTheVoidLimitThatIsSet() async throws {
        var sample = try SPFSample(
            #"@ TXT "v=spf1 a:n1.example.com a:n2.example.com a:n3.example.com -all""#)
        sample.evaluator.limits.voidLookUpLimit = 3
        #expect(await sample.result(from: "192.0.2.2") == .fail)
    }

    /// The count comes first, so that the result does not hang on the order of the answer.
    @Test func looksAtTenMailHosts() async throws {
        for (count, result) in [(10, SPFResult.pass), (11, .permanentError)] {
            let records = (0..<count).map { "@ MX \($0) h\($0)\nh\($0) A 192.0.2.\($0)\n" }
            let sample = try SPFSample(records.joined() + "@ TXT \"v=spf1 mx -all\"")
            #expect(await sample.result(from: "192.0.2.0") == result)
        }
    }

    @Test func looksAtAnyNumberOfAddresses() async throws {
        let records = (1..<200).map { "@ A 192.0.2.\($0)\n" }
        let sample = try SPFSample(records.joined() + "@ TXT \"v=spf1 a -all\"")
        #expect(await sample.result(from: "192.0.2.199") == .pass)
    }

    @Test(arguments: [(0, SPFResult.temporaryError), (1, .temporaryError), (2, .fail)])
    func stopsWhenItsTimeHasPassed(lookUps: Int, result: SPFResult) async throws {
        let sample = try SPFSample(#"@ TXT "v=spf1 a -all exp=e.%{d}""# + "\n@ A 192.0.2.1")
        let asked = Mutex(0)
        let evaluation = await sample.evaluator.check(
            SPFRequest(sender: "a@example.com", helo: "x", address: .v4([192, 0, 2, 2])),
            resolver: sample.resolver, now: SPFSample.now,
            isOverdue: {
                asked.withLock {
                    $0 += 1
                    return $0 > lookUps
                }
            })
        #expect(evaluation.result == result)
        #expect(evaluation.problem == (result == .fail ? nil : .overdue))
    }

    /// Each term grows to 13 KB; a name that the DNS could not hold is asked for nowhere.
    @Test func boundsWhatMacrosGrowTo() async throws {
        var sample = try SPFSample("@ A 192.0.2.1")
        let macros = String(repeating: "%{s}", count: 400)
        let text = "v=spf1 \(terms("exists:\(macros).x#.%{d}", 10)) -all"
        sample.resolver.insert(DNSRecord("example.com", .text(text)))
        let sender = String(repeating: "x", count: 20) + "@example.com"
        let evaluation = await sample.check(sender, from: "192.0.2.1")
        #expect(evaluation.termCount == 3)
        for lookUp in evaluation.branch?.terms.flatMap(\.lookUps) ?? [] {
            #expect(lookUp.name.dotted.count <= 253)
        }
    }
}
