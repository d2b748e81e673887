/// Changes to the text of an SPF record, term by term; everything else stays as it was written.
enum SPFText {
    /// The record with `term` in front of its `all` or `redirect`.
    static func adding(_ term: String, to record: String) -> String {
        var terms = record.split(separator: " ").map(String.init)
        let end = terms.firstIndex(where: isLast) ?? terms.endIndex
        terms.insert(term, at: end)
        return terms.joined(separator: " ")
    }

    /// One record with the terms of all, each once, and the strictest `all` at the end.
    static func merging(_ records: [String]) -> String {
        var merged = ["v=spf1"]
        var last: [String] = []
        for record in records {
            for term in record.split(separator: " ").dropFirst().map(String.init) {
                if isLast(term) {
                    last.append(term)
                } else if !merged.contains(term) {
                    merged.append(term)
                }
            }
        }
        let order = ["-all", "~all", "?all"]
        let all = order.first { wanted in last.contains { $0.lowercased() == wanted } }
        return (merged + [all ?? last.first ?? "~all"]).joined(separator: " ")
    }

    private static func isLast(_ term: String) -> Bool {
        let term = term.lowercased()
        return ["all", "+all", "-all", "~all", "?all"].contains(term) || term.hasPrefix("redirect=")
    }
}

/// Changes to the text of a tag list; other tags stay as they were written.
enum TagText {
    /// The record without `tag`, whose default takes its place.
    static func removing(_ tag: String, from record: String) -> String {
        let kept = record.split(separator: ";", omittingEmptySubsequences: false).filter { part in
            name(of: part) != tag
        }
        return joined(kept.map(String.init))
    }

    /// The record with `tag=value` in the place of the tag, or at the end.
    static func setting(_ tag: String, to value: String, in record: String) -> String {
        var parts = record.split(separator: ";").map(String.init)
        if let index = parts.firstIndex(where: { name(of: $0[...]) == tag }) {
            parts[index] = (index == 0 ? "" : " ") + "\(tag)=\(value)"
        } else {
            parts.append(" \(tag)=\(value)")
        }
        return joined(parts)
    }

    private static func name(of part: Substring) -> String {
        part.prefix { $0 != "=" }.filter { !$0.isWhitespace }.lowercased()
    }

    private static func joined(_ parts: [String]) -> String {
        var text = parts.joined(separator: ";")
        while text.last?.isWhitespace == true || text.last == ";" { text.removeLast() }
        return text
    }
}
