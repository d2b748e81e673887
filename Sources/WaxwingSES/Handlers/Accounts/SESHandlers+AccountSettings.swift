import SESModel
import WaxwingCore

extension SESHandlers {
    func registerAccountSettings(on router: inout SESRouter) {
        router.serve(SESv2.PutAccountDetails.self) { request, context in
            var details = AccountSettings.Details(
                mailType: request.mailType.rawValue, websiteURL: request.websiteURL)
            details.contactLanguage = request.contactLanguage?.rawValue
            details.useCaseDescription = request.useCaseDescription
            details.additionalContactAddresses = request.additionalContactEmailAddresses
            details.productionAccessRequested = request.productionAccessEnabled
            try await resources.updateSettings(in: context.scope) { [details] settings in
                guard !settings.isUnderReview else {
                    throw ServiceError.conflict(
                        "The details of this account are under review and cannot be changed.")
                }
                settings.details = details
            }
            return SESv2.PutAccountDetailsResponse()
        }
        router.serve(SESv2.PutAccountSendingAttributes.self) { request, context in
            // Left out, it means false.
            try await resources.updateSettings(in: context.scope) {
                $0.sendingEnabled = request.sendingEnabled ?? false
            }
            return SESv2.PutAccountSendingAttributesResponse()
        }
        router.serve(SESv2.PutAccountSuppressionAttributes.self) { request, context in
            let reasons = (request.suppressedReasons ?? []).map(\.value)
            try reasons.check()
            let validation = request.validationAttributes.map {
                SESv2.SuppressionValidationOptions(conditionThreshold: $0.conditionThreshold).value
            }
            try await resources.updateSettings(in: context.scope) { settings in
                settings.suppressedReasons = reasons
                if let validation { settings.addressValidation = validation }
            }
            return SESv2.PutAccountSuppressionAttributesResponse()
        }
        router.serve(SESv2.PutAccountVdmAttributes.self) { request, context in
            let given = request.vdmAttributes
            var options = AccountSettings.Deliverability(enabled: given.vdmEnabled.rawValue)
            options.engagementMetrics = given.dashboardAttributes?.engagementMetrics?.rawValue
            options.optimizedSharedDelivery =
                given.guardianAttributes?.optimizedSharedDelivery?.rawValue
            try await resources.updateSettings(in: context.scope) { [options] in
                $0.deliverability = options
            }
            return SESv2.PutAccountVdmAttributesResponse()
        }
        router.serve(SESv2.PutAccountPricingAttributes.self) { request, context in
            try await resources.updateSettings(in: context.scope) {
                $0.pricingPlan = request.plan.rawValue
            }
            return SESv2.PutAccountPricingAttributesResponse()
        }
    }
}
