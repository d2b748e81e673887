import DNS
import MailTypes
import Testing

@testable import MailAuth

@Suite struct SPFStepTests {
    /// A tree as indented lines: what the tools print.
    private func lines(_ step: EvaluationStep, _ indent: String = "") -> [String] {
        let text = step.outcome.isEmpty ? step.subject : "\(step.subject) → \(step.outcome)"
        return [indent + text] + step.steps.flatMap { lines($0, indent + "  ") }
    }

    @Test func tellsEachTermAndWhy() async throws {
        let sample = try SPFSample(
            """
            @ TXT "v=spf1 ip4:198.51.100.0/24 mx include:_i.example.com -all exp=e.example.com"
            @ MX 10 mail
            mail A 192.0.2.1
            _i TXT "v=spf1 a:nx.example.com ?all"
            e TXT "%{i} is not ours"
            """)
        let evaluation = await sample.check(from: "192.0.2.9")
        #expect(
            lines(evaluation.step).joined(separator: "\n") == """
                SPF of MAIL FROM user@example.com, from 192.0.2.9 → fail, by -all
                  TXT example.com → v=spf1 ip4:198.51.100.0/24 mx include:_i.example.com -all exp=e.example.com
                    ip4:198.51.100.0/24 → no match: 192.0.2.9 is not in it
                    mx → no match: 192.0.2.9 is no address of its mail hosts
                      MX example.com → mail.example.com
                      A mail.example.com → 192.0.2.1
                    include:_i.example.com → no match: its record says neutral
                      TXT _i.example.com → v=spf1 a:nx.example.com ?all
                        a:nx.example.com → no match: 192.0.2.9 is none of its addresses
                          A nx.example.com → the name does not exist
                        ?all → matches: neutral
                    -all → matches: fail
                  exp=e.example.com → 192.0.2.9 is not ours
                    TXT e.example.com → %{i} is not ours
                """)
        #expect(evaluation.step.tone == .bad)
        #expect(evaluation.match?.text == "-all")
        #expect(evaluation.record?.directives.count == 4)
        #expect(evaluation.termCount == 3)
        #expect(evaluation.voidLookUpCount == 1)
    }

    @Test func tellsWhatEndedACheck() async throws {
        let sample = try SPFSample(
            """
            @ TXT "v=spf1 redirect=_r.example.com"
            _r TXT "v=spf1 include:_i.example.com"
            _i TXT "v=spf1 ipv4:192.0.2.1"
            """)
        let evaluation = await sample.check(from: "192.0.2.9")
        let sentence =
            "the record of _i.example.com has a mistake in “ipv4:192.0.2.1”: expected a mechanism "
            + "(all, include, a, mx, ptr, ip4, ip6, exists) or a modifier with its “=”"
        #expect(
            lines(evaluation.step).joined(separator: "\n") == """
                SPF of MAIL FROM user@example.com, from 192.0.2.9 → permerror: \(sentence)
                  TXT example.com → v=spf1 redirect=_r.example.com
                    redirect=_r.example.com → permerror
                      TXT _r.example.com → v=spf1 include:_i.example.com
                        include:_i.example.com → permerror
                          TXT _i.example.com → v=spf1 ipv4:192.0.2.1
                            \(sentence)
                """)
    }

    @Test func namesTheMechanismThatDecided() async throws {
        let sample = try SPFSample(
            """
            @ TXT "v=spf1 redirect=_r.example.com"
            _r TXT "v=spf1 include:_i.example.com -all"
            _i TXT "v=spf1 ip4:192.0.2.1 -all"
            """)
        let evaluation = await sample.check(from: "192.0.2.1")
        #expect(evaluation.match?.text == "include:_i.example.com")
        #expect(evaluation.decidingDomain == "_r.example.com")
        #expect(evaluation.branch?.match == nil)
    }

    /// Nothing that a stranger publishes or says moves a reader's cursor.
    @Test func tellsHostileTextVisibly() async throws {
        let sample = try SPFSample(#"@ TXT "v=spf1 \027[2J""#)
        for evaluation in [
            await sample.check("\u{1B}[2J@example.com", from: "192.0.2.9", helo: "\u{1B}"),
            await sample.check("a@\u{1B}", from: "192.0.2.9"),
        ] {
            #expect(!lines(evaluation.step).contains { $0.contains("\u{1B}") })
            #expect(!lines(evaluation.step).contains { $0.contains("\n") })
        }
    }

    @Test(arguments: [
        SPFProblem.severalRecords(domain: "x.example", count: 2),
        .noRecord(domain: "x.example", term: "include:x.example"),
        .illegalDomain("a..b", term: "include:%{l}"),
        .loop(domain: "x.example", term: "include:x.example"),
        .tooManyTerms(limit: 10, domain: "x.example", term: "a"),
        .tooManyVoidLookUps(limit: 2, domain: "x.example", term: "a"),
        .tooManyExchanges(limit: 10, domain: "x.example", count: 11),
        .lookUpFailed("x.example", .txt, reason: "timeout"),
        .overdue,
    ])
    func hasASentenceForEachProblem(problem: SPFProblem) {
        #expect(problem.description.utf8.count > 20)
        switch problem {
        case .lookUpFailed, .overdue: #expect(problem.isTemporary)
        default: #expect(!problem.isTemporary)
        }
    }
}
