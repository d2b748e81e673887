import MailTypes
import SESModel
import WaxwingCore

/// The rules for the names of receipt rule sets, rules and filters, which the service model does not
/// tell.
///
/// SES checks them twice: characters as constraints of the model, which are collected, and then
/// ends and length, with a text of their own.
struct ReceivingNames {
    private static let pattern = "^[a-zA-Z0-9_.-]+$"
    private static let lengthLimit = 64

    private var violations: [ConstraintViolation] = []
    private var invalid: ServiceError?

    /// Checks a name.
    /// - Parameters:
    ///   - path: where it stands in the request: `rule.name`.
    ///   - word: what SES calls it: `ruleName`.
    mutating func check(_ name: String, at path: String, as word: String) {
        let allowed = name.utf8.allSatisfy {
            $0.isAlphanumeric || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
                || $0 == UInt8(ascii: "-")
        }
        if name.isEmpty {
            violations.append(
                .init(
                    path: path,
                    requirement: "Member must have length greater than or equal to 1"))
        }
        if name.isEmpty || !allowed {
            violations.append(
                .init(
                    path: path,
                    requirement: "Member must satisfy regular expression pattern: \(Self.pattern)"
                ))
        }
        let ends = [name.utf8.first, name.utf8.last].compactMap(\.self)
        if invalid == nil,
            name.utf8.count > Self.lengthLimit || !ends.allSatisfy(\.isAlphanumeric)
        {
            invalid = .invalidParameter("Not a valid \(word): \(name)")
        }
    }

    func finish() throws {
        guard violations.isEmpty else {
            throw SESError(.validationError, ConstraintViolation.message(for: violations))
        }
        if let invalid { throw invalid }
    }

    static func check(ruleSet: String) throws {
        var names = ReceivingNames()
        names.check(ruleSet, at: "ruleSetName", as: "ruleSetName")
        try names.finish()
    }

    static func check(ruleSet: String, rule: String, after: String? = nil) throws {
        try check(ruleSet: ruleSet)
        var names = ReceivingNames()
        names.check(rule, at: "ruleName", as: "ruleName")
        if let after { names.check(after, at: "after", as: "ruleName") }
        try names.finish()
    }
}
