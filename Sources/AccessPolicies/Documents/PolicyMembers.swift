import JSONText

/// The members of one object of a policy, each of them known and there once.
struct PolicyMembers {
    let fields: [Document.Field]
    let place: PolicyError.Place

    /// - Parameter allowed: the members that the grammar has there; nil for any.
    init(
        _ document: Document, at place: PolicyError.Place = .init(), allowed: Set<String>? = nil
    ) throws(PolicyError) {
        guard case .object(let fields) = document else { throw .syntax("an object", at: place) }
        self.fields = fields
        self.place = place
        var names: Set<String> = []
        for field in fields {
            if let allowed, !allowed.contains(field.name) {
                throw .syntax(
                    "one of \(allowed.sorted().joined(separator: ", "))", at: self.place(field.name)
                )
            }
            guard names.insert(field.name).inserted else {
                throw .syntax("the member once", at: self.place(field.name))
            }
        }
    }

    subscript(name: String) -> Document? { fields.first { $0.name == name }?.value }

    func place(_ member: String) -> PolicyError.Place {
        PolicyError.Place(
            statement: place.statement,
            member: [place.member, member].compactMap { $0 }.joined(separator: "."))
    }

    func string(_ name: String) throws(PolicyError) -> String? {
        guard let value = self[name] else { return nil }
        guard case .string(let text) = value else { throw .syntax("a string", at: place(name)) }
        return text
    }

    /// One string or a list of them, as the grammar lets all lists be written.
    func strings(_ name: String, limit: Int) throws(PolicyError) -> [String]? {
        guard let value = self[name] else { return nil }
        return try Self.list(value, at: place(name), limit: limit) { item in
            if case .string(let text) = item { text } else { nil }
        }
    }

    /// The same for values of conditions, which may be numbers and Booleans too.
    static func values(
        _ value: Document, at place: PolicyError.Place, limit: Int
    ) throws(PolicyError) -> [String] {
        try list(value, at: place, limit: limit) { item in
            switch item {
            case .string(let text): text
            case .integer(let number): String(number)
            case .double(let number): String(number)
            case .bool(let flag): flag ? "true" : "false"
            default: nil
            }
        }
    }

    private static func list(
        _ value: Document, at place: PolicyError.Place, limit: Int,
        _ read: (Document) -> String?
    ) throws(PolicyError) -> [String] {
        let items = if case .array(let items) = value { items } else { [value] }
        guard items.count <= limit else {
            throw .tooMany("values", limit: limit, at: place)
        }
        return try items.map { item throws(PolicyError) in
            guard let text = read(item) else {
                throw .syntax("a string or a list of strings", at: place)
            }
            return text
        }
    }
}
