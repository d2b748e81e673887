import JSONText

extension Document {
    var text: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        default: nil
        }
    }

    var number: Int? {
        switch self {
        case .integer(let number): Int(number)
        case .double(let number): Int(exactly: number)
        case .string(let text): Int(text)
        default: nil
        }
    }

    var flag: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }

    /// The elements of an array; one element for anything else but null.
    var elements: [Document] {
        switch self {
        case .array(let elements): elements
        case .null: []
        default: [self]
        }
    }

    /// The members of an object, in order.
    var members: [Field] {
        switch self {
        case .object(let fields), .map(let fields): fields
        default: []
        }
    }

    /// Whether this is an object that has all of `names`: how the form of a file is told.
    func has(_ names: String...) -> Bool { names.allSatisfy { self[$0] != nil } }
}
