import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func registerAccount(on router: inout SESRouter) {
        router.serve(SESv2.GetAccount.self) { try await get($0, $1) }
        registerAccountSettings(on: &router)
        router.serve(SESv1.GetSendQuota.self) { _, context in
            let quota = try await quota(in: context.scope)
            return SESv1.GetSendQuotaResponse(
                max24HourSend: quota.max24HourSend, maxSendRate: quota.maxSendRate,
                sentLast24Hours: quota.sentLast24Hours)
        }
        router.serve(SESv1.GetSendStatistics.self) { _, context in
            let since = clock.now() - .seconds(14 * 86_400)
            let points = try await statistics.statistics(in: context.scope, since: since)
            return SESv1.GetSendStatisticsResponse(
                sendDataPoints: points.map { point in
                    SESv1.SendDataPoint(
                        timestamp: point.timestamp, deliveryAttempts: point.deliveryAttempts,
                        bounces: point.bounces, complaints: point.complaints,
                        rejects: point.rejects)
                })
        }
        router.serve(SESv1.GetAccountSendingEnabled.self) { _, context in
            let settings = try await resources.settings(in: context.scope)
            return SESv1.GetAccountSendingEnabledResponse(enabled: settings.sendingEnabled)
        }
        router.serve(SESv1.UpdateAccountSendingEnabled.self) { request, context in
            try await resources.updateSettings(in: context.scope) {
                $0.sendingEnabled = request.enabled ?? false
            }
            return Empty()
        }
    }

    private func get(
        _ request: SESv2.GetAccountRequest, _ context: SESContext
    ) async throws -> SESv2.GetAccountResponse {
        let settings = try await resources.settings(in: context.scope)
        return SESv2.GetAccountResponse(
            dedicatedIpAutoWarmupEnabled: settings.dedicatedIPAutoWarmup,
            enforcementStatus: settings.enforcement?.rawValue ?? "HEALTHY",
            productionAccessEnabled: !settings.isInSandbox,
            sendQuota: try await quota(in: context.scope),
            sendingEnabled: settings.sendingEnabled,
            suppressionAttributes: SESv2.SuppressionAttributes(
                suppressedReasons: settings.suppressedReasons.map(\.shape),
                validationAttributes: settings.addressValidation.map {
                    SESv2.SuppressionValidationAttributes(
                        conditionThreshold: $0.shape.conditionThreshold)
                }),
            details: settings.details.map { $0.shape(of: settings) },
            vdmAttributes: settings.deliverability?.shape,
            pricingAttributes: settings.pricingPlan.map {
                SESv2.PricingAttributes(currentPlan: SESv2.PricingPlan(rawValue: $0))
            })
    }

    /// -1 is SES's word for no bound, and there is none for a rate.
    private func quota(in scope: Scope) async throws -> SESv2.SendQuota {
        let settings = try await resources.settings(in: scope)
        return SESv2.SendQuota(
            max24HourSend: settings.dailyQuotaInForce ?? Self.dailyQuota,
            maxSendRate: settings.maximumRateInForce ?? Self.maximumRate,
            sentLast24Hours: try await sentInLastDay(in: scope))
    }
}

extension AccountSettings.Details {
    /// Nobody reviews details: who runs the service grants production access, or not.
    fileprivate func shape(of settings: AccountSettings) -> SESv2.AccountDetails {
        let status: SESv2.ReviewStatus? =
            settings.isInSandbox ? (settings.isUnderReview ? .pending : nil) : .granted
        return SESv2.AccountDetails(
            mailType: SESv2.MailType(rawValue: mailType), websiteURL: websiteURL,
            contactLanguage: contactLanguage.flatMap { .init(rawValue: $0) },
            useCaseDescription: useCaseDescription,
            additionalContactEmailAddresses: additionalContactAddresses,
            reviewDetails: status.map { SESv2.ReviewDetails(status: $0) })
    }
}

extension AccountSettings.Deliverability {
    /// What lies below is shown only while the whole is enabled.
    fileprivate var shape: SESv2.VdmAttributes {
        guard enabled == "ENABLED" else { return SESv2.VdmAttributes(vdmEnabled: .disabled) }
        return SESv2.VdmAttributes(
            vdmEnabled: .enabled,
            dashboardAttributes: .init(
                engagementMetrics: .init(rawValue: engagementMetrics ?? "DISABLED")),
            guardianAttributes: .init(
                optimizedSharedDelivery: .init(rawValue: optimizedSharedDelivery ?? "DISABLED")))
    }
}
