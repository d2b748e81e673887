import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func registerAccount(on router: inout SESRouter) {
        router.serve(SESv2.GetAccount.self) { _, context in
            SESv2.GetAccountResponse(
                dedicatedIpAutoWarmupEnabled: true, enforcementStatus: "HEALTHY",
                productionAccessEnabled: true,
                sendQuota: SESv2.SendQuota(
                    max24HourSend: Self.dailyQuota, maxSendRate: Self.maximumRate,
                    sentLast24Hours: try await sentInLastDay(in: context.scope)),
                sendingEnabled: true,
                suppressionAttributes: SESv2.SuppressionAttributes(
                    suppressedReasons: [.bounce, .complaint]))
        }
        router.serve(SESv1.GetSendQuota.self) { _, context in
            SESv1.GetSendQuotaResponse(
                max24HourSend: Self.dailyQuota, maxSendRate: Self.maximumRate,
                sentLast24Hours: try await sentInLastDay(in: context.scope))
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
    }
}
