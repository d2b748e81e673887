import JSONText
import MailTemplates
import Testing

@Suite struct TemplateLimitsTests {
    @Test("A rendering has room for a message") func outputFitsAMessage() {
        #expect(TemplateLimits().outputSizeLimit == 10 * 1024 * 1024)
    }

    @Test func refusesLongTemplates() throws {
        _ = try Template(parsing: [UInt8](repeating: 0x20, count: 500 * 1024))
        #expect(throws: TemplateError.self) {
            try Template(parsing: [UInt8](repeating: 0x20, count: 500 * 1024 + 1))
        }
    }

    @Test(arguments: [
        ("{{#a}}", "{{/a}}"), ("{{#if a}}", "{{/if}}"), ("{{#> a}}", "{{/a}}"),
        ("{{#if a}}{{else if a}}", "{{/if}}"), ("{{#* inline \"a\"}}", "{{/inline}}"),
    ])
    func boundsNesting(open: String, close: String) throws {
        func nested(_ count: Int) -> String {
            String(repeating: open, count: count) + String(repeating: close, count: count)
        }
        _ = try Template(parsing: nested(40))
        #expect(throws: TemplateError.self) { try Template(parsing: nested(101)) }
        #expect(throws: TemplateError.self) { try Template(parsing: nested(10_000)) }
    }

    @Test func boundsChainsAndParentheses() throws {
        func chain(_ count: Int) -> String {
            "{{#if a}}" + String(repeating: "{{else if a}}", count: count) + "{{/if}}"
        }
        #expect(try render(chain(90)) == "")
        #expect(throws: TemplateError.self) { try render(chain(20_000)) }
        let parentheses = String(repeating: "(a ", count: 30_000)
        #expect(throws: TemplateError.self) { try render("{{a \(parentheses)") }
    }

    @Test("Loops within loops end") func boundsLoops() throws {
        let items = "[" + Array(repeating: "1", count: 100).joined(separator: ",") + "]"
        let open = String(repeating: "{{#each @root.a}}", count: 20)
        let close = String(repeating: "{{/each}}", count: 20)
        #expect(throws: RenderingError.tooManySteps(limit: 5_000_000)) {
            try render(open + close, "{\"a\": \(items)}")
        }
    }

    @Test(arguments: [
        #"{{#* inline "p"}}{{> p}}{{/inline}}{{> p}}"#,
        #"{{#* inline "p"}}{{> q}}{{/inline}}{{#* inline "q"}}{{> p}}{{/inline}}{{> p}}"#,
        #"{{#* inline "p"}}{{#> p}}{{> @partial-block}}{{/p}}{{/inline}}{{#> p}}x{{/p}}"#,
    ])
    func boundsRecursion(template: String) {
        #expect(throws: RenderingError.tooDeep(limit: 250)) { try render(template) }
    }

    @Test("A partial that calls itself twice ends before 2^250 calls")
    func boundsBranchingRecursion() {
        let limits = TemplateLimits()
        #expect(throws: RenderingError.self) {
            try render(
                #"{{#* inline "p"}}{{#each a}}{{#if @root.b}}{{> p @root}}{{/if}}{{/each}}{{/inline}}{{> p}}"#,
                #"{"a": [1, 2], "b": true}"#, limits: limits)
        }
    }

    @Test func boundsOutput() {
        var limits = TemplateLimits()
        limits.outputSizeLimit = 1000
        #expect(throws: RenderingError.tooLong(limit: 1000)) {
            try render(
                "{{#each a}}{{@root.t}}{{/each}}",
                "{\"a\": [1, 2, 3], \"t\": \"\(String(repeating: "x", count: 400))\"}",
                limits: limits)
        }
        // Indenting lines counts too.
        #expect(throws: RenderingError.tooLong(limit: 1000)) {
            try render(
                "{{#* inline \"p\"}}{{a}}{{/inline}}\n    {{> p}}\n",
                "{\"a\": \"\(String(repeating: "\\n", count: 400))\"}", limits: limits)
        }
    }

    @Test("Names looked for in large objects cost steps") func boundsLookups() throws {
        let members = (0..<20_000).map { "\"m\($0)\": 0" }.joined(separator: ",")
        let template = String(repeating: "{{#if x}}{{/if}}", count: 20_000)
        #expect(throws: RenderingError.tooManySteps(limit: 5_000_000)) {
            try render(template, "{\(members)}")
        }
    }

    @Test(
        "Any bytes are a template or an error",
        arguments: [
            [0xFF, 0x00, 0x7B, 0x7B, 0xE2, 0x80], [0x7B, 0x7B, 0x21], Array("{{{{a}}}}{{{{/a".utf8),
            Array("\\{{".utf8), Array("{{{{{{{{".utf8), Array("{{\"\\\"".utf8),
            Array("{{[\\]".utf8),
        ])
    func readsAnyBytes(bytes: [UInt8]) {
        for count in 0...bytes.count {
            _ = try? Template(parsing: Array(bytes.prefix(count)))
        }
    }

    @Test("Bytes that are no UTF-8 stay as they are") func keepsBytes() throws {
        let bytes: [UInt8] = [0xFF, 0xC2, 0x0A, 0x00]
        #expect(try Template(parsing: bytes).render(data: .null) == bytes)
    }
}
