// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv2 {
    /// What values must fulfil, by the name of their shape.
    enum Bounds {
        static let additionalContactEmailAddress = Constraint(
            minimum: 6, maximum: 254, pattern: .emailAddress)
        static let additionalContactEmailAddresses = Constraint(
            minimum: 1, maximum: 4, element: additionalContactEmailAddress)
        static let amazonResourceName = Constraint(minimum: 1)
        static let archiveArn = Constraint(minimum: 20, maximum: 1011, pattern: .archiveARN)
        static let attachmentContentDescription = Constraint(maximum: 1000)
        static let attachmentContentId = Constraint(minimum: 1, maximum: 78)
        static let attachmentContentType = Constraint(minimum: 1, maximum: 78)
        static let attachmentFileName = Constraint(maximum: 255)
        static let batchGetMetricDataQueries = Constraint(minimum: 1, maximum: 10)
        static let certificateArn = Constraint(minimum: 20, maximum: 2048, pattern: .certificateARN)
        static let configurationSetFilter = Constraint(element: configurationSetFilterValue)
        static let configurationSetFilterValue = Constraint(minimum: 1)
        static let dimensions = Constraint(minimum: 1, maximum: 3)
        static let emailAddressFilterList = Constraint(maximum: 5, element: insightsEmailAddress)
        static let emailSubject = Constraint(minimum: 1, maximum: 998)
        static let emailSubjectFilterList = Constraint(maximum: 1, element: emailSubject)
        static let emailTemplateData = Constraint(maximum: 262_144)
        static let emailTemplateName = Constraint(minimum: 1)
        static let endpointName = Constraint(minimum: 1, maximum: 64, pattern: .word)
        static let exportDimensionValue = Constraint(minimum: 1, maximum: 10)
        static let exportDimensions = Constraint(
            minimum: 1, maximum: 3, element: exportDimensionValue)
        static let exportMetrics = Constraint(minimum: 1, maximum: 10)
        static let identity = Constraint(minimum: 1)
        static let identityFilter = Constraint(element: identityFilterValue)
        static let identityFilterValue = Constraint(minimum: 1)
        static let insightsEmailAddress = Constraint(minimum: 1, maximum: 320)
        static let ispFilterList = Constraint(maximum: 5)
        static let jobId = Constraint(minimum: 1)
        static let lastDeliveryEventList = Constraint(maximum: 5)
        static let lastEngagementEventList = Constraint(maximum: 2)
        static let listRecommendationFilterValue = Constraint(minimum: 1, maximum: 512)
        static let listRecommendationsFilter = Constraint(
            minimum: 1, maximum: 2, element: listRecommendationFilterValue)
        static let listTenantResourcesFilter = Constraint(element: listTenantResourcesFilterValue)
        static let listTenantResourcesFilterValue = Constraint(minimum: 1, maximum: 512)
        static let listTenantsFilter = Constraint(element: listTenantsFilterValue)
        static let listTenantsFilterValue = Constraint(minimum: 1)
        static let maxDeliverySeconds = Constraint(minimum: 300, maximum: 50_400)
        static let messageHeaderList = Constraint(maximum: 15)
        static let messageHeaderName = Constraint(minimum: 1, maximum: 126, pattern: .headerName)
        static let messageHeaderValue = Constraint(
            minimum: 1, maximum: 995, pattern: .printableText)
        static let messageInsightsExportMaxResults = Constraint(minimum: 1, maximum: 10_000)
        static let nextTokenV2 = Constraint(minimum: 1, maximum: 5000, pattern: .base64)
        static let pageSizeV2 = Constraint(minimum: 1, maximum: 1000)
        static let policy = Constraint(minimum: 1)
        static let policyMap = Constraint(element: policy)
        static let policyName = Constraint(minimum: 1, maximum: 64)
        static let privateKey = Constraint(minimum: 1, maximum: 20_480, pattern: .base64Letters)
        static let queryIdentifier = Constraint(minimum: 1, maximum: 255)
        static let reputationEntityFilter = Constraint(element: reputationEntityFilterValue)
        static let reputationEntityFilterValue = Constraint(minimum: 1, maximum: 512)
        static let reputationEntityReference = Constraint(minimum: 1)
        static let s3Url = Constraint(pattern: .s3URL)
        static let selector = Constraint(minimum: 1, maximum: 63, pattern: .selector)
        static let statusCause = Constraint(minimum: 1, maximum: 512)
        static let tenantName = Constraint(minimum: 1)
        static let tenantNameFilterList = Constraint(maximum: 5, element: tenantName)
        static let useCaseDescription = Constraint(maximum: 5000)
        static let websiteURL = Constraint(minimum: 1, maximum: 1000)
    }
}
