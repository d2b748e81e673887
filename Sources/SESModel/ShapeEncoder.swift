import JSONText

/// Collects the members of one structure, in order.
public struct ShapeEncoder {
    var fields: [Document.Field] = []

    /// Adds a member, unless there is none.
    public mutating func write(_ name: String, _ value: (some ShapeValue)?) {
        if let value { fields.append(Document.Field(name, value.document)) }
    }
}
