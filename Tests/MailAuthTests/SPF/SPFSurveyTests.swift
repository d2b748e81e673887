import DNS
import MailTypes
import Testing

@testable import MailAuth

@Suite struct SPFSurveyTests {
    private func survey(_ zone: String) async throws -> SPFSurvey {
        await SPFSurvey.survey("example.com", resolver: try SPFSample(zone).resolver)
    }

    @Test func countsTheTermsOfEachBranch() async throws {
        let survey = try await survey(
            """
            @ TXT "v=spf1 a include:_i.%{o} ptr ~all mx redirect=never.example.com"
            _i TXT "v=spf1 mx exists:%{i}.x.example.com redirect=_r.%{d}"
            _r._i TXT "v=spf1 a a -all"
            @ A 192.0.2.1
            _i MX 10 @
            _r._i AAAA 2001:db8::1
            """)
        #expect(survey.termCount == 8)
        #expect(
            survey.branches.map(\.domain) == [
                "example.com", "_i.example.com", "_r._i.example.com",
            ])
        #expect(survey.branches.map(\.termCount) == [8, 5, 2])
        #expect(survey.branches.map(\.terms.count) == [3, 3, 2])
        #expect(survey.branches.map(\.term) == [nil, "include:_i.%{o}", "redirect=_r.%{d}"])
        #expect(survey.isComplete)
        #expect(survey.problems().isEmpty)
    }

    @Test func seesWhatReceiversWillObjectTo() async throws {
        let many = String(repeating: "a ", count: 9)
        var sample = try SPFSample(
            """
            @ TXT "v=spf1 include:two.example.com include:bad.example.com include:nx.example.com "
                "include:out.example.com include:example.com \(many) -all"
            @ A 192.0.2.1
            two TXT "v=spf1 -all"
            two TXT "v=spf1 +all"
            bad TXT "v=spf1 ipv4:192.0.2.1 -all"
            """.replacing("example.com \"\n    \"", with: "example.com \" \""))
        sample.resolver.fail("out.example.com", reason: "timeout")
        let survey = await SPFSurvey.survey("example.com", resolver: sample.resolver)
        let problems = survey.problems()
        #expect(problems.count == 6)
        #expect(problems[0] == .severalRecords(domain: "two.example.com", count: 2))
        guard case .syntax("bad.example.com", "ipv4:192.0.2.1", _) = problems[1] else {
            Issue.record("\(problems[1])")
            return
        }
        #expect(
            problems[2] == .noRecord(domain: "nx.example.com", term: "include:nx.example.com"))
        #expect(problems[3] == .lookUpFailed("out.example.com", .txt, reason: "timeout"))
        #expect(problems[4] == .loop(domain: "example.com", term: "include:example.com"))
        #expect(problems[5] == .tooManyTerms(limit: 10, domain: "example.com", term: "a"))
        #expect(!survey.isComplete)
    }

    @Test func seesNamesThatDoNotExist() async throws {
        let survey = try await survey(
            """
            @ TXT "v=spf1 a:n1.%{d} mx:n2.%{d} exists:n3.%{d} a:v6.%{d} exists:%{i}.%{d} -all"
            v6 AAAA 2001:db8::1
            """)
        #expect(survey.root.terms.map(\.isVoid) == [true, true, true, false, false])
        #expect(
            survey.problems() == [
                .tooManyVoidLookUps(limit: 2, domain: "example.com", term: "exists:n3.%{d}")
            ])
    }

    @Test func leavesOutWhatHangsOnTheMessage() async throws {
        let survey = try await survey(#"@ TXT "v=spf1 include:%{i}.example.com a:x..com -all""#)
        #expect(survey.root.terms.first?.branch?.state == .dependsOnMessage)
        #expect(!survey.isComplete)
        #expect(survey.termCount == 2)
    }

    /// A record that includes ten others, each of which does the same, is no reason to ask for
    /// ten billion names.
    @Test func isBounded() async throws {
        let survey = try await survey(
            "* TXT \"v=spf1 \((0..<10).map { "include:x\($0).%{d}" }.joined(separator: " ")) -all\""
                + "\n@ TXT \"v=spf1 include:x.%{d} -all\"")
        let found = survey.branches.filter { $0.record != nil }
        #expect(found.count <= SPFSurvey.lookUpLimit)
        #expect(!survey.isComplete)
        #expect(survey.problems().count >= 1)
    }

    @Test func isToldAsATree() async throws {
        let survey = try await survey(
            "@ TXT \"v=spf1 a include:_i.example.com\"\n@ A 192.0.2.1\n_i TXT \"v=spf1 -all\"")
        let step = survey.step
        #expect(step.subject == "TXT example.com")
        #expect(step.outcome == "2 terms with look-ups: v=spf1 a include:_i.example.com")
        #expect(step.steps.map(\.subject) == ["a", "include:_i.example.com"])
        #expect(step.steps[1].steps.map(\.outcome) == ["0 terms with look-ups: v=spf1 -all"])
    }
}
