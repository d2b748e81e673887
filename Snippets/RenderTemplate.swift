// Renders a template with data, and shows what a template reads and how it fails.
import JSONText
import MailTemplates

let template = try Template(
    parsing: """
        Dear {{customer.name}},
        {{#each items}}
        - {{count}} × {{title}}
        {{else}}
        You have ordered nothing.
        {{/each}}

        """)
let data = try JSON.parse(
    Array(
        """
        {"customer": {"name": "Zoë"}, "items": [{"count": 2, "title": "Tea"}]}
        """.utf8))
print(String(decoding: try template.render(data: data), as: UTF8.self))
print(template.attributes)  // ["customer", "items"]

do {
    _ = try template.render(data: .object([]))
} catch {
    print(error)  // Attribute 'customer.name' is not present in the rendering data.
}
do {
    _ = try Template(parsing: "{{#if paid}}Thank you.{{/unless}}")
} catch {
    print(error)  // line 1, column 23: {{#if}} of line 1 is closed by {{/unless}}: close it with …
}
