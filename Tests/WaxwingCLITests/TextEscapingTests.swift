import MailAuth
import MailTypes
import Testing

@testable import WaxwingCLI

@Suite struct TextEscapingTests {
    @Test(arguments: [
        ("plain, 猫 é 🕊", "plain, 猫 é 🕊"),
        ("\u{1B}[31mred", #"\x1B[31mred"#),
        ("\u{1B}]0;title\u{7}", #"\x1B]0;title\x07"#),  // names the window
        ("\u{9B}2J", #"\u{9B}2J"#),  // the same as ESC [, in one character
        ("a\r\nb\tc\u{8}", #"a\r\nb\tc\x08"#),
        ("\u{7F}", #"\x7F"#),
        ("moc.\u{202E}elpmaxe", #"moc.\u{202E}elpmaxe"#),  // turns the direction
        ("\u{2066}x\u{2069}\u{200F}", #"\u{2066}x\u{2069}\u{200F}"#),
        ("pay\u{200B}pal\u{FEFF}", #"pay\u{200B}pal\u{FEFF}"#),  // no width
        ("a\u{2028}b", #"a\u{2028}b"#),
    ])
    func showsWhatATerminalWouldObey(text: String, shown: String) {
        #expect(StyledText(text).plainText == shown)
    }

    @Test func showsBytesThatAreNoText() {
        #expect(StyledText.escaped([0x61, 0xE9, 0x1B]) == #"a\xE9\x1B"#)
        #expect(StyledText.escaped(Array("é".utf8)) == "é")
    }

    @Test(arguments: 0...0x2FF)
    func noControlCharacterGetsThrough(value: Int) throws {
        let scalar = try #require(Unicode.Scalar(UInt32(value)))
        let hostile = "x\(scalar)y"
        var table = TextTable([.init(hostile), .init("")])
        table.append([StyledText(hostile), StyledText(hostile, .bad)])
        let blocks: [TextBlock] = [
            .line(StyledText(hostile)), .table(table),
            .steps(EvaluationStep(hostile, hostile, steps: [EvaluationStep(hostile)])),
        ]
        let terminal = Terminal(isColoured: false, width: 30)
        for line in blocks.flatMap({ $0.lines(width: 30) }).map(terminal.rendered) {
            #expect(!line.unicodeScalars.contains { $0.isInvisible })
        }
    }
}
