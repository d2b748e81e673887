import MailTypes
import SESModel
import WaxwingCore

// Operations on receipt rule sets.
extension SESHandlers {
    func registerReceiving(on router: inout SESRouter) {
        router.serve(SESv1.CreateReceiptRuleSet.self) { request, context in
            try ReceivingNames.check(ruleSet: request.ruleSetName)
            try await resources.createReceiptRuleSet(
                named: request.ruleSetName, at: clock.now(), in: context.scope)
            return SESv1.CreateReceiptRuleSetResponse()
        }
        router.serve(SESv1.CloneReceiptRuleSet.self) { request, context in
            try ReceivingNames.check(ruleSet: request.ruleSetName)
            try await resources.createReceiptRuleSet(
                named: request.ruleSetName, cloning: request.originalRuleSetName,
                at: clock.now(), in: context.scope)
            return SESv1.CloneReceiptRuleSetResponse()
        }
        router.serve(SESv1.DeleteReceiptRuleSet.self) { request, context in
            try ReceivingNames.check(ruleSet: request.ruleSetName)
            try await resources.deleteReceiptRuleSet(
                named: request.ruleSetName, in: context.scope)
            return SESv1.DeleteReceiptRuleSetResponse()
        }
        router.serve(SESv1.DescribeReceiptRuleSet.self) { request, context in
            try ReceivingNames.check(ruleSet: request.ruleSetName)
            let set = try await resources.receiptRuleSet(
                named: request.ruleSetName, in: context.scope)
            return SESv1.DescribeReceiptRuleSetResponse(
                metadata: set.metadata, rules: set.rules.map(\.shape))
        }
        router.serve(SESv1.ListReceiptRuleSets.self) { try await list($0, $1) }
        router.serve(SESv1.SetActiveReceiptRuleSet.self) { request, context in
            let name = request.ruleSetName.flatMap { $0.isEmpty ? nil : $0 }
            if let name { try ReceivingNames.check(ruleSet: name) }
            try await resources.setActiveReceiptRuleSet(name, in: context.scope)
            return SESv1.SetActiveReceiptRuleSetResponse()
        }
        router.serve(SESv1.DescribeActiveReceiptRuleSet.self) { _, context in
            guard let set = try await resources.activeReceiptRuleSet(in: context.scope) else {
                return SESv1.DescribeActiveReceiptRuleSetResponse()
            }
            return SESv1.DescribeActiveReceiptRuleSetResponse(
                metadata: set.metadata, rules: set.rules.map(\.shape))
        }
        router.serve(SESv1.ReorderReceiptRuleSet.self) { request, context in
            try ReceivingNames.check(ruleSet: request.ruleSetName)
            try await resources.updateReceiptRuleSet(
                named: request.ruleSetName, in: context.scope
            ) { try $0.reorder(request.ruleNames) }
            return SESv1.ReorderReceiptRuleSetResponse()
        }
        router.serve(SESv1.SendBounce.self) { try await sendBounce($0, $1) }
        registerReceiptRules(on: &router)
        registerReceiptFilters(on: &router)
    }

    private func list(
        _ request: SESv1.ListReceiptRuleSetsRequest, _ context: SESContext
    ) async throws -> SESv1.ListReceiptRuleSetsResponse {
        let page = try await page(
            of: ReceiptRuleSet.self, token: request.nextToken, size: 100, in: context.scope,
            invalidToken: { SESError(.invalidParameterValue, "Invalid NextToken <\($0)>.") })
        return SESv1.ListReceiptRuleSetsResponse(
            ruleSets: page.resources.map(\.metadata), nextToken: page.nextToken)
    }

    private func registerReceiptFilters(on router: inout SESRouter) {
        router.serve(SESv1.CreateReceiptFilter.self) { request, context in
            var names = ReceivingNames()
            names.check(request.filter.name, at: "filter.name", as: "filterName")
            try names.finish()
            let filter = WaxwingCore.ReceiptFilter(
                name: request.filter.name,
                policy: request.filter.ipFilter.policy == .block ? .block : .allow,
                cidr: request.filter.ipFilter.cidr)
            try await resources.create(filter, in: context.scope)
            return SESv1.CreateReceiptFilterResponse()
        }
        router.serve(SESv1.DeleteReceiptFilter.self) { request, context in
            var names = ReceivingNames()
            names.check(request.filterName, at: "filterName", as: "filterName")
            try names.finish()
            _ = try await resources.remove(
                WaxwingCore.ReceiptFilter.self, request.filterName, in: context.scope)
            return SESv1.DeleteReceiptFilterResponse()
        }
        router.serve(SESv1.ListReceiptFilters.self) { _, context in
            let filters: [WaxwingCore.ReceiptFilter] = try await resources.all(
                WaxwingCore.ReceiptFilter.self, in: context.scope)
            return SESv1.ListReceiptFiltersResponse(
                filters: filters.map { filter in
                    SESv1.ReceiptFilter(
                        name: filter.name,
                        ipFilter: SESv1.ReceiptIpFilter(
                            policy: filter.policy == .block ? .block : .allow, cidr: filter.cidr))
                })
        }
    }
}

extension ReceiptRuleSet {
    fileprivate var metadata: SESv1.ReceiptRuleSetMetadata {
        SESv1.ReceiptRuleSetMetadata(name: name, createdTimestamp: createdAt)
    }
}
