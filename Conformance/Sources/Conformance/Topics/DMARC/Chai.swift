import JSONText

/// The assertions of a JavaScript test as the data has them: a path into a result, a check in the
/// words of the chai library, a value.
///
/// A check that is not known here fails, so that none is passed over unseen.
struct Chai {
    /// The result of each call; nil where it is `undefined`.
    let results: [Document]
    /// What `calls` itself has: values by their path.
    let shared: [String: Document]
    private var previous: Document?

    init(results: [Document], shared: [String: Document] = [:]) {
        self.results = results
        self.shared = shared
    }

    /// Nil when the assertion holds.
    mutating func failure(of expectation: Document) -> String? {
        let check = expectation["check"]?.text ?? ""
        let expected = expectation["value"]
        guard let path = expectation["path"]?.text else {
            // `expect(typeof result.pct)`: the kind of the value before.
            let kind = Self.kind(previous)
            return check == "to.equal" && expected?.text == kind ? nil : "\(check) without a path"
        }
        let actual = value(at: path, call: expectation["call"])
        previous = actual
        if Self.holds(check, actual, expected) { return nil }
        return
            "\(path.isEmpty ? "result" : path) \(check) \(Self.text(expected)), got \(Self.text(actual))"
    }

    private func value(at path: String, call: Document?) -> Document? {
        guard let index = call?.number else { return shared[path] }
        guard results.indices.contains(index) else { return nil }
        var value: Document? = results[index]
        for step in path.split(separator: ".") {
            if case .array(let elements)? = value, let index = Int(step) {
                value = elements.indices.contains(index) ? elements[index] : nil
            } else {
                value = value?[String(step)]
            }
        }
        return value
    }

    private static func holds(_ check: String, _ actual: Document?, _ expected: Document?) -> Bool {
        switch check {
        case "to.equal", "to.deep.equal": return actual == expected && expected != nil
        case "to.be.true": return actual == .bool(true)
        case "to.be.false": return actual == .bool(false)
        case "to.be.undefined": return actual == nil
        case "to.not.be.ok": return actual == nil || actual == .bool(false) || actual == .null
        case "to.not.have.property":
            guard let name = expected?.text else { return false }
            return actual != nil && actual?[name] == nil
        case "to.have.property": return expected?.text.flatMap { actual?[$0] } != nil
        case "to.have.length":
            if case .array(let elements)? = actual { return elements.count == expected?.number }
            return false
        case "to.be.a", "to.be.an": return kind(actual) == expected?.text
        case "to.include", "to.contain":
            guard case .string(let text)? = actual, let part = expected?.text else { return false }
            return text.contains(part)
        default: return false
        }
    }

    private static func kind(_ value: Document?) -> String {
        switch value {
        case nil: "undefined"
        case .bool: "boolean"
        case .integer, .double: "number"
        case .string: "string"
        case .array: "array"
        default: "object"
        }
    }

    private static func text(_ value: Document?) -> String {
        switch value {
        case nil: "undefined"
        case .string(let text): "“\(text)”"
        case .bool(let flag): "\(flag)"
        case .integer(let number): "\(number)"
        case .array(let elements): "[\(elements.map { text($0) }.joined(separator: ", "))]"
        default: "an object"
        }
    }
}
