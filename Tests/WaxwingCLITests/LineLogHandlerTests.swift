import JSONText
import Logging
import Synchronization
import Testing

@testable import WaxwingCLI

@Suite struct LineLogHandlerTests {
    @Test func writesOneJSONObjectALine() throws {
        let line = try logged(.json)
        let document = try JSON.parse(line)
        #expect(line.last == 0x0A && line.filter { $0 == 0x0A }.count == 1)
        #expect(document["level"] == .string("warning"))
        #expect(document["message"] == .string("two\nlines"))
        #expect(document["path"] == .string("/a b"))
        #expect(document["level_"] == .string("mine"))
        #expect(document["list"] == .array([.string("x"), .string("y")]))
        #expect(document["time"] != nil)
    }

    @Test func writesOneLineOfTextWhateverIsInIt() throws {
        let line = String(decoding: try logged(.text), as: UTF8.self)
        #expect(line.contains(#"Z warning: two\nlines"#))
        #expect(line.contains(#"path="/a b""#))
        #expect(line.hasSuffix("\n") && line.filter(\.isNewline).count == 1)
    }

    private func logged(_ form: LineLogHandler.Form) throws -> [UInt8] {
        let lines = Lines()
        var logger = Logger(label: "test") { _ in
            LineLogHandler(form: form) { lines.add($0) }
        }
        logger[metadataKey: "path"] = "/a b"
        logger.debug("not seen")
        logger.warning("two\nlines", metadata: ["level": "mine", "list": ["x", "y"]])
        return try #require(lines.all.first)
    }

    private final class Lines: Sendable {
        private let lines = Mutex<[[UInt8]]>([])
        var all: [[UInt8]] { lines.withLock { $0 } }
        func add(_ line: [UInt8]) { lines.withLock { $0.append(line) } }
    }
}
