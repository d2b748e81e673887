import BIMI
import Testing

@Suite struct SVGProfileTests {
    private static func document(
        _ content: String = "<title>x</title>", root: String = "", viewBox: String = "0 0 1 1"
    ) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
         version="1.2" baseProfile="tiny-ps" viewBox="\(viewBox)" \(root)>
        \(content)
        </svg>
        """
    }

    private func rules(_ svg: String) -> [SVGFinding.Rule] {
        SVGProfile.check(Array(svg.utf8)).map(\.rule)
    }

    @Test(arguments: [
        "<title>x</title>",
        "<title>x</title><desc>y</desc><defs><linearGradient id='a'><stop offset='0'/></linearGradient></defs><path d='M0 0' fill='url(#a)' style=\"stroke: url( '#a' )\"/>",
        "<title>x</title><use xlink:href='#a'/>",
        "<title>x</title><metadata><x:y xmlns:x='u:1'><x:script/></x:y></metadata>",
        "<title>x</title><g><g><text>a<tspan>b</tspan></text></g></g>",
    ])
    func allows(content: String) {
        #expect(rules(Self.document(content)).isEmpty)
    }

    @Test(
        arguments: [
            ("<title>x</title><script/>", .element("script")),
            ("<title>x</title><style>a{}</style>", .element("style")),
            ("<title>x</title><image/>", .element("image")),
            ("<title>x</title><a/>", .element("a")),
            ("<title>x</title><animate/>", .element("animate")),
            ("<title>x</title><foreignObject/>", .element("foreignObject")),
            ("<title>x</title><svg/>", .element("svg")),
            ("<title>x</title><g><SCRIPT/></g>", .element("SCRIPT")),
            ("<title>x</title><q:g xmlns:q='u:1'/>", .element("q:g")),
            ("<title>x</title><g xmlns='u:1'/>", .element("g")),
            ("<title>x</title><metadata><script/></metadata>", .element("script")),
            (
                "<title>x</title><metadata><script xmlns='http://www.w3.org/1999/xhtml'/></metadata>",
                .element("script")
            ),
            ("<title>x</title><g onclick='x()'/>", .eventAttribute("onclick")),
            ("<title>x</title><g ONLOAD='x()'/>", .eventAttribute("ONLOAD")),
            (
                "<title>x</title><use xlink:href='https://x/'/>",
                .reference(attribute: "xlink:href", value: "https://x/")
            ),
            ("<title>x</title><use href=''/>", .reference(attribute: "href", value: "")),
            (
                "<title>x</title><use xlink:href='java&#9;script:x'/>",
                .reference(attribute: "xlink:href", value: "java\tscript:x")
            ),
            (
                "<title>x</title><g fill='URL( &quot;https://x/#a&quot;)'/>",
                .reference(attribute: "fill", value: "URL( \"https://x/#a\")")
            ),
            (
                "<title>x</title><g style='fill:u\\72l(https://x/)'/>",
                .reference(attribute: "style", value: "fill:u\\72l(https://x/)")
            ),
            (
                "<title>x</title><g xml:base='https://x/'/>",
                .reference(attribute: "xml:base", value: "https://x/")
            ),
            (
                "<?xml-stylesheet href='x'?><title>x</title>",
                .processingInstruction("xml-stylesheet")
            ),
            ("<g/>", .titleMissing), ("<title> \n</title>", .titleMissing),
            ("<g><title>x</title></g>", .titleMissing),
            ("<g/><title>x</title>", .titleNotFirst),
        ] as [(String, SVGFinding.Rule)])
    func refuses(content: String, rule: SVGFinding.Rule) {
        #expect(rules(Self.document(content)) == [rule])
    }

    @Test func looksAtTheRoot() {
        #expect(rules(Self.document(root: "x='0'")) == [.rootAttribute("x")])
        #expect(rules(Self.document(root: "y='0'")) == [.rootAttribute("y")])
        let bare = "<svg xmlns='http://www.w3.org/2000/svg'><title>x</title></svg>"
        #expect(rules(bare) == [.version(nil), .baseProfile(nil), .viewBoxMissing])
        let other = Self.document().replacing("tiny-ps", with: "tiny")
        #expect(rules(other) == [.baseProfile("tiny")])
        #expect(rules("<svg><title>x</title></svg>").count > 0)
    }

    @Test func advises() {
        #expect(rules(Self.document(viewBox: "0 0 2 1")) == [.notSquare])
        #expect(rules(Self.document(viewBox: "0,0,2.5,2.50")) == [])
        #expect(rules(Self.document(viewBox: "0 0 1")) == [.viewBoxMissing])
        let title = "<title>\(String(repeating: "x", count: 65))</title>"
        #expect(rules(Self.document(title)) == [.longTitle])
        let large = Self.document("<title>x</title>" + String(repeating: " ", count: 33_000))
        #expect(SVGProfile.check(Array(large.utf8)).map(\.isBreach) == [false])
    }

    @Test(arguments: [
        "", "text", "<svg", "<html/>", "<!DOCTYPE svg><svg/>",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + document("<title>&x;</title>"),
    ])
    func refusesWhatIsNoSVG(text: String) {
        let findings = SVGProfile.check(Array(text.utf8))
        #expect(findings.contains { if case .notSVG = $0.rule { true } else { false } })
    }

    @Test func saysTheLine() {
        let svg = Self.document("<title>x</title>\n<g>\n<script/>\n</g>")
        #expect(SVGProfile.check(Array(svg.utf8)).map(\.line) == [5])
    }

    @Test func boundsFindingsAndSize() {
        let many = Self.document("<title>x</title>" + String(repeating: "<a/>", count: 1000))
        #expect(rules(many).count == SVGProfile.findingCountLimit)
        let large = Self.document(String(repeating: " ", count: SVGProfile.sizeInBytesLimit))
        #expect(rules(large).count == 1)
    }
}
