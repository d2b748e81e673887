import Testing
import XMLText

@Suite struct XMLReaderTests {
    private func events(
        _ document: some Sequence<UInt8>, recovers: Bool = false
    ) throws -> [EventLog.Event] {
        try XMLReader.read(document, recovers: recovers, with: EventLog()).events
    }

    @Test func tellsElementsAndTextInTheirOrder() throws {
        let document = "<?xml version='1.0'?><a x='1'>t<b/>u<!-- c --><?p i?>v</a>\n"
        #expect(
            try events(document.utf8) == [
                .start("a", ["x": "1"]), .text("t"), .start("b", [:]), .end("b"), .text("uv"),
                .end("a"),
            ])
    }

    @Test func readsTheFiveEntitiesReferencesAndCDATA() throws {
        let document = "<a x='&lt;&#65;&quot;'>&amp;&apos;&gt;&#x20AC;<![CDATA[<&amp;]]></a>"
        #expect(
            try events(document.utf8) == [
                .start("a", ["x": "<A\""]), .text("&'>€<&amp;"), .end("a"),
            ])
    }

    @Test func tellsNamespacesAndLines() throws {
        struct Names: XMLHandler {
            var seen: [String] = []
            mutating func start(_ tag: borrowing XMLStartTag) {
                seen.append("\(tag.prefix ?? "-") \(tag.namespace ?? "-") \(tag.line)")
                for attribute in tag.attributes {
                    seen.append("\(attribute.qualifiedName) \(attribute.namespace ?? "-")")
                }
            }
            mutating func end(_ name: XMLName) {}
            mutating func characters(_ text: Span<UInt8>) {}
        }
        let document = "<a xmlns='u:1' xmlns:p='u:2'>\n<p:b\n p:x='1' y=''/></a>"
        #expect(
            try XMLReader.read(document.utf8, with: Names()).seen == [
                "- u:1 1", "p u:2 3", "p:x u:2", "y -",
            ])
    }

    @Test func tellsProcessingInstructions() throws {
        struct Instructions: XMLHandler {
            var seen: [String] = []
            mutating func start(_ tag: borrowing XMLStartTag) {}
            mutating func end(_ name: XMLName) {}
            mutating func characters(_ text: Span<UInt8>) {}
            mutating func processingInstruction(_ target: String, line: Int) {
                seen.append("\(target) \(line)")
            }
        }
        let document = "<?xml version='1.0'?>\n<?xml-stylesheet href='x'?><a><?p?></a>"
        #expect(
            try XMLReader.read(document.utf8, with: Instructions()).seen == [
                "xml-stylesheet 2", "p 2",
            ])
    }

    @Test func countsNamesInTheOrderOfTheirFirstUse() throws {
        struct Indices: XMLHandler {
            var seen: [Int] = []
            mutating func start(_ tag: borrowing XMLStartTag) { seen.append(tag.name.index) }
            mutating func end(_ name: XMLName) { seen.append(-1 - name.index) }
            mutating func characters(_ text: Span<UInt8>) {}
        }
        let document = "<a><b/><a><c/></a><b/></a>"
        #expect(
            try XMLReader.read(document.utf8, with: Indices()).seen == [
                0, 1, -2, 0, 2, -3, -1, 1, -2, -1,
            ])
        // More names than the table has room for at first.
        let many = "<a>" + (0..<500).map { "<n\($0)/>" }.joined() + "<n499/></a>"
        let indices = try XMLReader.read(many.utf8, with: Indices()).seen
        #expect(indices.filter { $0 >= 0 } == Array(0...500) + [500])
    }

    @Test(arguments: [0, 1, 7, 16 * 1024, 16 * 1024 + 1])
    func readsThePiecesAsTheWhole(size: Int) throws {
        var document = "<?xml version='1.0' encoding='ISO-8859-1'?><r>".utf8.map { $0 }
        for index in 0..<3000 {
            document += "<row n='\(index)'>\n  <v a='".utf8 + [0xE9] + "'>x&amp;".utf8
            document += [0xE4] + "</v>\r\n</row><![CDATA[]]]>".utf8
        }
        document += "</r>".utf8
        let whole = try events(document)
        var reader = XMLReader(EventLog())
        var rest = document[...]
        while !rest.isEmpty {
            try reader.read(rest.prefix(max(size, 1)))
            rest = rest.dropFirst(max(size, 1))
            if size == 0 { try reader.read([]) }
        }
        try reader.finish()
        #expect(reader.handler.events == whole)
        #expect(whole.contains(.text("x&ä")))
        #expect(whole.contains(.text("\n")))  // line ends as XML has them
    }

    @Test func passesOverTheRestOnceTheHandlerIsDone() throws {
        let rest = String(repeating: "<b/>", count: 20_000)
        let log = try XMLReader.read("<a>\(rest)".utf8, with: EventLog(eventLimit: 10))
        #expect(log.events.count < 20_000)
    }

    // MARK: Encodings

    @Test(arguments: [
        ("<a>é</a>", "é"), ("\u{FEFF}<a>é</a>", "é"),
        ("<?xml version='1.0' encoding=\"UTF-8\"?><a>é</a>", "é"),
        ("<?xml version='1.0' encoding = 'us-ascii'?><a>e</a>", "e"),
    ])
    func readsUTF8(document: String, text: String) throws {
        #expect(try events(document.utf8) == [.start("a", [:]), .text(text), .end("a")])
    }

    @Test(arguments: [true, false])
    func readsUTF16(isBigEndian: Bool) throws {
        let text = String(repeating: "aé😀", count: 10_000)
        let units = "\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><a>\(text)</a>".utf16
        let bytes = units.flatMap { unit in
            let pair = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
            return isBigEndian ? pair : pair.reversed()
        }
        #expect(try events(bytes) == [.start("a", [:]), .text(text), .end("a")])
    }

    @Test(arguments: ["UTF-7", "windows-1252", "UTF-32", "IBM037", "x"])
    func refusesOtherEncodings(name: String) {
        let document = "<?xml version='1.0' encoding='\(name)'?><a/>"
        #expect(throws: XMLError(.encoding(name.lowercased()), line: 1)) {
            try events(document.utf8)
        }
        #expect(throws: XMLError.self) { try events(document.utf8, recovers: true) }
    }

    @Test(arguments: [
        [0, 0, 0, 0x3C], [0x3C, 0, 0, 0], [0xFF, 0xFE, 0, 0], [0x4C, 0x6F, 0xA7, 0x94],
    ])
    func refusesEncodingsByTheirFirstBytes(start: [UInt8]) {
        #expect(throws: XMLError.self) { try events(start + [0, 0, 0, 0x3C]) }
    }
}
