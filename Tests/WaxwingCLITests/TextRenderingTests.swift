import DNS
import JSONText
import MailAuth
import Synchronization
import Testing

@testable import WaxwingCLI

@Suite struct TextRenderingTests {
    private let step = EvaluationStep(
        "SPF of example.com", "pass", tone: .good,
        steps: [
            EvaluationStep("record", "v=spf1 include:_spf.example.net -all"),
            EvaluationStep(
                "include:_spf.example.net", "match", tone: .good,
                steps: [
                    EvaluationStep("ip4:192.0.2.0/24", "no match", tone: .bad),
                    EvaluationStep("ip4:198.51.100.0/24", "match", tone: .good),
                ]),
            EvaluationStep("exists:x.example", "SERVFAIL", tone: .unsure),
        ])

    private func text(_ blocks: [TextBlock], width: Int?) -> String {
        let terminal = Terminal(isColoured: false, width: width)
        return blocks.flatMap { $0.lines(width: width) }.map(terminal.rendered)
            .joined(separator: "\n")
    }

    @Test func drawsTheTreeOfAnEvaluation() {
        #expect(
            text([.steps(step)], width: nil) == """
                ✓ SPF of example.com → pass
                ├─ · record → v=spf1 include:_spf.example.net -all
                ├─ ✓ include:_spf.example.net → match
                │  ├─ ✗ ip4:192.0.2.0/24 → no match
                │  └─ ✓ ip4:198.51.100.0/24 → match
                └─ ? exists:x.example → SERVFAIL
                """)
    }

    @Test func wrapsWithinTheBranches() {
        #expect(
            text([.steps(step)], width: 30) == """
                ✓ SPF of example.com → pass
                ├─ · record → v=spf1
                │    include:_spf.example.net
                │    -all
                ├─ ✓ include:_spf.example.net
                │  │ → match
                │  ├─ ✗ ip4:192.0.2.0/24 → no
                │  │    match
                │  └─ ✓ ip4:198.51.100.0/24 →
                │       match
                └─ ? exists:x.example →
                     SERVFAIL
                """)
    }

    @Test func breaksWordsThatAreLongerThanALine() {
        let key = EvaluationStep("p", String(repeating: "A", count: 50))
        #expect(
            text([.steps(key)], width: 24) == """
                · p →
                  AAAAAAAAAAAAAAAAAAAAAA
                  AAAAAAAAAAAAAAAAAAAAAA
                  AAAAAA
                """)
    }

    @Test(arguments: 1...40)
    func noTextIsLostInAnyWidth(width: Int) {
        let words = StyledText("aaa bb 猫猫猫 c ddddddddddddddddddddddddddddddd ee f")
        let lines = words.wrapped(to: width, first: "- ", rest: "  ")
        let joined = lines.map { $0.plainText.dropFirst(2) }.joined()
        #expect(joined.filter { $0 != " " } == words.plainText.filter { $0 != " " })
        let limit = max(width, StyledText.leastWrappingWidth + 2)
        #expect(lines.allSatisfy { $0.width <= limit })
    }

    @Test func alignsTheColumnsOfATable() {
        var table = TextTable([.init("Source"), .init("Messages", .right), .init("Result")])
        table.append(["192.0.2.1", "12", "pass"])
        table.append(["2001:db8::1", "1345", "a long explanation of what happened"])
        table.append(["猫.example"])
        #expect(
            text([.table(table)], width: 46) == """
                Source       Messages  Result
                192.0.2.1          12  pass
                2001:db8::1      1345  a long explanation of
                                       what happened
                猫.example
                """)
    }

    @Test func showsWhatIsToChangeInRecords() {
        let difference = RecordDifference(
            name: "_dmarc.example.com", type: .txt,
            found: [.text("v=DMARC1; p=none"), .text("other")],
            wanted: [.text("other"), .text("v=DMARC1; p=reject")])
        #expect(
            text([.difference(difference)], width: nil) == """
                _dmarc.example.com. TXT
                  "other"
                - "v=DMARC1; p=none"
                + "v=DMARC1; p=reject"
                """)
        #expect(!difference.isEmpty)
    }

    @Test func coloursOnlyWhereItIsTold() {
        let line = StyledText("a") + StyledText("b", .bad)
        #expect(Terminal(isColoured: false, width: nil).rendered(line) == "ab")
        #expect(
            Terminal(isColoured: true, width: nil).rendered(line) == "a\u{1B}[31mb\u{1B}[0m")
    }

    @Test func writesTheSameTreeForPrograms() throws {
        let written = Mutex<[UInt8]>([])
        let output = Output(form: .json(.line)) { bytes in written.withLock { $0 += bytes } }
        try output.write(Fixed(step: EvaluationStep("a", tone: .good, steps: [.init("b", "c")])))
        #expect(
            String(decoding: written.withLock { $0 }, as: UTF8.self)
                == #"{"subject":"a","tone":"good","steps":"#
                + #"[{"subject":"b","outcome":"c","tone":"plain"}]}"# + "\n")
    }

    private struct Fixed: Presentable {
        let step: EvaluationStep
        var text: [TextBlock] { [.steps(step)] }
        var document: Document { step.document }
    }
}
