import JSONText
import MailTemplates
import Testing

@Suite struct RenderingTests {
    @Test(arguments: [
        ("Hello {{name}}!", #"{"name": "Zoë"}"#, "Hello Zoë!"),
        ("{{a.b.c}}", #"{"a": {"b": {"c": 1}}}"#, "1"),
        ("{{a/b}} {{this.a.b}} {{./a.b}}", #"{"a": {"b": true}}"#, "true true true"),
        ("{{list.[1]}} {{list.length}}", #"{"list": ["x", "y"]}"#, "y 2"),
        ("{{[first name]}} {{\"first name\"}}", #"{"first name": "A"}"#, "A A"),
        // Values are written as they are: SES escapes nothing.
        ("{{html}} {{{html}}} {{&html}}", #"{"html": "<b>&</b>"}"#, "<b>&</b> <b>&</b> <b>&</b>"),
        ("{{x}}", #"{"x": [1, [2, null], "three"]}"#, "1,2,,three"),
        ("{{x}}", #"{"x": {}}"#, "[object Object]"),
        // Of members with the same name the last counts.
        ("{{x}}", #"{"x": 1, "x": 2}"#, "2"),
        (
            "{{attribute}}{{attributes}}", #"{"attributes": 1, "attribute": 2, "attributed": 3}"#,
            "21"
        ),
        (
            "{{x}} {{y}} {{z}}", #"{"x": 0, "y": -9223372036854775808, "z": 100}"#,
            "0 -9223372036854775808 100"
        ),
        ("{{! a comment }}{{!-- with }} braces --}}x", "{}", "x"),
        (#"\{{name}} and \\{{name}}"#, #"{"name": "n"}"#, #"{{name}} and \n"#),
        ("{{{{raw}}}} {{name}} {{{{/raw}}}}", #"{"raw": true}"#, " {{name}} "),
        ("a \n {{~name~}} \n b", #"{"name": "-"}"#, "a-b"),
        // What others fill in later stays.
        (
            "{{amazonSESUnsubscribeUrl}} {{ses:openTracker}}", "{}",
            "{{amazonSESUnsubscribeUrl}} {{ses:openTracker}}"
        ),
    ])
    func writesValues(template: String, data: String, expected: String) throws {
        #expect(try render(template, data) == expected)
    }

    @Test(arguments: [
        ("{{#if a}}yes{{else}}no{{/if}}", #"{"a": "x"}"#, "yes"),
        ("{{#if a}}yes{{else}}no{{/if}}", "{}", "no"),
        ("{{#if a}}1{{else if b}}2{{else}}3{{/if}}", #"{"b": true}"#, "2"),
        ("{{#if a}}1{{else if b}}2{{else}}3{{/if}}", #"{"a": 0, "b": []}"#, "3"),
        ("{{#if a includeZero=true}}zero{{/if}}", #"{"a": 0}"#, "zero"),
        ("{{#unless a}}no{{/unless}}", #"{"a": null}"#, "no"),
        (
            "{{#each a}}{{@index}}{{this}}{{#unless @last}},{{/unless}}{{/each}}",
            #"{"a": ["x", "y"]}"#,
            "0x,1y"
        ),
        (
            "{{#each a}}{{@key}}={{.}}{{#if @first}};{{/if}}{{/each}}", #"{"a": {"k": 1, "l": 2}}"#,
            "k=1;l=2"
        ),
        ("{{#each a}}x{{else}}none{{/each}}", "{}", "none"),
        (
            "{{#each a}}{{#each b}}{{@../index}}{{@index}}{{../n}}{{../../t}} {{/each}}{{/each}}",
            #"{"t": "T", "a": [{"n": "p", "b": [1]}, {"n": "q", "b": [1, 2]}]}"#, "00pT 10qT 11qT "
        ),
        ("{{#each a as |item i|}}{{i}}{{item.n}}{{/each}}", #"{"a": [{"n": "x"}]}"#, "0x"),
        ("{{#with a}}{{b}}{{../c}}{{@root.c}}{{/with}}", #"{"a": {"b": 1}, "c": 2}"#, "122"),
        ("{{#with a as |x|}}{{x.b}}{{else}}none{{/with}}", #"{"a": null}"#, "none"),
        ("{{#a}}{{b}}{{/a}}{{^c}}no c{{/c}}", #"{"a": [{"b": 1}, {"b": 2}]}"#, "12no c"),
        ("{{#if (lookup a 'x')}}{{lookup a key}}{{/if}}", #"{"a": {"x": 1}, "key": "x"}"#, "1"),
    ])
    func entersBlocks(template: String, data: String, expected: String) throws {
        #expect(try render(template, data) == expected)
    }

    @Test(arguments: [
        // The example of the SES guide.
        (
            #"{{#* inline "fullName"}}{{firstName}} {{lastName}}{{/inline}}{{> fullName}}"#,
            #"{"firstName": "A", "lastName": "B"}"#, "A B"
        ),
        // Known in all of the body that defines it.
        (#"{{> p}}{{#* inline "p"}}{{x}}{{/inline}}"#, #"{"x": 1}"#, "1"),
        (
            #"{{#* inline "p"}}{{n}}{{/inline}}{{#each a}}{{> p}}{{/each}}"#,
            #"{"a": [{"n": 1}, {"n": 2}]}"#,
            "12"
        ),
        (
            #"{{#* inline "p"}}{{n}}{{m}}{{/inline}}{{> p a m="!"}}"#,
            #"{"a": {"n": 1, "m": "?"}}"#, "1!"
        ),
        (
            #"{{#* inline "p"}}<{{> @partial-block}}>{{/inline}}{{#> p}}{{x}}{{/p}}"#, #"{"x": 1}"#,
            "<1>"
        ),
        ("{{#> missing}}instead{{/missing}}", "{}", "instead"),
        (#"{{#* inline "a"}}1{{/inline}}{{> (lookup . "name")}}"#, #"{"name": "a"}"#, "1"),
        ("{{#* inline \"p\"}}\nx\ny\n{{/inline}}\n  {{> p}}\n", "{}", "  x\n  y\n"),
        // The innermost definition counts, to the end of its block.
        (
            #"{{#* inline "p"}}1{{/inline}}{{#if a}}{{#* inline "p"}}2{{/inline}}{{> p}}{{/if}}{{> p}}"#,
            #"{"a": true}"#, "21"
        ),
    ])
    func callsPartials(template: String, data: String, expected: String) throws {
        #expect(try render(template, data) == expected)
    }

    @Test("Partials of the caller's own are known too") func callsGivenPartials() throws {
        #expect(try render("{{> footer}}", #"{"x": 1}"#, partials: ["footer": "-{{x}}-"]) == "-1-")
    }

    @Test(arguments: [
        ("{{name}}", "{}", "name"),
        ("{{ user.name }}", #"{"user": {}}"#, "user.name"),
        ("{{a}}", #"{"a": null}"#, "a"),
        ("{{#each a}}{{this.b}}{{/each}}", #"{"a": [{}]}"#, "this.b"),
        ("{{../x}}", #"{"x": 1}"#, "../x"),
        ("{{@index}}", "{}", "@index"),
        ("{{lookup a 'b'}}", "{}", "lookup a 'b'"),
    ])
    func namesTheMissingAttribute(template: String, data: String, name: String) {
        #expect(throws: RenderingError.missingAttribute(name)) { try render(template, data) }
        #expect(
            RenderingError.missingAttribute(name).description
                == "Attribute '\(name)' is not present in the rendering data.")
    }

    @Test(arguments: [
        ("{{> p}}", RenderingError.missingPartial("p")),
        ("{{upper name}}", .unknownHelper("upper")),
        ("{{#if}}{{/if}}", .wrongArguments(helper: "if", takes: "one value: {{#if value}}")),
        ("{{lookup a}}", .wrongArguments(helper: "lookup", takes: "an object or array, and a key")),
    ])
    func refusesWhatHasNoMeaning(template: String, error: RenderingError) {
        #expect(throws: error) { try render(template, #"{"name": 1, "a": 2}"#) }
    }

    @Test(arguments: [
        (
            #"{{x}} {{{x}}}"#, #"{"x": "<a href=\"'`&>"}"#,
            "&lt;a href&#x3D;&quot;&#x27;&#x60;&amp;&gt; <a href=\"'`&>"
        ),
        ("[{{missing}}]", "{}", "[]"),
        ("[{{x}}]", #"{"x": null}"#, "[]"),
    ])
    func followsHandlebars(template: String, data: String, expected: String) throws {
        #expect(try render(template, data, as: .handlebars) == expected)
    }

    @Test(arguments: [
        ("0", "0"), ("-0.0", "0"), ("1.0", "1"), ("1.21", "1.21"), ("-0.5", "-0.5"),
        ("100000000000000000000.0", "100000000000000000000"), ("1e21", "1e+21"),
        ("1234567890123456789012.0", "1.2345678901234568e+21"), ("0.000001", "0.000001"),
        ("0.0000001", "1e-7"), ("1.5e-9", "1.5e-9"), ("1e16", "10000000000000000"),
        ("9223372036854775807", "9223372036854775807"), ("1e300", "1e+300"),
    ])
    func writesNumbersAsJavaScriptDoes(number: String, expected: String) throws {
        #expect(try render("{{x}}", "{\"x\": \(number)}") == expected)
    }

    @Test(arguments: [
        ("{{a}} {{b.c}} {{a}}", ["a", "b"]),
        (
            "{{#each items}}{{name}}{{../currency}}{{@root.shop}}{{/each}}",
            ["items", "currency", "shop"]
        ),
        ("{{#if a}}{{b}}{{else if c}}{{d}}{{/if}}", ["a", "b", "c", "d"]),
        ("{{#each items as |item|}}{{item.x}}{{@index}}{{/each}}", ["items"]),
        ("{{> p a b=c}}{{lookup d e}}", ["a", "c", "d", "e"]),
        ("{{amazonSESUnsubscribeUrl}}", []),
    ])
    func listsAttributes(template: String, attributes: [String]) throws {
        #expect(try Template(parsing: template).attributes == attributes)
    }
}
