import Testing
import XMLText

/// Documents made to cost more than they weigh, or to reach what they should not.
@Suite struct HostileDocumentTests {
    private func reason(
        _ document: some Sequence<UInt8>, limits: XMLLimits = XMLLimits(), recovers: Bool = false
    ) -> XMLError.Reason? {
        do {
            _ = try XMLReader.read(document, limits: limits, recovers: recovers, with: EventLog())
            return nil
        } catch {
            return error.reason
        }
    }

    /// Each entity is ten of the one before: a gigabyte from a few lines.
    private static let billionLaughs =
        "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY l0 'lol'>"
        + (1...9).map {
            "<!ENTITY l\($0) '\(String(repeating: "&l\($0 - 1);", count: 10))'>"
        }.joined() + "]><l>&l9;</l>"

    /// One long entity, named often.
    private static let quadraticEntity =
        "<!DOCTYPE q [<!ENTITY a '\(String(repeating: "a", count: 50_000))'>]><q>"
        + String(repeating: "&a;", count: 50_000) + "</q>"

    @Test(arguments: [
        billionLaughs, quadraticEntity,
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM 'http://192.0.2.1/a.dtd'><a/>",
        "<!DOCTYPE a PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://192.0.2.1/svg.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///dev/random'> %p;]><a/>",
        "<!DOCTYPE a>\n<a/>", "<!DOCTYPE a",
    ])
    func refusesDocumentTypes(document: String) {
        for recovers in [false, true] {
            let reason = reason(document.utf8, recovers: recovers)
            if document.hasSuffix(">") { #expect(reason == .documentType) }
            #expect(reason != nil)
        }
    }

    @Test(arguments: ["<a>&x;</a>", "<a b='&x;'/>", "<a>&#0;</a>", "<a>&#xFFFF;</a>"])
    func refusesReferencesToWhatThereIsNot(document: String) {
        guard case .notWellFormed = reason(document.utf8) else {
            Issue.record("\(document) was read")
            return
        }
    }

    @Test(arguments: [
        "<a", "<a>", "<a><b></a>", "<a>x", "<a/><b/>", "<a x='1' x='2'/>", "<a x=1/>",
        "<a>&amp</a>", "<a><![CDATA[", "<!--", "<a>]]></a>", "<a>\u{1}</a>", "<p:a/>", "text",
    ])
    func refusesWhatIsNotWellFormed(document: String) {
        guard case .notWellFormed = reason(document.utf8) else {
            Issue.record("\(document) was read, or was refused for another reason")
            return
        }
    }

    @Test func refusesBytesThatAreNoUTF8() {
        #expect(reason(Array("<a>".utf8) + [0xC3, 0x28] + "</a>".utf8) != nil)
        #expect(reason(Array("<a x='".utf8) + [0xED, 0xA0, 0x80] + "'/>".utf8) != nil)
    }

    @Test func refusesNUL() {
        for recovers in [false, true] {
            #expect(reason("<a>x\0y</a>".utf8, recovers: recovers) == .nul)
            #expect(reason("\0<a/>".utf8, recovers: recovers) == .nul)
            let units = "\u{FEFF}<a>\0</a>".utf16
            let bytes = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            #expect(reason(bytes, recovers: recovers) == .nul)
        }
    }

    @Test(arguments: ["", " ", "<!-- c -->", "<?xml version='1.0'?>"])
    func needsAnElement(document: String) {
        #expect(reason(document.utf8) != nil)
        #expect(reason(document.utf8, recovers: true) == .empty)
    }

    // MARK: Bounds

    private func text(_ piece: String, _ count: Int) -> String {
        String(repeating: piece, count: count)
    }

    @Test func boundsDepth() {
        #expect(reason((text("<a>", 64) + text("</a>", 64)).utf8) == nil)
        #expect(reason(text("<a>", 65).utf8) == .limit(.depth))
        #expect(reason(text("<a>", 100_000).utf8, recovers: true) == .limit(.depth))
    }

    @Test func boundsAttributes() {
        func tag(_ count: Int) -> String {
            "<a " + (0..<count).map { "a\($0)=''" }.joined(separator: " ") + "/>"
        }
        #expect(reason(tag(64).utf8) == nil)
        #expect(reason(tag(65).utf8) == .limit(.attributeCount))
        #expect(reason("<a b='\(text("x", 65_536))'/>".utf8) == nil)
        #expect(reason("<a b='\(text("x", 65_537))'/>".utf8) == .limit(.attributeSize))
    }

    @Test func boundsNamespacesInScope() {
        func tag(_ count: Int) -> String {
            "<a " + (0..<count).map { "xmlns:p\($0)='u'" }.joined(separator: " ") + ">"
        }
        #expect(reason((tag(64) + "</a>").utf8) == nil)
        #expect(reason((tag(65) + "</a>").utf8) == .limit(.namespaceCount))
        #expect(reason((tag(40) + tag(40)).utf8) == .limit(.namespaceCount))
        let siblings = "<r>" + text(tag(40) + "</a>", 10) + "</r>"
        #expect(reason(siblings.utf8) == nil)
    }

    @Test(arguments: ["<a b='", "<!--", "<?p ", "<a "])
    func boundsWhatHasToBeKept(start: String) {
        #expect(reason((start + text("<x> ", 1_000_000)).utf8) != nil)
        #expect(reason((start + text("xx ", 500_000)).utf8) == .limit(.markupSize))
    }

    @Test func boundsText() {
        #expect(reason("<a>\(text("x", 1 << 20))</a>".utf8) == nil)
        #expect(reason("<a>\(text("x", 1 << 20))x</a>".utf8) == .limit(.textSize))
        #expect(reason("<a><![CDATA[\(text("x", 1 << 16))]]></a>".utf8) == nil)
        #expect(reason("<a><![CDATA[\(text("x", 1 << 21))]]></a>".utf8) == .limit(.markupSize))
    }

    @Test func boundsNames() {
        #expect(reason("<\(text("x", 256))/>".utf8) == nil)
        #expect(reason("<\(text("x", 257))/>".utf8) == .limit(.nameSize))
        #expect(reason("<a \(text("x", 257))=''/>".utf8) == .limit(.nameSize))
        let many = "<a>" + (0..<5000).map { "<n\($0)/>" }.joined() + "</a>"
        #expect(reason(many.utf8) == .limit(.nameCount))
    }

    @Test func boundsRepairs() {
        let document = "<a>" + text("&x; ", 2000) + "</a>"
        #expect(reason(document.utf8, recovers: true) == .limit(.repairs))
    }

    // MARK: Recovery

    private func repaired(_ document: String) throws -> (EventLog, Int) {
        var reader = XMLReader(EventLog(), recovers: true)
        try reader.read(Array(document.utf8)[...])
        try reader.finish()
        return (reader.handler, reader.repairs.count)
    }

    @Test func recoversWhatIsCutOff() throws {
        let (log, repairs) = try repaired("<a>\n<b>x</b><c>y<d/")
        #expect(
            log.events == [
                .start("a", [:]), .text("\n"), .start("b", [:]), .text("x"), .end("b"),
                .start("c", [:]), .text("y"), .start("d", [:]), .end("d"), .end("c"), .end("a"),
            ])
        #expect(repairs > 0)
    }

    @Test func recoversBareAmpersandsAndKeepsEntities() throws {
        let (log, repairs) = try repaired("<a><b>A&T</b><c>x &amp; y &lt;</c></a>")
        #expect(log.events.contains(.text("x & y <")))
        #expect(repairs > 0)
    }

    @Test func sayWhereARepairWasMade() throws {
        var reader = XMLReader(EventLog(), recovers: true)
        try reader.read(Array("<a>\n\n<b></c>\n</a>".utf8)[...])
        try reader.finish()
        #expect(reader.repairs.first?.line == 3)
    }

    @Test func makesNoRepairsWhereNoneAreNeeded() throws {
        #expect(try repaired("<a>&amp;</a>").1 == 0)
    }
}
