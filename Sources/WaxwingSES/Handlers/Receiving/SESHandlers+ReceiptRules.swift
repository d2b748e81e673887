import MailTypes
import SESModel
import WaxwingCore

// Operations on the rules of a receipt rule set.
extension SESHandlers {
    func registerReceiptRules(on router: inout SESRouter) {
        router.serve(SESv1.CreateReceiptRule.self) { request, context in
            let rule = try await checked(
                request.rule, in: request.ruleSetName, after: request.after, context)
            try await resources.updateReceiptRuleSet(
                named: request.ruleSetName, in: context.scope
            ) { try $0.insert(rule, after: request.after) }
            return SESv1.CreateReceiptRuleResponse()
        }
        router.serve(SESv1.UpdateReceiptRule.self) { request, context in
            let rule = try await checked(
                request.rule, in: request.ruleSetName, after: nil, context)
            try await resources.updateReceiptRuleSet(
                named: request.ruleSetName, in: context.scope
            ) { try $0.replace(rule) }
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

    /// The rule of a request, when it may be kept.
    private func checked(
        _ shape: SESv1.ReceiptRule, in ruleSet: String, after: String?, _ context: SESContext
    ) async throws -> WaxwingCore.ReceiptRule {
        try ReceivingNames.check(ruleSet: ruleSet)
        var names = ReceivingNames()
        if let after { names.check(after, at: "after", as: "ruleName") }
        names.check(shape.name, at: "rule.name", as: "ruleName")
        try names.finish()
        let rule = try shape.value
        // What is wrong with the set is told before what is wrong with the actions.
        _ = try await resources.receiptRuleSet(named: ruleSet, in: context.scope)
        try rule.check()
        for case .bounce(let bounce) in rule.actions {
            guard case .address(let sender)? = try? IdentityName(parsing: bounce.sender),
                try await identities.isVerified(sender, in: context.scope)
            else {
                throw ServiceError.invalidParameter("Identity is not verified: \(bounce.sender)")
            }
        }
        return rule
    }
}
