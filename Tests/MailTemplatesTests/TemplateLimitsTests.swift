import JSONText
import MailTemplates
import Testing

@Suite struct TemplateLimitsTests {
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
        var limits = TemplateLimits()
        limits.stepLimit = 100_000
        #expect(throws: RenderingError.tooManySteps(limit: 100_000)) {
            try render(open + close, "{\"a\": \(items)}", limits: limits)
        }
    }

    @Test(arguments: [
        #"{{#* inline "p"}}{{> p}}{{/inline}}{{> p}}"#,
        #"{{#* inline "p"}}{{> q}}{{/inline}}{{#* inline "q"}}{{> p}}{{/inline}}{{> p}}"#,
        #"{{#* inline "p"}}{{#> p}}{{> @partial-block}}{{/p}}{{/inline}}{{#> p}}x{{/p}}"#,
    ])
    func boundsRecursion(template: String) {
        #expect(throws: RenderingError.tooDeep(limit: 128)) { try render(template) }
    }

    @Test("A partial that calls itself twice ends before 2^128 calls")
    func boundsBranchingRecursion() {
        var limits = TemplateLimits()
        limits.stepLimit = 100_000
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
        let members = (0..<2_000).map { "\"m\($0)\": 0" }.joined(separator: ",")
        let template = String(repeating: "{{#if x}}{{/if}}", count: 2_000)
        var limits = TemplateLimits()
        limits.stepLimit = 100_000
        #expect(throws: RenderingError.tooManySteps(limit: 100_000)) {
            try render(template, "{\(members)}", limits: limits)
        }
        #expect(try render(template, "{}", limits: limits) == "")
    }

    @Test("Paths that lead far out cost no more than there is") func boundsParents() throws {
        let parents = String(repeating: "../", count: 100_000)
        let items = "[" + Array(repeating: "0", count: 10_000).joined(separator: ",") + "]"
        #expect(
            try render("{{#each a}}{{#if \(parents)x}}{{/if}}{{/each}}", "{\"a\": \(items)}") == "")
    }

    @Test func boundsBlockParameters() {
        let names = String(repeating: "a ", count: 100_000)
        #expect(throws: TemplateError.self) {
            try Template(parsing: "{{#each a as |\(names)|}}{{/each}}")
        }
    }

    @Test("Long names cost steps") func boundsNames() throws {
        let name = String(repeating: "n", count: 200_000)
        let items = "[" + Array(repeating: "0", count: 10_000).joined(separator: ",") + "]"
        #expect(throws: RenderingError.tooManySteps(limit: 5_000_000)) {
            try render(
                "{{#each a}}{{#if ../\(name)}}{{/if}}{{/each}}", "{\"\(name)\": 0, \"a\": \(items)}"
            )
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
