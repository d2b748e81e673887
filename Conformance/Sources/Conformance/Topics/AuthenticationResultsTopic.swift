import JSONText
import MailAuth

extension Topic {
    /// Fields with what others read out of them: as a tree with comments (Mail::AuthenticationResults),
    /// or as results with the properties that their library names (go-msgauth).
    static let authenticationResults = Topic(name: "authentication-results") { folder in
        var cases: [Case] = []
        for (path, document) in folder.jsonFiles() {
            for (index, entry) in document.elements.enumerated() {
                if entry.has("header", "parses") {
                    let name = "\(index): \((entry["header"]?.text ?? "").prefix(60))"
                    cases.append(Case(path, name, failure: treeFailure(entry)))
                } else if entry.has("value", "authserv_id", "results") {
                    let name = "\(index): \((entry["value"]?.text ?? "").prefix(60))"
                    cases.append(Case(path, name, failure: listFailure(entry)))
                }
            }
        }
        return cases
    }

    // MARK: Trees

    private static func treeFailure(_ entry: Document) -> String? {
        var text = entry["header"]?.text ?? ""
        if let colon = text.firstIndex(of: ":"),
            text[..<colon].lowercased() == "authentication-results"
        {
            text = String(text[text.index(after: colon)...])
        }
        let field = try? AuthenticationResults(parsing: text)
        guard let field else { return entry["parses"]?.flag == true ? "was not read" : nil }
        guard entry["parses"]?.flag == true, let tree = entry["tree"] else {
            return "was read: \(field.formatted)"
        }
        let expected = lines(tree)
        let actual = lines(field)
        return expected == actual ? nil : "expected \(expected), got \(actual)"
    }

    /// The tree as lines: identifier, results, properties, and the comments of each.
    private static func lines(_ tree: Document) -> [String] {
        let identifier = tree["authserv_id"] ?? .null
        var lines = ["id \(identifier["value"]?.text ?? "")"]
        var comments: [String] = []
        for child in identifier["children"]?.elements ?? [] {
            switch child["type"]?.text {
            case "comment": comments.append(comment(child["value"]?.text))
            case "version": lines.append("version \(child["value"]?.text ?? "")")
            default:
                lines.append("parameter \(child["key"]?.text ?? "")=\(child["value"]?.text ?? "")")
            }
        }
        let children = tree["children"]?.elements ?? []
        comments += children.filter { $0["type"]?.text == "comment" }
            .map { comment($0["value"]?.text) }
        lines += comments
        for entry in children where entry["type"]?.text == "entry" {
            lines.append("result \(entry["key"]?.text ?? "")=\(entry["value"]?.text ?? "")")
            lines += below(entry, type: "version").map { "version \($0)" }
            for child in entry["children"]?.elements ?? []
            where child["type"]?.text == "subentry" {
                lines.append("property \(child["key"]?.text ?? "")=\(child["value"]?.text ?? "")")
            }
            lines += below(entry, type: "comment").map(comment)
        }
        return lines
    }

    /// The values of a type at any depth.
    private static func below(_ node: Document, type: String) -> [String] {
        (node["children"]?.elements ?? []).flatMap { child in
            (child["type"]?.text == type ? [child["value"]?.text ?? ""] : [])
                + below(child, type: type)
        }
    }

    private static func lines(_ field: AuthenticationResults) -> [String] {
        var lines = ["id \(field.authservID)"]
        if let version = field.version { lines.append("version \(version)") }
        lines += field.parameters.map { "parameter \(name($0))=\($0.value)" }
        lines += field.comments.map(comment)
        for result in field.results {
            lines.append("result \(result.method)=\(result.result)")
            if let version = result.methodVersion { lines.append("version \(version)") }
            if let reason = result.reason { lines.append("property reason=\(reason)") }
            lines += result.properties.map { "property \(name($0))=\($0.value)" }
            lines += result.comments.map(comment)
        }
        return lines
    }

    private static func name(_ property: AuthenticationResults.Property) -> String {
        property.type.isEmpty ? property.name : "\(property.type).\(property.name)"
    }

    /// Comments differ in what is left of a fold.
    private static func comment(_ text: String?) -> String {
        let words = (text ?? "").split(whereSeparator: \.isWhitespace)
        return "comment \(words.joined(separator: " "))"
    }

    // MARK: Lists

    private static func listFailure(_ entry: Document) -> String? {
        guard let field = try? AuthenticationResults(parsing: entry["value"]?.text ?? "") else {
            return "was not read"
        }
        let expected = entry["results"]?.elements ?? []
        guard field.authservID == entry["authserv_id"]?.text,
            field.results.count == expected.count
        else { return "got \(field.formatted)" }
        for (result, wanted) in zip(field.results, expected) {
            for member in wanted.members {
                let value = member.value.text ?? ""
                let found: String?
                switch member.name {
                case "method": found = result.method
                case "result": found = result.result
                case "Reason": found = result.reason
                // go-msgauth names the identity of SPF.
                case "From": found = result.value("smtp", "mailfrom")
                case "Identifier": found = result.value("header", "i")
                case "Auth": found = result.value("smtp", "auth")
                case "HeaderKey":
                    found = result.value("header", value) == nil ? nil : value
                case "HeaderValue":
                    found = result.properties.first { $0.type == "header" }?.value
                default: return "the property \(member.name) is unknown here"
                }
                guard found == value else {
                    return "\(member.name): expected \(value), got \(found ?? "nothing")"
                }
            }
        }
        return nil
    }
}
