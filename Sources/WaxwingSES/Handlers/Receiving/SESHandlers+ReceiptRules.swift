import MailTypes
import SESModel
import WaxwingCore

// Operations on the rules of a receipt rule set.
extension SESHandlers {
    func registerReceiptRules(on router: inout SESRouter) {
        router.serve(SESv1.CreateReceiptRule.self) { request, context in
            let after = request.after
            try await keep(request.rule, in: request.ruleSetName, after: after, context) {
                try $0.insert($1, after: after)
            }
            return SESv1.CreateReceiptRuleResponse()
        }
        router.serve(SESv1.UpdateReceiptRule.self) { request, context in
            try await keep(request.rule, in: request.ruleSetName, after: nil, context) {
                try $0.replace($1)
            }
            return SESv1.UpdateReceiptRuleResponse()
        }
        router.serve(SESv1.DescribeReceiptRule.self) { request, context in
            try ReceivingNames.check(ruleSet: request.ruleSetName, rule: request.ruleName)
            let set = try await resources.receiptRuleSet(
                named: request.ruleSetName, in: context.scope)
            return SESv1.DescribeReceiptRuleResponse(
                rule: try set.rule(named: request.ruleName).shape)
        }
        router.serve(SESv1.DeleteReceiptRule.self) { request, context in
            try ReceivingNames.check(ruleSet: request.ruleSetName, rule: request.ruleName)
            try await resources.updateReceiptRuleSet(
                named: request.ruleSetName, in: context.scope
            ) { $0.remove(request.ruleName) }
            return SESv1.DeleteReceiptRuleResponse()
        }
        router.serve(SESv1.SetReceiptRulePosition.self) { request, context in
            try ReceivingNames.check(
                ruleSet: request.ruleSetName, rule: request.ruleName, after: request.after)
            try await resources.updateReceiptRuleSet(
                named: request.ruleSetName, in: context.scope
            ) { try $0.move(request.ruleName, after: request.after) }
            return SESv1.SetReceiptRulePositionResponse()
        }
    }

    /// Keeps the rule of a request where `place` puts it.
    ///
    /// As with SES, what is wrong with names is told first, then with the set and the rule's place
    /// in it, then with what the rule does.
    private func keep(
        _ shape: SESv1.ReceiptRule, in ruleSet: String, after: String?, _ context: SESContext,
        _ place:
            @escaping @Sendable (inout ReceiptRuleSet, WaxwingCore.ReceiptRule) throws -> Void
    ) async throws {
        try ReceivingNames.check(ruleSet: ruleSet)
        var names = ReceivingNames()
        if let after { names.check(after, at: "after", as: "ruleName") }
        names.check(shape.name, at: "rule.name", as: "ruleName")
        try names.finish()
        let scope = try context.scope
        let rule = try shape.value
        var set = try await resources.receiptRuleSet(named: ruleSet, in: scope)
        try place(&set, rule)
        try rule.check(in: scope.region)
        for case .bounce(let bounce) in rule.actions {
            guard case .address(let sender)? = try? IdentityName(parsing: bounce.sender),
                try await identities.isVerified(sender, in: scope)
            else {
                throw ServiceError.invalidParameter("Identity is not verified: \(bounce.sender)")
            }
        }
        try await resources.updateReceiptRuleSet(named: ruleSet, in: scope) { try place(&$0, rule) }
    }
}
