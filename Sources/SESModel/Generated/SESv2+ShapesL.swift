// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv2 {
    public struct ListConfigurationSetsRequest: Structure {
        /// `Filter`
        public var filter: [String: String]?
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(
            filter: [String: String]? = nil,
            nextToken: String? = nil,
            pageSize: Int? = nil
        ) {
            self.filter = filter
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            filter = decoder.optional("Filter", Bounds.configurationSetFilter)
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Filter", filter)
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListConfigurationSetsResponse: Structure {
        /// `ConfigurationSets`
        public var configurationSets: [String]?
        /// `NextToken`
        public var nextToken: String?

        public init(configurationSets: [String]? = nil, nextToken: String? = nil) {
            self.configurationSets = configurationSets
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSets = decoder.optional("ConfigurationSets")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSets", configurationSets)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListContactListsRequest: Structure {
        /// `PageSize`
        public var pageSize: Int?
        /// `NextToken`
        public var nextToken: String?

        public init(pageSize: Int? = nil, nextToken: String? = nil) {
            self.pageSize = pageSize
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            pageSize = decoder.optional("PageSize")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("PageSize", pageSize)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListContactListsResponse: Structure {
        /// `ContactLists`
        public var contactLists: [ContactList]?
        /// `NextToken`
        public var nextToken: String?

        public init(contactLists: [ContactList]? = nil, nextToken: String? = nil) {
            self.contactLists = contactLists
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            contactLists = decoder.optional("ContactLists")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ContactLists", contactLists)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListContactsFilter: Structure {
        /// `FilteredStatus`
        public var filteredStatus: SubscriptionStatus?
        /// `TopicFilter`
        public var topicFilter: TopicFilter?

        public init(filteredStatus: SubscriptionStatus? = nil, topicFilter: TopicFilter? = nil) {
            self.filteredStatus = filteredStatus
            self.topicFilter = topicFilter
        }

        public init(from decoder: inout ShapeDecoder) {
            filteredStatus = decoder.optional("FilteredStatus")
            topicFilter = decoder.optional("TopicFilter")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("FilteredStatus", filteredStatus)
            encoder.write("TopicFilter", topicFilter)
        }
    }

    public struct ListContactsRequest: Structure {
        /// `ContactListName`
        public var contactListName: String
        /// `Filter`
        public var filter: ListContactsFilter?
        /// `PageSize`
        public var pageSize: Int?
        /// `NextToken`
        public var nextToken: String?

        public init(
            contactListName: String,
            filter: ListContactsFilter? = nil,
            pageSize: Int? = nil,
            nextToken: String? = nil
        ) {
            self.contactListName = contactListName
            self.filter = filter
            self.pageSize = pageSize
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            contactListName = decoder.required("ContactListName")
            filter = decoder.optional("Filter")
            pageSize = decoder.optional("PageSize")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ContactListName", contactListName)
            encoder.write("Filter", filter)
            encoder.write("PageSize", pageSize)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListContactsResponse: Structure {
        /// `Contacts`
        public var contacts: [Contact]?
        /// `NextToken`
        public var nextToken: String?

        public init(contacts: [Contact]? = nil, nextToken: String? = nil) {
            self.contacts = contacts
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            contacts = decoder.optional("Contacts")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Contacts", contacts)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListCustomVerificationEmailTemplatesRequest: Structure {
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(nextToken: String? = nil, pageSize: Int? = nil) {
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListCustomVerificationEmailTemplatesResponse: Structure {
        /// `CustomVerificationEmailTemplates`
        public var customVerificationEmailTemplates: [CustomVerificationEmailTemplateMetadata]?
        /// `NextToken`
        public var nextToken: String?

        public init(
            customVerificationEmailTemplates: [CustomVerificationEmailTemplateMetadata]? = nil,
            nextToken: String? = nil
        ) {
            self.customVerificationEmailTemplates = customVerificationEmailTemplates
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            customVerificationEmailTemplates = decoder.optional("CustomVerificationEmailTemplates")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("CustomVerificationEmailTemplates", customVerificationEmailTemplates)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListDedicatedIpPoolsRequest: Structure {
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(nextToken: String? = nil, pageSize: Int? = nil) {
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListDedicatedIpPoolsResponse: Structure {
        /// `DedicatedIpPools`
        public var dedicatedIpPools: [String]?
        /// `NextToken`
        public var nextToken: String?

        public init(dedicatedIpPools: [String]? = nil, nextToken: String? = nil) {
            self.dedicatedIpPools = dedicatedIpPools
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            dedicatedIpPools = decoder.optional("DedicatedIpPools")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DedicatedIpPools", dedicatedIpPools)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListDeliverabilityTestReportsRequest: Structure {
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(nextToken: String? = nil, pageSize: Int? = nil) {
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListDeliverabilityTestReportsResponse: Structure {
        /// `DeliverabilityTestReports`
        public var deliverabilityTestReports: [DeliverabilityTestReport]
        /// `NextToken`
        public var nextToken: String?

        public init(
            deliverabilityTestReports: [DeliverabilityTestReport],
            nextToken: String? = nil
        ) {
            self.deliverabilityTestReports = deliverabilityTestReports
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            deliverabilityTestReports = decoder.required("DeliverabilityTestReports")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DeliverabilityTestReports", deliverabilityTestReports)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListDomainDeliverabilityCampaignsRequest: Structure {
        /// `StartDate`
        public var startDate: UnixTime
        /// `EndDate`
        public var endDate: UnixTime
        /// `SubscribedDomain`
        public var subscribedDomain: String
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(
            startDate: UnixTime,
            endDate: UnixTime,
            subscribedDomain: String,
            nextToken: String? = nil,
            pageSize: Int? = nil
        ) {
            self.startDate = startDate
            self.endDate = endDate
            self.subscribedDomain = subscribedDomain
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            startDate = decoder.required("StartDate")
            endDate = decoder.required("EndDate")
            subscribedDomain = decoder.required("SubscribedDomain")
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("StartDate", startDate)
            encoder.write("EndDate", endDate)
            encoder.write("SubscribedDomain", subscribedDomain)
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListDomainDeliverabilityCampaignsResponse: Structure {
        /// `DomainDeliverabilityCampaigns`
        public var domainDeliverabilityCampaigns: [DomainDeliverabilityCampaign]
        /// `NextToken`
        public var nextToken: String?

        public init(
            domainDeliverabilityCampaigns: [DomainDeliverabilityCampaign],
            nextToken: String? = nil
        ) {
            self.domainDeliverabilityCampaigns = domainDeliverabilityCampaigns
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            domainDeliverabilityCampaigns = decoder.required("DomainDeliverabilityCampaigns")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DomainDeliverabilityCampaigns", domainDeliverabilityCampaigns)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListEmailIdentitiesRequest: Structure {
        /// `Filter`
        public var filter: [String: String]?
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(
            filter: [String: String]? = nil,
            nextToken: String? = nil,
            pageSize: Int? = nil
        ) {
            self.filter = filter
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            filter = decoder.optional("Filter", Bounds.identityFilter)
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Filter", filter)
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListEmailIdentitiesResponse: Structure {
        /// `EmailIdentities`
        public var emailIdentities: [IdentityInfo]?
        /// `NextToken`
        public var nextToken: String?

        public init(emailIdentities: [IdentityInfo]? = nil, nextToken: String? = nil) {
            self.emailIdentities = emailIdentities
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentities = decoder.optional("EmailIdentities")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentities", emailIdentities)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListEmailIdentityCertificatesRequest: Structure {
        /// `EmailIdentity`: at least 1 character
        public var emailIdentity: String
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(emailIdentity: String, nextToken: String? = nil, pageSize: Int? = nil) {
            self.emailIdentity = emailIdentity
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentity = decoder.required("EmailIdentity", Bounds.identity)
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentity", emailIdentity)
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListEmailIdentityCertificatesResponse: Structure {
        /// `Certificates`
        public var certificates: [IdentityCertificate]?
        /// `NextToken`
        public var nextToken: String?

        public init(certificates: [IdentityCertificate]? = nil, nextToken: String? = nil) {
            self.certificates = certificates
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            certificates = decoder.optional("Certificates")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Certificates", certificates)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListEmailTemplatesRequest: Structure {
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(nextToken: String? = nil, pageSize: Int? = nil) {
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListEmailTemplatesResponse: Structure {
        /// `TemplatesMetadata`
        public var templatesMetadata: [EmailTemplateMetadata]?
        /// `NextToken`
        public var nextToken: String?

        public init(templatesMetadata: [EmailTemplateMetadata]? = nil, nextToken: String? = nil) {
            self.templatesMetadata = templatesMetadata
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            templatesMetadata = decoder.optional("TemplatesMetadata")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplatesMetadata", templatesMetadata)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListExportJobsRequest: Structure {
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?
        /// `ExportSourceType`
        public var exportSourceType: ExportSourceType?
        /// `JobStatus`
        public var jobStatus: JobStatus?

        public init(
            nextToken: String? = nil,
            pageSize: Int? = nil,
            exportSourceType: ExportSourceType? = nil,
            jobStatus: JobStatus? = nil
        ) {
            self.nextToken = nextToken
            self.pageSize = pageSize
            self.exportSourceType = exportSourceType
            self.jobStatus = jobStatus
        }

        public init(from decoder: inout ShapeDecoder) {
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
            exportSourceType = decoder.optional("ExportSourceType")
            jobStatus = decoder.optional("JobStatus")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
            encoder.write("ExportSourceType", exportSourceType)
            encoder.write("JobStatus", jobStatus)
        }
    }

    public struct ListExportJobsResponse: Structure {
        /// `ExportJobs`
        public var exportJobs: [ExportJobSummary]?
        /// `NextToken`
        public var nextToken: String?

        public init(exportJobs: [ExportJobSummary]? = nil, nextToken: String? = nil) {
            self.exportJobs = exportJobs
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            exportJobs = decoder.optional("ExportJobs")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ExportJobs", exportJobs)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListImportJobsRequest: Structure {
        /// `ImportDestinationType`
        public var importDestinationType: ImportDestinationType?
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(
            importDestinationType: ImportDestinationType? = nil,
            nextToken: String? = nil,
            pageSize: Int? = nil
        ) {
            self.importDestinationType = importDestinationType
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            importDestinationType = decoder.optional("ImportDestinationType")
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ImportDestinationType", importDestinationType)
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListImportJobsResponse: Structure {
        /// `ImportJobs`
        public var importJobs: [ImportJobSummary]?
        /// `NextToken`
        public var nextToken: String?

        public init(importJobs: [ImportJobSummary]? = nil, nextToken: String? = nil) {
            self.importJobs = importJobs
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            importJobs = decoder.optional("ImportJobs")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ImportJobs", importJobs)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListManagementOptions: Structure {
        /// `ContactListName`
        public var contactListName: String
        /// `TopicName`
        public var topicName: String?

        public init(contactListName: String, topicName: String? = nil) {
            self.contactListName = contactListName
            self.topicName = topicName
        }

        public init(from decoder: inout ShapeDecoder) {
            contactListName = decoder.required("ContactListName")
            topicName = decoder.optional("TopicName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ContactListName", contactListName)
            encoder.write("TopicName", topicName)
        }
    }

    public struct ListMultiRegionEndpointsRequest: Structure {
        /// `NextToken`: 1 to 5000 characters
        public var nextToken: String?
        /// `PageSize`: 1 to 1000
        public var pageSize: Int?

        public init(nextToken: String? = nil, pageSize: Int? = nil) {
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            nextToken = decoder.optional("NextToken", Bounds.nextTokenV2)
            pageSize = decoder.optional("PageSize", Bounds.pageSizeV2)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListMultiRegionEndpointsResponse: Structure {
        /// `MultiRegionEndpoints`
        public var multiRegionEndpoints: [MultiRegionEndpoint]?
        /// `NextToken`: 1 to 5000 characters
        public var nextToken: String?

        public init(multiRegionEndpoints: [MultiRegionEndpoint]? = nil, nextToken: String? = nil) {
            self.multiRegionEndpoints = multiRegionEndpoints
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            multiRegionEndpoints = decoder.optional("MultiRegionEndpoints")
            nextToken = decoder.optional("NextToken", Bounds.nextTokenV2)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MultiRegionEndpoints", multiRegionEndpoints)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListRecommendationsRequest: Structure {
        /// `Filter`: 1 to 2 entries
        public var filter: [String: String]?
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(
            filter: [String: String]? = nil,
            nextToken: String? = nil,
            pageSize: Int? = nil
        ) {
            self.filter = filter
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            filter = decoder.optional("Filter", Bounds.listRecommendationsFilter)
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Filter", filter)
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListRecommendationsResponse: Structure {
        /// `Recommendations`
        public var recommendations: [Recommendation]?
        /// `NextToken`
        public var nextToken: String?

        public init(recommendations: [Recommendation]? = nil, nextToken: String? = nil) {
            self.recommendations = recommendations
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            recommendations = decoder.optional("Recommendations")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Recommendations", recommendations)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListReputationEntitiesRequest: Structure {
        /// `Filter`
        public var filter: [String: String]?
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(
            filter: [String: String]? = nil,
            nextToken: String? = nil,
            pageSize: Int? = nil
        ) {
            self.filter = filter
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            filter = decoder.optional("Filter", Bounds.reputationEntityFilter)
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Filter", filter)
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListReputationEntitiesResponse: Structure {
        /// `ReputationEntities`
        public var reputationEntities: [ReputationEntity]?
        /// `NextToken`
        public var nextToken: String?

        public init(reputationEntities: [ReputationEntity]? = nil, nextToken: String? = nil) {
            self.reputationEntities = reputationEntities
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            reputationEntities = decoder.optional("ReputationEntities")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReputationEntities", reputationEntities)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListResourceTenantsRequest: Structure {
        /// `ResourceArn`: at least 1 character
        public var resourceArn: String
        /// `PageSize`
        public var pageSize: Int?
        /// `NextToken`
        public var nextToken: String?

        public init(resourceArn: String, pageSize: Int? = nil, nextToken: String? = nil) {
            self.resourceArn = resourceArn
            self.pageSize = pageSize
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            resourceArn = decoder.required("ResourceArn", Bounds.amazonResourceName)
            pageSize = decoder.optional("PageSize")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ResourceArn", resourceArn)
            encoder.write("PageSize", pageSize)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListResourceTenantsResponse: Structure {
        /// `ResourceTenants`
        public var resourceTenants: [ResourceTenantMetadata]?
        /// `NextToken`
        public var nextToken: String?

        public init(resourceTenants: [ResourceTenantMetadata]? = nil, nextToken: String? = nil) {
            self.resourceTenants = resourceTenants
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            resourceTenants = decoder.optional("ResourceTenants")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ResourceTenants", resourceTenants)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListSuppressedDestinationsRequest: Structure {
        /// `TenantName`: at least 1 character
        public var tenantName: String?
        /// `Reasons`
        public var reasons: [SuppressionListReason]?
        /// `StartDate`
        public var startDate: UnixTime?
        /// `EndDate`
        public var endDate: UnixTime?
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(
            tenantName: String? = nil,
            reasons: [SuppressionListReason]? = nil,
            startDate: UnixTime? = nil,
            endDate: UnixTime? = nil,
            nextToken: String? = nil,
            pageSize: Int? = nil
        ) {
            self.tenantName = tenantName
            self.reasons = reasons
            self.startDate = startDate
            self.endDate = endDate
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            tenantName = decoder.optional("TenantName", Bounds.tenantName)
            reasons = decoder.optional("Reasons")
            startDate = decoder.optional("StartDate")
            endDate = decoder.optional("EndDate")
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TenantName", tenantName)
            encoder.write("Reasons", reasons)
            encoder.write("StartDate", startDate)
            encoder.write("EndDate", endDate)
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListSuppressedDestinationsResponse: Structure {
        /// `SuppressedDestinationSummaries`
        public var suppressedDestinationSummaries: [SuppressedDestinationSummary]?
        /// `NextToken`
        public var nextToken: String?

        public init(
            suppressedDestinationSummaries: [SuppressedDestinationSummary]? = nil,
            nextToken: String? = nil
        ) {
            self.suppressedDestinationSummaries = suppressedDestinationSummaries
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            suppressedDestinationSummaries = decoder.optional("SuppressedDestinationSummaries")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("SuppressedDestinationSummaries", suppressedDestinationSummaries)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListTagsForResourceRequest: Structure {
        /// `ResourceArn`: at least 1 character
        public var resourceArn: String

        public init(resourceArn: String) {
            self.resourceArn = resourceArn
        }

        public init(from decoder: inout ShapeDecoder) {
            resourceArn = decoder.required("ResourceArn", Bounds.amazonResourceName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ResourceArn", resourceArn)
        }
    }

    public struct ListTagsForResourceResponse: Structure {
        /// `Tags`
        public var tags: [Tag]

        public init(tags: [Tag]) {
            self.tags = tags
        }

        public init(from decoder: inout ShapeDecoder) {
            tags = decoder.required("Tags")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Tags", tags)
        }
    }

    public struct ListTenantResourcesRequest: Structure {
        /// `TenantName`: at least 1 character
        public var tenantName: String
        /// `Filter`
        public var filter: [String: String]?
        /// `PageSize`
        public var pageSize: Int?
        /// `NextToken`
        public var nextToken: String?

        public init(
            tenantName: String,
            filter: [String: String]? = nil,
            pageSize: Int? = nil,
            nextToken: String? = nil
        ) {
            self.tenantName = tenantName
            self.filter = filter
            self.pageSize = pageSize
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            tenantName = decoder.required("TenantName", Bounds.tenantName)
            filter = decoder.optional("Filter", Bounds.listTenantResourcesFilter)
            pageSize = decoder.optional("PageSize")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TenantName", tenantName)
            encoder.write("Filter", filter)
            encoder.write("PageSize", pageSize)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListTenantResourcesResponse: Structure {
        /// `TenantResources`
        public var tenantResources: [TenantResource]?
        /// `NextToken`
        public var nextToken: String?

        public init(tenantResources: [TenantResource]? = nil, nextToken: String? = nil) {
            self.tenantResources = tenantResources
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            tenantResources = decoder.optional("TenantResources")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TenantResources", tenantResources)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListTenantsRequest: Structure {
        /// `Filter`
        public var filter: [String: String]?
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(
            filter: [String: String]? = nil,
            nextToken: String? = nil,
            pageSize: Int? = nil
        ) {
            self.filter = filter
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            filter = decoder.optional("Filter", Bounds.listTenantsFilter)
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Filter", filter)
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct ListTenantsResponse: Structure {
        /// `Tenants`
        public var tenants: [TenantInfo]?
        /// `NextToken`
        public var nextToken: String?

        public init(tenants: [TenantInfo]? = nil, nextToken: String? = nil) {
            self.tenants = tenants
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            tenants = decoder.optional("Tenants")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Tenants", tenants)
            encoder.write("NextToken", nextToken)
        }
    }
}
