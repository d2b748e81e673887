import JSONText
import MailTemplates

extension Topic {
    /// Templates. Suites are lists of cases with a `template`, or objects that have such a list as
    /// `tests`, and those follow Mustache. What a case expects is the rendered text when it has data,
    /// else a list of tokens or the outline of the tree.
    static let handlebars = Topic(name: "handlebars") { folder in
        folder.jsonFiles().flatMap { path, document -> [Case] in
            let list = document["tests"] ?? document
            guard case .array(let cases) = list, !cases.isEmpty,
                cases.allSatisfy({ $0["template"]?.text != nil })
            else { return [] }
            let isMustache = document["tests"] != nil
            var counts: [String: Int] = [:]
            return cases.map { test in
                let titles = [test["description"], test["it"], test["name"]]
                var name = titles.compactMap { $0?.text }.joined(separator: ": ")
                counts[name, default: 0] += 1
                if let count = counts[name], count > 1 { name += " (\(count))" }
                return Case(path, name, failure: TemplateCase(test, isMustache: isMustache).failure)
            }
        }
    }
}

/// One template with what is to become of it.
private struct TemplateCase {
    let test: Document
    let isMustache: Bool

    init(_ test: Document, isMustache: Bool) {
        self.test = test
        self.isMustache = isMustache
    }

    private var template: [UInt8] { Array((test["template"]?.text ?? "").utf8) }

    var failure: String? {
        if test["data"] != nil { return renderingFailure }
        switch test["expected"] {
        case .array(let tokens)?: return tokenFailure(tokens)
        default: return treeFailure
        }
    }

    private var renderingFailure: String? {
        do {
            let dialect = dialect
            var partials: [String: Template] = [:]
            for partial in test["partials"]?.members ?? [] {
                partials[partial.name] = try Template(
                    parsing: partial.value.text ?? "", dialect: dialect)
            }
            let data = test["data"] ?? .null
            let bytes = try Template(parsing: template, dialect: dialect).render(
                data: data.has("!undefined") ? .null : data, partials: partials,
                variables: test["runtimeOptions"]?["data"]?.members ?? [])
            let actual = String(decoding: bytes, as: UTF8.self)
            guard let expected = test["expected"]?.text else {
                return "expected an error, got “\(actual)”"
            }
            return expected == actual ? nil : "expected “\(expected)”, got “\(actual)”"
        } catch {
            return test["exception"] == nil
                ? "expected “\(test["expected"]?.text ?? "")”, got the error: \(error)" : nil
        }
    }

    private var dialect: TemplateDialect {
        var dialect = TemplateDialect.handlebars
        let options = test["compileOptions"] ?? .null
        func has(_ option: String) -> Bool { options[option]?.flag == true }
        if has("noEscape") { dialect.escapesHTML = false }
        if has("strict") { dialect.missingValues = .cannotBeRead }
        dialect.looksIntoParents = isMustache || has("compat")
        dialect.removesStandaloneLines = !has("ignoreStandalone")
        dialect.indentsPartials = !has("preventIndent")
        dialect.passesContextToPartials = !has("explicitPartialContext")
        return dialect
    }

    private func tokenFailure(_ expected: [Document]) -> String? {
        let expected = expected.map { "\($0["name"]?.text ?? "")[\($0["text"]?.text ?? "")]" }
        let actual = TemplateSyntax.tokens(of: template).map { "\($0.name)[\($0.text)]" }
        return expected == actual ? nil : "expected \(expected), got \(actual)"
    }

    private var treeFailure: String? {
        do {
            let actual = try TemplateSyntax.outline(of: template)
            guard let expected = test["expected"]?.text else {
                return "expected an error, got “\(actual)”"
            }
            return expected == actual ? nil : "expected “\(expected)”, got “\(actual)”"
        } catch {
            guard let exception = test["exception"] else { return "got the error: \(error)" }
            // The pattern for the message may name the line.
            guard let line = exception.text?.split(separator: "on line ").last,
                exception.text?.contains("on line ") == true
            else { return nil }
            let expected = Int(line.prefix { $0.isNumber })
            return expected == (error as? TemplateError)?.line
                ? nil : "expected an error on line \(expected ?? 0), got: \(error)"
        }
    }
}
