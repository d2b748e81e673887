import MailTypes

/// A condition operator with its prefix and suffix: `ForAnyValue:StringLikeIfExists`
/// (IAM User Guide, “IAM JSON policy elements: Condition operators”).
struct ConditionOperator: Equatable, Sendable {
    enum Relation: Equatable, Sendable {
        case equals, lessThan, lessThanEquals, greaterThan, greaterThanEquals
    }

    /// How a value of the policy and one of the request are compared.
    enum Kind: Equatable, Sendable {
        case string(hasWildcards: Bool, ignoresCase: Bool)
        case numeric(Relation)
        case date(Relation)
        case bool, binary, ipAddress, arn, null
    }

    /// Which values of a request have to match, where it has several.
    enum Quantifier: Equatable, Sendable {
        case none, forAllValues, forAnyValue
    }

    let kind: Kind
    let isNegated: Bool
    let quantifier: Quantifier
    /// Whether a request that does not have the key passes.
    let hasIfExists: Bool

    /// Reads a name, in letters of either case as IAM does; nil for what is no operator.
    init?(_ name: String) {
        var base = name.asciiLowercased[...]
        if base.hasPrefix("forallvalues:") {
            quantifier = .forAllValues
            base = base.dropFirst("forallvalues:".count)
        } else if base.hasPrefix("foranyvalue:") {
            quantifier = .forAnyValue
            base = base.dropFirst("foranyvalue:".count)
        } else {
            quantifier = .none
        }
        hasIfExists = base.hasSuffix("ifexists")
        if hasIfExists { base = base.dropLast("ifexists".count) }
        // `Null` asks whether the key exists, so that it has no such suffix.
        guard let entry = Self.table[String(base)], !(hasIfExists && entry.kind == .null) else {
            return nil
        }
        kind = entry.kind
        isNegated = entry.isNegated
    }

    private static let table: [String: (kind: Kind, isNegated: Bool)] = [
        "stringequals": (.string(hasWildcards: false, ignoresCase: false), false),
        "stringnotequals": (.string(hasWildcards: false, ignoresCase: false), true),
        "stringequalsignorecase": (.string(hasWildcards: false, ignoresCase: true), false),
        "stringnotequalsignorecase": (.string(hasWildcards: false, ignoresCase: true), true),
        "stringlike": (.string(hasWildcards: true, ignoresCase: false), false),
        "stringnotlike": (.string(hasWildcards: true, ignoresCase: false), true),
        "numericequals": (.numeric(.equals), false),
        "numericnotequals": (.numeric(.equals), true),
        "numericlessthan": (.numeric(.lessThan), false),
        "numericlessthanequals": (.numeric(.lessThanEquals), false),
        "numericgreaterthan": (.numeric(.greaterThan), false),
        "numericgreaterthanequals": (.numeric(.greaterThanEquals), false),
        "dateequals": (.date(.equals), false),
        "datenotequals": (.date(.equals), true),
        "datelessthan": (.date(.lessThan), false),
        "datelessthanequals": (.date(.lessThanEquals), false),
        "dategreaterthan": (.date(.greaterThan), false),
        "dategreaterthanequals": (.date(.greaterThanEquals), false),
        "bool": (.bool, false),
        "binaryequals": (.binary, false),
        "ipaddress": (.ipAddress, false),
        "notipaddress": (.ipAddress, true),
        "arnequals": (.arn, false),
        "arnlike": (.arn, false),
        "arnnotequals": (.arn, true),
        "arnnotlike": (.arn, true),
        "null": (.null, false),
    ]
}

extension ConditionOperator.Relation {
    /// Whether a value stands in this relation to another, given how the first compares with the
    /// second: -1, 0 or 1.
    func holds(_ order: Int) -> Bool {
        switch self {
        case .equals: order == 0
        case .lessThan: order < 0
        case .lessThanEquals: order <= 0
        case .greaterThan: order > 0
        case .greaterThanEquals: order >= 0
        }
    }
}
