// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv2 {
    public struct RawMessage: Structure {
        /// `Data`
        public var data: Blob

        public init(data: Blob) {
            self.data = data
        }

        public init(from decoder: inout ShapeDecoder) {
            data = decoder.required("Data")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Data", data)
        }
    }

    public struct Recommendation: Structure {
        /// `ResourceArn`: at least 1 character
        public var resourceArn: String?
        /// `Type`
        public var type: RecommendationType?
        /// `Description`
        public var description: String?
        /// `Status`
        public var status: RecommendationStatus?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?
        /// `LastUpdatedTimestamp`
        public var lastUpdatedTimestamp: UnixTime?
        /// `Impact`
        public var impact: RecommendationImpact?

        public init(
            resourceArn: String? = nil,
            type: RecommendationType? = nil,
            description: String? = nil,
            status: RecommendationStatus? = nil,
            createdTimestamp: UnixTime? = nil,
            lastUpdatedTimestamp: UnixTime? = nil,
            impact: RecommendationImpact? = nil
        ) {
            self.resourceArn = resourceArn
            self.type = type
            self.description = description
            self.status = status
            self.createdTimestamp = createdTimestamp
            self.lastUpdatedTimestamp = lastUpdatedTimestamp
            self.impact = impact
        }

        public init(from decoder: inout ShapeDecoder) {
            resourceArn = decoder.optional("ResourceArn", Bounds.amazonResourceName)
            type = decoder.optional("Type")
            description = decoder.optional("Description")
            status = decoder.optional("Status")
            createdTimestamp = decoder.optional("CreatedTimestamp")
            lastUpdatedTimestamp = decoder.optional("LastUpdatedTimestamp")
            impact = decoder.optional("Impact")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ResourceArn", resourceArn)
            encoder.write("Type", type)
            encoder.write("Description", description)
            encoder.write("Status", status)
            encoder.write("CreatedTimestamp", createdTimestamp)
            encoder.write("LastUpdatedTimestamp", lastUpdatedTimestamp)
            encoder.write("Impact", impact)
        }
    }

    public struct ReplacementEmailContent: Structure {
        /// `ReplacementTemplate`
        public var replacementTemplate: ReplacementTemplate?

        public init(replacementTemplate: ReplacementTemplate? = nil) {
            self.replacementTemplate = replacementTemplate
        }

        public init(from decoder: inout ShapeDecoder) {
            replacementTemplate = decoder.optional("ReplacementTemplate")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReplacementTemplate", replacementTemplate)
        }
    }

    public struct ReplacementTemplate: Structure {
        /// `ReplacementTemplateData`: at most 262144 characters
        public var replacementTemplateData: String?

        public init(replacementTemplateData: String? = nil) {
            self.replacementTemplateData = replacementTemplateData
        }

        public init(from decoder: inout ShapeDecoder) {
            replacementTemplateData =
                decoder.optional("ReplacementTemplateData", Bounds.emailTemplateData)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReplacementTemplateData", replacementTemplateData)
        }
    }

    public struct ReputationEntity: Structure {
        /// `ReputationEntityReference`: at least 1 character
        public var reputationEntityReference: String?
        /// `ReputationEntityType`
        public var reputationEntityType: ReputationEntityType?
        /// `ReputationManagementPolicy`: at least 1 character
        public var reputationManagementPolicy: String?
        /// `CustomerManagedStatus`
        public var customerManagedStatus: StatusRecord?
        /// `AwsSesManagedStatus`
        public var awsSesManagedStatus: StatusRecord?
        /// `SendingStatusAggregate`
        public var sendingStatusAggregate: SendingStatus?
        /// `ReputationImpact`
        public var reputationImpact: RecommendationImpact?

        public init(
            reputationEntityReference: String? = nil,
            reputationEntityType: ReputationEntityType? = nil,
            reputationManagementPolicy: String? = nil,
            customerManagedStatus: StatusRecord? = nil,
            awsSesManagedStatus: StatusRecord? = nil,
            sendingStatusAggregate: SendingStatus? = nil,
            reputationImpact: RecommendationImpact? = nil
        ) {
            self.reputationEntityReference = reputationEntityReference
            self.reputationEntityType = reputationEntityType
            self.reputationManagementPolicy = reputationManagementPolicy
            self.customerManagedStatus = customerManagedStatus
            self.awsSesManagedStatus = awsSesManagedStatus
            self.sendingStatusAggregate = sendingStatusAggregate
            self.reputationImpact = reputationImpact
        }

        public init(from decoder: inout ShapeDecoder) {
            reputationEntityReference =
                decoder.optional("ReputationEntityReference", Bounds.reputationEntityReference)
            reputationEntityType = decoder.optional("ReputationEntityType")
            reputationManagementPolicy =
                decoder.optional("ReputationManagementPolicy", Bounds.amazonResourceName)
            customerManagedStatus = decoder.optional("CustomerManagedStatus")
            awsSesManagedStatus = decoder.optional("AwsSesManagedStatus")
            sendingStatusAggregate = decoder.optional("SendingStatusAggregate")
            reputationImpact = decoder.optional("ReputationImpact")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReputationEntityReference", reputationEntityReference)
            encoder.write("ReputationEntityType", reputationEntityType)
            encoder.write("ReputationManagementPolicy", reputationManagementPolicy)
            encoder.write("CustomerManagedStatus", customerManagedStatus)
            encoder.write("AwsSesManagedStatus", awsSesManagedStatus)
            encoder.write("SendingStatusAggregate", sendingStatusAggregate)
            encoder.write("ReputationImpact", reputationImpact)
        }
    }

    public struct ReputationOptions: Structure {
        /// `ReputationMetricsEnabled`
        public var reputationMetricsEnabled: Bool?
        /// `LastFreshStart`
        public var lastFreshStart: UnixTime?

        public init(reputationMetricsEnabled: Bool? = nil, lastFreshStart: UnixTime? = nil) {
            self.reputationMetricsEnabled = reputationMetricsEnabled
            self.lastFreshStart = lastFreshStart
        }

        public init(from decoder: inout ShapeDecoder) {
            reputationMetricsEnabled = decoder.optional("ReputationMetricsEnabled")
            lastFreshStart = decoder.optional("LastFreshStart")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReputationMetricsEnabled", reputationMetricsEnabled)
            encoder.write("LastFreshStart", lastFreshStart)
        }
    }

    public struct ResourceTenantMetadata: Structure {
        /// `TenantName`: at least 1 character
        public var tenantName: String?
        /// `TenantId`
        public var tenantId: String?
        /// `ResourceArn`: at least 1 character
        public var resourceArn: String?
        /// `AssociatedTimestamp`
        public var associatedTimestamp: UnixTime?

        public init(
            tenantName: String? = nil,
            tenantId: String? = nil,
            resourceArn: String? = nil,
            associatedTimestamp: UnixTime? = nil
        ) {
            self.tenantName = tenantName
            self.tenantId = tenantId
            self.resourceArn = resourceArn
            self.associatedTimestamp = associatedTimestamp
        }

        public init(from decoder: inout ShapeDecoder) {
            tenantName = decoder.optional("TenantName", Bounds.tenantName)
            tenantId = decoder.optional("TenantId")
            resourceArn = decoder.optional("ResourceArn", Bounds.amazonResourceName)
            associatedTimestamp = decoder.optional("AssociatedTimestamp")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TenantName", tenantName)
            encoder.write("TenantId", tenantId)
            encoder.write("ResourceArn", resourceArn)
            encoder.write("AssociatedTimestamp", associatedTimestamp)
        }
    }

    public struct ReviewDetails: Structure {
        /// `Status`
        public var status: ReviewStatus?
        /// `CaseId`
        public var caseId: String?

        public init(status: ReviewStatus? = nil, caseId: String? = nil) {
            self.status = status
            self.caseId = caseId
        }

        public init(from decoder: inout ShapeDecoder) {
            status = decoder.optional("Status")
            caseId = decoder.optional("CaseId")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Status", status)
            encoder.write("CaseId", caseId)
        }
    }

    public struct Route: Structure {
        /// `Region`
        public var region: String

        public init(region: String) {
            self.region = region
        }

        public init(from decoder: inout ShapeDecoder) {
            region = decoder.required("Region")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Region", region)
        }
    }

    public struct RouteDetails: Structure {
        /// `Region`
        public var region: String

        public init(region: String) {
            self.region = region
        }

        public init(from decoder: inout ShapeDecoder) {
            region = decoder.required("Region")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Region", region)
        }
    }
}
