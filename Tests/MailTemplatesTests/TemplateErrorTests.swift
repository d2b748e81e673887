import MailTemplates
import Testing

@Suite struct TemplateErrorTests {
    @Test(arguments: [
        ("{{name}", "line 1, column 7: expected }} instead of '}'"),
        ("é{{", "line 1, column 4: expected a name instead of the end of the template"),
        (
            "a\nb {{#each x}}\n{{/if}}",
            "line 3, column 1: {{#each}} of line 2 is closed by {{/if}}: close it with {{/each}} first"
        ),
        ("\n{{#if x}}", "line 2, column 1: {{#if}} is never closed: write {{/if}} behind it"),
        ("{{/if}}", "line 1, column 1: a closing tag without a block: open one, or take it out"),
        ("{{else}}", "line 1, column 1: {{else}} that belongs to no block: take it out"),
        (
            "{{a/../b}}",
            "line 1, column 3: 'a/..' goes back in the middle: begin the path with '..'"
        ),
        (
            "{{> a b c}}",
            "line 1, column 1: a partial takes one context: write further values as name=value"
        ),
        (
            "{{#* inline name}}{{/inline}}",
            "line 1, column 1: only partials are defined like this: {{#* inline \"name\"}}…{{/inline}}"
        ),
        (
            "{{#* inline \"a\"}}{{else}}{{/inline}}",
            "line 1, column 1: {{#*…}} has no {{else}}: take it out"
        ),
        ("{{!-- no end }}", "line 1, column 1: expected text or a tag instead of '{'"),
    ])
    func saysWhereAndWhatToDo(template: String, description: String) {
        let error = #expect(throws: TemplateError.self) { try Template(parsing: template) }
        #expect(error?.description == description)
    }
}
