import MailTypes
import Testing

@testable import WaxwingCore

@Suite struct SuppressionListTests {
    typealias SetOptions = ConfigurationSet.SuppressionOptions

    @Test(
        arguments: [
            // Nobody says anything but the account.
            (nil, nil, "", [.bounce, .complaint]),
            (SetOptions(reasons: []), nil, "", []),
            (SetOptions(reasons: nil), Tenant.Suppression(scope: .account, reasons: []), "", []),
            // The tenant's list, by the tenant's reasons or by the set's.
            (nil, Tenant.Suppression(scope: .tenant, reasons: [.complaint]), "t", [.complaint]),
            (
                SetOptions(reasons: [.bounce]), Tenant.Suppression(scope: .tenant, reasons: []),
                "t",
                [.bounce]
            ),
            // The set's scope wins, either way.
            (
                SetOptions(reasons: nil, scope: .account),
                Tenant.Suppression(scope: .tenant, reasons: [.bounce]), "", [.bounce]
            ),
            (SetOptions(reasons: nil, scope: .tenant), nil, "t", [.bounce, .complaint]),
        ] as [(SetOptions?, Tenant.Suppression?, String, Set<SuppressionReason>)])
    func theSetComesBeforeTheTenantBeforeTheAccount(
        set options: SetOptions?, tenant suppression: Tenant.Suppression?, list: String,
        reasons: Set<SuppressionReason>
    ) {
        let now = UnixTime(milliseconds: 0)
        var set = ConfigurationSet(name: "s", createdAt: now)
        set.suppression = options
        var tenant = Tenant(name: "t", id: "tn-1", createdAt: now)
        tenant.suppression = suppression
        let rule = SuppressionList(AccountSettings(), set, tenant)
        #expect(rule.tenant ?? "" == list)
        #expect(rule.reasons == reasons)
    }

    @Test func mailOfNoTenantHasTheAccountsList() {
        var set = ConfigurationSet(name: "s", createdAt: UnixTime(milliseconds: 0))
        set.suppression = .init(reasons: nil, scope: .tenant)
        let rule = SuppressionList(AccountSettings(), set)
        #expect(rule.tenant == nil)
    }
}
