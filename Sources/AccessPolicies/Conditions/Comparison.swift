import MailTypes

/// The values of a policy that one key is compared with, read once for their kind.
enum Comparison: Equatable, Sendable {
    case text([PolicyText])
    case arn([PolicyText])
    case numeric([Numeral], ConditionOperator.Relation)
    case date([Int64], ConditionOperator.Relation)
    case ipAddress([AddressRange])
    /// Whether the key is to be absent.
    case null([Bool])

    /// - Throws: ``PolicyTextError`` for the first value that could never match.
    init(
        _ kind: ConditionOperator.Kind, _ values: [String], hasVariables: Bool
    ) throws(PolicyTextError) {
        switch kind {
        case .string(let hasWildcards, let ignoresCase):
            self = .text(
                try values.map { value throws(PolicyTextError) in
                    try PolicyText(
                        value, hasWildcards: hasWildcards, hasVariables: hasVariables,
                        ignoresCase: ignoresCase)
                })
        case .arn:
            self = .arn(
                try values.map { value throws(PolicyTextError) in
                    try PolicyText(value, hasVariables: hasVariables)
                })
        case .bool:
            self = .text(try Self.words(values, hasVariables: hasVariables))
        case .binary:
            self = .text(
                try values.map { value throws(PolicyTextError) in
                    guard Base64.decode(value) != nil else {
                        throw PolicyTextError(expected: "Base64, not “\(value)”")
                    }
                    return try PolicyText(value, hasWildcards: false, hasVariables: false)
                })
        case .numeric(let relation):
            self = .numeric(
                try Self.read(values, as: "a number") { Numeral(Array($0.utf8)) }, relation)
        case .date(let relation):
            self = .date(
                try Self.read(values, as: "a date") {
                    PolicyDate.milliseconds(Array($0.utf8).span)
                }, relation)
        case .ipAddress:
            self = .ipAddress(
                try Self.read(values, as: "an IP address or a block of them") { AddressRange($0) })
        case .null:
            self = .null(try Self.read(values, as: "true or false") { Self.bool($0) })
        }
    }

    private static func read<Value>(
        _ values: [String], as expected: String, _ read: (String) -> Value?
    ) throws(PolicyTextError) -> [Value] {
        try values.map { value throws(PolicyTextError) in
            guard let result = read(value) else {
                throw PolicyTextError(expected: "\(expected), not “\(value)”")
            }
            return result
        }
    }

    private static func bool(_ text: String) -> Bool? {
        switch text.asciiLowercased {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// `true` and `false`, in letters of either case; a variable may stand for them.
    private static func words(
        _ values: [String], hasVariables: Bool
    ) throws(PolicyTextError) -> [PolicyText] {
        try values.map { value throws(PolicyTextError) in
            let text = try PolicyText(
                value, hasWildcards: false, hasVariables: hasVariables, ignoresCase: true)
            guard text.hasVariables || bool(value) != nil else {
                throw PolicyTextError(expected: "true or false, not “\(value)”")
            }
            return text
        }
    }

    /// Whether any value of the policy matches a value of the request.
    func match(_ value: Span<UInt8>, in context: RequestContext) -> ValueMatch {
        switch self {
        case .text(let texts):
            var result = ValueMatch.no
            for text in texts {
                switch text.match(value, in: context) {
                case .yes: return .yes
                case .unresolved: result = .unresolved
                case .no: break
                }
            }
            return result
        case .arn(let texts):
            var result = ValueMatch.no
            for text in texts {
                switch text.matchARN(value, in: context) {
                case .yes: return .yes
                case .unresolved: result = .unresolved
                case .no: break
                }
            }
            return result
        case .numeric(let numerals, let relation):
            for numeral in numerals {
                if let order = numeral.order(of: value), relation.holds(order) { return .yes }
            }
            return .no
        case .date(let dates, let relation):
            guard let moment = PolicyDate.milliseconds(value) else { return .no }
            for date in dates
            where relation.holds(moment < date ? -1 : moment == date ? 0 : 1) {
                return .yes
            }
            return .no
        case .ipAddress(let ranges):
            guard let address = IPAddress(value) else { return .no }
            for range in ranges where range.contains(address) { return .yes }
            return .no
        case .null:
            return .no  // asked of keys, not of values
        }
    }
}

extension IPAddress {
    fileprivate init?(_ value: Span<UInt8>) {
        var bytes: [UInt8] = []
        guard value.count <= 45 else { return nil }
        for index in value.indices { bytes.append(value[index]) }
        self.init(parsing: bytes[...])
    }
}
