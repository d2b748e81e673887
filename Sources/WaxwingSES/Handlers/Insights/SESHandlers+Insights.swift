import SESModel
import WaxwingCore

// Reports of AWS's Deliverability dashboard, which measures inboxes that AWS has at providers.
// Waxwing has none, so the dashboard is off, cannot be switched on, and has nothing to report: all
// answers are those that SES gives to accounts without it.
extension SESHandlers {
    func registerInsights(on router: inout SESRouter) {
        router.serve(SESv2.GetDeliverabilityDashboardOptions.self) { _, _ in
            SESv2.GetDeliverabilityDashboardOptionsResponse(
                dashboardEnabled: false, accountStatus: .disabled, activeSubscribedDomains: [],
                pendingExpirationSubscribedDomains: [])
        }
        router.serve(SESv2.PutDeliverabilityDashboardOption.self) { request, _ in
            guard !request.dashboardEnabled else { throw Self.noDashboard }
            return SESv2.PutDeliverabilityDashboardOptionResponse()
        }
        router.serve(SESv2.GetBlacklistReports.self) { request, _ in
            if let address = request.blacklistItemNames.first {
                throw Self.unknownAddress(address)
            }
            return SESv2.GetBlacklistReportsResponse(blacklistReport: [:])
        }
        router.serve(SESv2.CreateDeliverabilityTestReport.self) { _, _ in throw Self.noDashboard }
        router.serve(SESv2.GetDeliverabilityTestReport.self) { request, _ in
            throw ServiceError.notFound("Report <\(request.reportId)> does not exist.")
        }
        router.serve(SESv2.ListDeliverabilityTestReports.self) { request, _ in
            if let token = request.nextToken {
                throw SESError(.invalidParameterValue, "Invalid NextToken <\(token)>.")
            }
            return SESv2.ListDeliverabilityTestReportsResponse(deliverabilityTestReports: [])
        }
        router.serve(SESv2.GetDomainDeliverabilityCampaign.self) { request, _ in
            throw ServiceError.notFound("Campaign <\(request.campaignId)> does not exist.")
        }
        router.serve(SESv2.GetDomainStatisticsReport.self) { request, _ in
            throw Self.noReports(of: request.domain)
        }
        router.serve(SESv2.ListDomainDeliverabilityCampaigns.self) { request, _ in
            throw Self.noReports(of: request.subscribedDomain)
        }
    }

    private static var noDashboard: ServiceError {
        .invalidParameter(
            "The Deliverability dashboard is not available: Waxwing cannot look into inboxes.")
    }

    private static func noReports(of domain: String) -> ServiceError {
        .notFound("The Deliverability dashboard is not enabled for the domain <\(domain)>.")
    }
}
