// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv2 {
    public struct GetAccountRequest: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct GetAccountResponse: Structure {
        /// `DedicatedIpAutoWarmupEnabled`
        public var dedicatedIpAutoWarmupEnabled: Bool?
        /// `EnforcementStatus`
        public var enforcementStatus: String?
        /// `ProductionAccessEnabled`
        public var productionAccessEnabled: Bool?
        /// `SendQuota`
        public var sendQuota: SendQuota?
        /// `SendingEnabled`
        public var sendingEnabled: Bool?
        /// `SuppressionAttributes`
        public var suppressionAttributes: SuppressionAttributes?
        /// `Details`
        public var details: AccountDetails?
        /// `VdmAttributes`
        public var vdmAttributes: VdmAttributes?
        /// `PricingAttributes`
        public var pricingAttributes: PricingAttributes?

        public init(
            dedicatedIpAutoWarmupEnabled: Bool? = nil,
            enforcementStatus: String? = nil,
            productionAccessEnabled: Bool? = nil,
            sendQuota: SendQuota? = nil,
            sendingEnabled: Bool? = nil,
            suppressionAttributes: SuppressionAttributes? = nil,
            details: AccountDetails? = nil,
            vdmAttributes: VdmAttributes? = nil,
            pricingAttributes: PricingAttributes? = nil
        ) {
            self.dedicatedIpAutoWarmupEnabled = dedicatedIpAutoWarmupEnabled
            self.enforcementStatus = enforcementStatus
            self.productionAccessEnabled = productionAccessEnabled
            self.sendQuota = sendQuota
            self.sendingEnabled = sendingEnabled
            self.suppressionAttributes = suppressionAttributes
            self.details = details
            self.vdmAttributes = vdmAttributes
            self.pricingAttributes = pricingAttributes
        }

        public init(from decoder: inout ShapeDecoder) {
            dedicatedIpAutoWarmupEnabled = decoder.optional("DedicatedIpAutoWarmupEnabled")
            enforcementStatus = decoder.optional("EnforcementStatus")
            productionAccessEnabled = decoder.optional("ProductionAccessEnabled")
            sendQuota = decoder.optional("SendQuota")
            sendingEnabled = decoder.optional("SendingEnabled")
            suppressionAttributes = decoder.optional("SuppressionAttributes")
            details = decoder.optional("Details")
            vdmAttributes = decoder.optional("VdmAttributes")
            pricingAttributes = decoder.optional("PricingAttributes")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DedicatedIpAutoWarmupEnabled", dedicatedIpAutoWarmupEnabled)
            encoder.write("EnforcementStatus", enforcementStatus)
            encoder.write("ProductionAccessEnabled", productionAccessEnabled)
            encoder.write("SendQuota", sendQuota)
            encoder.write("SendingEnabled", sendingEnabled)
            encoder.write("SuppressionAttributes", suppressionAttributes)
            encoder.write("Details", details)
            encoder.write("VdmAttributes", vdmAttributes)
            encoder.write("PricingAttributes", pricingAttributes)
        }
    }

    public struct GetBlacklistReportsRequest: Structure {
        /// `BlacklistItemNames`
        public var blacklistItemNames: [String]

        public init(blacklistItemNames: [String]) {
            self.blacklistItemNames = blacklistItemNames
        }

        public init(from decoder: inout ShapeDecoder) {
            blacklistItemNames = decoder.required("BlacklistItemNames")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("BlacklistItemNames", blacklistItemNames)
        }
    }

    public struct GetBlacklistReportsResponse: Structure {
        /// `BlacklistReport`
        public var blacklistReport: [String: [BlacklistEntry]]

        public init(blacklistReport: [String: [BlacklistEntry]]) {
            self.blacklistReport = blacklistReport
        }

        public init(from decoder: inout ShapeDecoder) {
            blacklistReport = decoder.required("BlacklistReport")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("BlacklistReport", blacklistReport)
        }
    }

    public struct GetConfigurationSetEventDestinationsRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String

        public init(configurationSetName: String) {
            self.configurationSetName = configurationSetName
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
        }
    }

    public struct GetConfigurationSetEventDestinationsResponse: Structure {
        /// `EventDestinations`
        public var eventDestinations: [EventDestination]?

        public init(eventDestinations: [EventDestination]? = nil) {
            self.eventDestinations = eventDestinations
        }

        public init(from decoder: inout ShapeDecoder) {
            eventDestinations = decoder.optional("EventDestinations")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EventDestinations", eventDestinations)
        }
    }

    public struct GetConfigurationSetRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String

        public init(configurationSetName: String) {
            self.configurationSetName = configurationSetName
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
        }
    }

    public struct GetConfigurationSetResponse: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String?
        /// `TrackingOptions`
        public var trackingOptions: TrackingOptions?
        /// `DeliveryOptions`
        public var deliveryOptions: DeliveryOptions?
        /// `ReputationOptions`
        public var reputationOptions: ReputationOptions?
        /// `SendingOptions`
        public var sendingOptions: SendingOptions?
        /// `Tags`
        public var tags: [Tag]?
        /// `SuppressionOptions`
        public var suppressionOptions: SuppressionOptions?
        /// `VdmOptions`
        public var vdmOptions: VdmOptions?
        /// `ArchivingOptions`
        public var archivingOptions: ArchivingOptions?
        /// `MessageSecurityOptions`
        public var messageSecurityOptions: MessageSecurityOptions?

        public init(
            configurationSetName: String? = nil,
            trackingOptions: TrackingOptions? = nil,
            deliveryOptions: DeliveryOptions? = nil,
            reputationOptions: ReputationOptions? = nil,
            sendingOptions: SendingOptions? = nil,
            tags: [Tag]? = nil,
            suppressionOptions: SuppressionOptions? = nil,
            vdmOptions: VdmOptions? = nil,
            archivingOptions: ArchivingOptions? = nil,
            messageSecurityOptions: MessageSecurityOptions? = nil
        ) {
            self.configurationSetName = configurationSetName
            self.trackingOptions = trackingOptions
            self.deliveryOptions = deliveryOptions
            self.reputationOptions = reputationOptions
            self.sendingOptions = sendingOptions
            self.tags = tags
            self.suppressionOptions = suppressionOptions
            self.vdmOptions = vdmOptions
            self.archivingOptions = archivingOptions
            self.messageSecurityOptions = messageSecurityOptions
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.optional("ConfigurationSetName")
            trackingOptions = decoder.optional("TrackingOptions")
            deliveryOptions = decoder.optional("DeliveryOptions")
            reputationOptions = decoder.optional("ReputationOptions")
            sendingOptions = decoder.optional("SendingOptions")
            tags = decoder.optional("Tags")
            suppressionOptions = decoder.optional("SuppressionOptions")
            vdmOptions = decoder.optional("VdmOptions")
            archivingOptions = decoder.optional("ArchivingOptions")
            messageSecurityOptions = decoder.optional("MessageSecurityOptions")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("TrackingOptions", trackingOptions)
            encoder.write("DeliveryOptions", deliveryOptions)
            encoder.write("ReputationOptions", reputationOptions)
            encoder.write("SendingOptions", sendingOptions)
            encoder.write("Tags", tags)
            encoder.write("SuppressionOptions", suppressionOptions)
            encoder.write("VdmOptions", vdmOptions)
            encoder.write("ArchivingOptions", archivingOptions)
            encoder.write("MessageSecurityOptions", messageSecurityOptions)
        }
    }

    public struct GetContactListRequest: Structure {
        /// `ContactListName`
        public var contactListName: String

        public init(contactListName: String) {
            self.contactListName = contactListName
        }

        public init(from decoder: inout ShapeDecoder) {
            contactListName = decoder.required("ContactListName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ContactListName", contactListName)
        }
    }

    public struct GetContactListResponse: Structure {
        /// `ContactListName`
        public var contactListName: String?
        /// `Topics`
        public var topics: [Topic]?
        /// `Description`
        public var description: String?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?
        /// `LastUpdatedTimestamp`
        public var lastUpdatedTimestamp: UnixTime?
        /// `Tags`
        public var tags: [Tag]?

        public init(
            contactListName: String? = nil,
            topics: [Topic]? = nil,
            description: String? = nil,
            createdTimestamp: UnixTime? = nil,
            lastUpdatedTimestamp: UnixTime? = nil,
            tags: [Tag]? = nil
        ) {
            self.contactListName = contactListName
            self.topics = topics
            self.description = description
            self.createdTimestamp = createdTimestamp
            self.lastUpdatedTimestamp = lastUpdatedTimestamp
            self.tags = tags
        }

        public init(from decoder: inout ShapeDecoder) {
            contactListName = decoder.optional("ContactListName")
            topics = decoder.optional("Topics")
            description = decoder.optional("Description")
            createdTimestamp = decoder.optional("CreatedTimestamp")
            lastUpdatedTimestamp = decoder.optional("LastUpdatedTimestamp")
            tags = decoder.optional("Tags")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ContactListName", contactListName)
            encoder.write("Topics", topics)
            encoder.write("Description", description)
            encoder.write("CreatedTimestamp", createdTimestamp)
            encoder.write("LastUpdatedTimestamp", lastUpdatedTimestamp)
            encoder.write("Tags", tags)
        }
    }

    public struct GetContactRequest: Structure {
        /// `ContactListName`
        public var contactListName: String
        /// `EmailAddress`
        public var emailAddress: String

        public init(contactListName: String, emailAddress: String) {
            self.contactListName = contactListName
            self.emailAddress = emailAddress
        }

        public init(from decoder: inout ShapeDecoder) {
            contactListName = decoder.required("ContactListName")
            emailAddress = decoder.required("EmailAddress")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ContactListName", contactListName)
            encoder.write("EmailAddress", emailAddress)
        }
    }

    public struct GetContactResponse: Structure {
        /// `ContactListName`
        public var contactListName: String?
        /// `EmailAddress`
        public var emailAddress: String?
        /// `TopicPreferences`
        public var topicPreferences: [TopicPreference]?
        /// `TopicDefaultPreferences`
        public var topicDefaultPreferences: [TopicPreference]?
        /// `UnsubscribeAll`
        public var unsubscribeAll: Bool?
        /// `AttributesData`
        public var attributesData: String?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?
        /// `LastUpdatedTimestamp`
        public var lastUpdatedTimestamp: UnixTime?

        public init(
            contactListName: String? = nil,
            emailAddress: String? = nil,
            topicPreferences: [TopicPreference]? = nil,
            topicDefaultPreferences: [TopicPreference]? = nil,
            unsubscribeAll: Bool? = nil,
            attributesData: String? = nil,
            createdTimestamp: UnixTime? = nil,
            lastUpdatedTimestamp: UnixTime? = nil
        ) {
            self.contactListName = contactListName
            self.emailAddress = emailAddress
            self.topicPreferences = topicPreferences
            self.topicDefaultPreferences = topicDefaultPreferences
            self.unsubscribeAll = unsubscribeAll
            self.attributesData = attributesData
            self.createdTimestamp = createdTimestamp
            self.lastUpdatedTimestamp = lastUpdatedTimestamp
        }

        public init(from decoder: inout ShapeDecoder) {
            contactListName = decoder.optional("ContactListName")
            emailAddress = decoder.optional("EmailAddress")
            topicPreferences = decoder.optional("TopicPreferences")
            topicDefaultPreferences = decoder.optional("TopicDefaultPreferences")
            unsubscribeAll = decoder.optional("UnsubscribeAll")
            attributesData = decoder.optional("AttributesData")
            createdTimestamp = decoder.optional("CreatedTimestamp")
            lastUpdatedTimestamp = decoder.optional("LastUpdatedTimestamp")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ContactListName", contactListName)
            encoder.write("EmailAddress", emailAddress)
            encoder.write("TopicPreferences", topicPreferences)
            encoder.write("TopicDefaultPreferences", topicDefaultPreferences)
            encoder.write("UnsubscribeAll", unsubscribeAll)
            encoder.write("AttributesData", attributesData)
            encoder.write("CreatedTimestamp", createdTimestamp)
            encoder.write("LastUpdatedTimestamp", lastUpdatedTimestamp)
        }
    }

    public struct GetCustomVerificationEmailTemplateRequest: Structure {
        /// `TemplateName`: at least 1 character
        public var templateName: String

        public init(templateName: String) {
            self.templateName = templateName
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.required("TemplateName", Bounds.emailTemplateName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
        }
    }

    public struct GetCustomVerificationEmailTemplateResponse: Structure {
        /// `TemplateName`: at least 1 character
        public var templateName: String?
        /// `FromEmailAddress`
        public var fromEmailAddress: String?
        /// `TemplateSubject`
        public var templateSubject: String?
        /// `TemplateContent`
        public var templateContent: String?
        /// `Tags`
        public var tags: [Tag]?
        /// `SuccessRedirectionURL`
        public var successRedirectionURL: String?
        /// `FailureRedirectionURL`
        public var failureRedirectionURL: String?

        public init(
            templateName: String? = nil,
            fromEmailAddress: String? = nil,
            templateSubject: String? = nil,
            templateContent: String? = nil,
            tags: [Tag]? = nil,
            successRedirectionURL: String? = nil,
            failureRedirectionURL: String? = nil
        ) {
            self.templateName = templateName
            self.fromEmailAddress = fromEmailAddress
            self.templateSubject = templateSubject
            self.templateContent = templateContent
            self.tags = tags
            self.successRedirectionURL = successRedirectionURL
            self.failureRedirectionURL = failureRedirectionURL
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.optional("TemplateName", Bounds.emailTemplateName)
            fromEmailAddress = decoder.optional("FromEmailAddress")
            templateSubject = decoder.optional("TemplateSubject")
            templateContent = decoder.optional("TemplateContent")
            tags = decoder.optional("Tags")
            successRedirectionURL = decoder.optional("SuccessRedirectionURL")
            failureRedirectionURL = decoder.optional("FailureRedirectionURL")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
            encoder.write("FromEmailAddress", fromEmailAddress)
            encoder.write("TemplateSubject", templateSubject)
            encoder.write("TemplateContent", templateContent)
            encoder.write("Tags", tags)
            encoder.write("SuccessRedirectionURL", successRedirectionURL)
            encoder.write("FailureRedirectionURL", failureRedirectionURL)
        }
    }

    public struct GetDedicatedIpPoolRequest: Structure {
        /// `PoolName`
        public var poolName: String

        public init(poolName: String) {
            self.poolName = poolName
        }

        public init(from decoder: inout ShapeDecoder) {
            poolName = decoder.required("PoolName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("PoolName", poolName)
        }
    }

    public struct GetDedicatedIpPoolResponse: Structure {
        /// `DedicatedIpPool`
        public var dedicatedIpPool: DedicatedIpPool?

        public init(dedicatedIpPool: DedicatedIpPool? = nil) {
            self.dedicatedIpPool = dedicatedIpPool
        }

        public init(from decoder: inout ShapeDecoder) {
            dedicatedIpPool = decoder.optional("DedicatedIpPool")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DedicatedIpPool", dedicatedIpPool)
        }
    }

    public struct GetDedicatedIpRequest: Structure {
        /// `Ip`
        public var ip: String

        public init(ip: String) {
            self.ip = ip
        }

        public init(from decoder: inout ShapeDecoder) {
            ip = decoder.required("Ip")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Ip", ip)
        }
    }

    public struct GetDedicatedIpResponse: Structure {
        /// `DedicatedIp`
        public var dedicatedIp: DedicatedIp?

        public init(dedicatedIp: DedicatedIp? = nil) {
            self.dedicatedIp = dedicatedIp
        }

        public init(from decoder: inout ShapeDecoder) {
            dedicatedIp = decoder.optional("DedicatedIp")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DedicatedIp", dedicatedIp)
        }
    }

    public struct GetDedicatedIpsRequest: Structure {
        /// `PoolName`
        public var poolName: String?
        /// `NextToken`
        public var nextToken: String?
        /// `PageSize`
        public var pageSize: Int?

        public init(poolName: String? = nil, nextToken: String? = nil, pageSize: Int? = nil) {
            self.poolName = poolName
            self.nextToken = nextToken
            self.pageSize = pageSize
        }

        public init(from decoder: inout ShapeDecoder) {
            poolName = decoder.optional("PoolName")
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("PoolName", poolName)
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    public struct GetDedicatedIpsResponse: Structure {
        /// `DedicatedIps`
        public var dedicatedIps: [DedicatedIp]?
        /// `NextToken`
        public var nextToken: String?

        public init(dedicatedIps: [DedicatedIp]? = nil, nextToken: String? = nil) {
            self.dedicatedIps = dedicatedIps
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            dedicatedIps = decoder.optional("DedicatedIps")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DedicatedIps", dedicatedIps)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct GetDeliverabilityDashboardOptionsRequest: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct GetDeliverabilityDashboardOptionsResponse: Structure {
        /// `DashboardEnabled`
        public var dashboardEnabled: Bool
        /// `SubscriptionExpiryDate`
        public var subscriptionExpiryDate: UnixTime?
        /// `AccountStatus`
        public var accountStatus: DeliverabilityDashboardAccountStatus?
        /// `ActiveSubscribedDomains`
        public var activeSubscribedDomains: [DomainDeliverabilityTrackingOption]?
        /// `PendingExpirationSubscribedDomains`
        public var pendingExpirationSubscribedDomains: [DomainDeliverabilityTrackingOption]?

        public init(
            dashboardEnabled: Bool,
            subscriptionExpiryDate: UnixTime? = nil,
            accountStatus: DeliverabilityDashboardAccountStatus? = nil,
            activeSubscribedDomains: [DomainDeliverabilityTrackingOption]? = nil,
            pendingExpirationSubscribedDomains: [DomainDeliverabilityTrackingOption]? = nil
        ) {
            self.dashboardEnabled = dashboardEnabled
            self.subscriptionExpiryDate = subscriptionExpiryDate
            self.accountStatus = accountStatus
            self.activeSubscribedDomains = activeSubscribedDomains
            self.pendingExpirationSubscribedDomains = pendingExpirationSubscribedDomains
        }

        public init(from decoder: inout ShapeDecoder) {
            dashboardEnabled = decoder.required("DashboardEnabled")
            subscriptionExpiryDate = decoder.optional("SubscriptionExpiryDate")
            accountStatus = decoder.optional("AccountStatus")
            activeSubscribedDomains = decoder.optional("ActiveSubscribedDomains")
            pendingExpirationSubscribedDomains =
                decoder.optional("PendingExpirationSubscribedDomains")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DashboardEnabled", dashboardEnabled)
            encoder.write("SubscriptionExpiryDate", subscriptionExpiryDate)
            encoder.write("AccountStatus", accountStatus)
            encoder.write("ActiveSubscribedDomains", activeSubscribedDomains)
            encoder.write("PendingExpirationSubscribedDomains", pendingExpirationSubscribedDomains)
        }
    }

    public struct GetDeliverabilityTestReportRequest: Structure {
        /// `ReportId`
        public var reportId: String

        public init(reportId: String) {
            self.reportId = reportId
        }

        public init(from decoder: inout ShapeDecoder) {
            reportId = decoder.required("ReportId")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReportId", reportId)
        }
    }

    public struct GetDeliverabilityTestReportResponse: Structure {
        /// `DeliverabilityTestReport`
        public var deliverabilityTestReport: DeliverabilityTestReport
        /// `OverallPlacement`
        public var overallPlacement: PlacementStatistics
        /// `IspPlacements`
        public var ispPlacements: [IspPlacement]
        /// `Message`
        public var message: String?
        /// `Tags`
        public var tags: [Tag]?

        public init(
            deliverabilityTestReport: DeliverabilityTestReport,
            overallPlacement: PlacementStatistics,
            ispPlacements: [IspPlacement],
            message: String? = nil,
            tags: [Tag]? = nil
        ) {
            self.deliverabilityTestReport = deliverabilityTestReport
            self.overallPlacement = overallPlacement
            self.ispPlacements = ispPlacements
            self.message = message
            self.tags = tags
        }

        public init(from decoder: inout ShapeDecoder) {
            deliverabilityTestReport = decoder.required("DeliverabilityTestReport")
            overallPlacement = decoder.required("OverallPlacement")
            ispPlacements = decoder.required("IspPlacements")
            message = decoder.optional("Message")
            tags = decoder.optional("Tags")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DeliverabilityTestReport", deliverabilityTestReport)
            encoder.write("OverallPlacement", overallPlacement)
            encoder.write("IspPlacements", ispPlacements)
            encoder.write("Message", message)
            encoder.write("Tags", tags)
        }
    }

    public struct GetDomainDeliverabilityCampaignRequest: Structure {
        /// `CampaignId`
        public var campaignId: String

        public init(campaignId: String) {
            self.campaignId = campaignId
        }

        public init(from decoder: inout ShapeDecoder) {
            campaignId = decoder.required("CampaignId")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("CampaignId", campaignId)
        }
    }

    public struct GetDomainDeliverabilityCampaignResponse: Structure {
        /// `DomainDeliverabilityCampaign`
        public var domainDeliverabilityCampaign: DomainDeliverabilityCampaign

        public init(domainDeliverabilityCampaign: DomainDeliverabilityCampaign) {
            self.domainDeliverabilityCampaign = domainDeliverabilityCampaign
        }

        public init(from decoder: inout ShapeDecoder) {
            domainDeliverabilityCampaign = decoder.required("DomainDeliverabilityCampaign")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DomainDeliverabilityCampaign", domainDeliverabilityCampaign)
        }
    }

    public struct GetDomainStatisticsReportRequest: Structure {
        /// `Domain`: at least 1 character
        public var domain: String
        /// `StartDate`
        public var startDate: UnixTime
        /// `EndDate`
        public var endDate: UnixTime

        public init(domain: String, startDate: UnixTime, endDate: UnixTime) {
            self.domain = domain
            self.startDate = startDate
            self.endDate = endDate
        }

        public init(from decoder: inout ShapeDecoder) {
            domain = decoder.required("Domain", Bounds.identity)
            startDate = decoder.required("StartDate")
            endDate = decoder.required("EndDate")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Domain", domain)
            encoder.write("StartDate", startDate)
            encoder.write("EndDate", endDate)
        }
    }

    public struct GetDomainStatisticsReportResponse: Structure {
        /// `OverallVolume`
        public var overallVolume: OverallVolume
        /// `DailyVolumes`
        public var dailyVolumes: [DailyVolume]

        public init(overallVolume: OverallVolume, dailyVolumes: [DailyVolume]) {
            self.overallVolume = overallVolume
            self.dailyVolumes = dailyVolumes
        }

        public init(from decoder: inout ShapeDecoder) {
            overallVolume = decoder.required("OverallVolume")
            dailyVolumes = decoder.required("DailyVolumes")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("OverallVolume", overallVolume)
            encoder.write("DailyVolumes", dailyVolumes)
        }
    }

    public struct GetEmailAddressInsightsRequest: Structure {
        /// `EmailAddress`
        public var emailAddress: String

        public init(emailAddress: String) {
            self.emailAddress = emailAddress
        }

        public init(from decoder: inout ShapeDecoder) {
            emailAddress = decoder.required("EmailAddress")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailAddress", emailAddress)
        }
    }

    public struct GetEmailAddressInsightsResponse: Structure {
        /// `MailboxValidation`
        public var mailboxValidation: MailboxValidation?

        public init(mailboxValidation: MailboxValidation? = nil) {
            self.mailboxValidation = mailboxValidation
        }

        public init(from decoder: inout ShapeDecoder) {
            mailboxValidation = decoder.optional("MailboxValidation")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MailboxValidation", mailboxValidation)
        }
    }

    public struct GetEmailIdentityPoliciesRequest: Structure {
        /// `EmailIdentity`: at least 1 character
        public var emailIdentity: String

        public init(emailIdentity: String) {
            self.emailIdentity = emailIdentity
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentity = decoder.required("EmailIdentity", Bounds.identity)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentity", emailIdentity)
        }
    }

    public struct GetEmailIdentityPoliciesResponse: Structure {
        /// `Policies`
        public var policies: [String: String]?

        public init(policies: [String: String]? = nil) {
            self.policies = policies
        }

        public init(from decoder: inout ShapeDecoder) {
            policies = decoder.optional("Policies", Bounds.policyMap)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Policies", policies)
        }
    }

    public struct GetEmailIdentityRequest: Structure {
        /// `EmailIdentity`: at least 1 character
        public var emailIdentity: String

        public init(emailIdentity: String) {
            self.emailIdentity = emailIdentity
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentity = decoder.required("EmailIdentity", Bounds.identity)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentity", emailIdentity)
        }
    }

    public struct GetEmailIdentityResponse: Structure {
        /// `IdentityType`
        public var identityType: IdentityType?
        /// `FeedbackForwardingStatus`
        public var feedbackForwardingStatus: Bool?
        /// `VerifiedForSendingStatus`
        public var verifiedForSendingStatus: Bool?
        /// `DkimAttributes`
        public var dkimAttributes: DkimAttributes?
        /// `MailFromAttributes`
        public var mailFromAttributes: MailFromAttributes?
        /// `Policies`
        public var policies: [String: String]?
        /// `Tags`
        public var tags: [Tag]?
        /// `ConfigurationSetName`
        public var configurationSetName: String?
        /// `VerificationStatus`
        public var verificationStatus: VerificationStatus?
        /// `VerificationInfo`
        public var verificationInfo: VerificationInfo?

        public init(
            identityType: IdentityType? = nil,
            feedbackForwardingStatus: Bool? = nil,
            verifiedForSendingStatus: Bool? = nil,
            dkimAttributes: DkimAttributes? = nil,
            mailFromAttributes: MailFromAttributes? = nil,
            policies: [String: String]? = nil,
            tags: [Tag]? = nil,
            configurationSetName: String? = nil,
            verificationStatus: VerificationStatus? = nil,
            verificationInfo: VerificationInfo? = nil
        ) {
            self.identityType = identityType
            self.feedbackForwardingStatus = feedbackForwardingStatus
            self.verifiedForSendingStatus = verifiedForSendingStatus
            self.dkimAttributes = dkimAttributes
            self.mailFromAttributes = mailFromAttributes
            self.policies = policies
            self.tags = tags
            self.configurationSetName = configurationSetName
            self.verificationStatus = verificationStatus
            self.verificationInfo = verificationInfo
        }

        public init(from decoder: inout ShapeDecoder) {
            identityType = decoder.optional("IdentityType")
            feedbackForwardingStatus = decoder.optional("FeedbackForwardingStatus")
            verifiedForSendingStatus = decoder.optional("VerifiedForSendingStatus")
            dkimAttributes = decoder.optional("DkimAttributes")
            mailFromAttributes = decoder.optional("MailFromAttributes")
            policies = decoder.optional("Policies", Bounds.policyMap)
            tags = decoder.optional("Tags")
            configurationSetName = decoder.optional("ConfigurationSetName")
            verificationStatus = decoder.optional("VerificationStatus")
            verificationInfo = decoder.optional("VerificationInfo")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("IdentityType", identityType)
            encoder.write("FeedbackForwardingStatus", feedbackForwardingStatus)
            encoder.write("VerifiedForSendingStatus", verifiedForSendingStatus)
            encoder.write("DkimAttributes", dkimAttributes)
            encoder.write("MailFromAttributes", mailFromAttributes)
            encoder.write("Policies", policies)
            encoder.write("Tags", tags)
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("VerificationStatus", verificationStatus)
            encoder.write("VerificationInfo", verificationInfo)
        }
    }

    public struct GetEmailTemplateRequest: Structure {
        /// `TemplateName`: at least 1 character
        public var templateName: String

        public init(templateName: String) {
            self.templateName = templateName
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.required("TemplateName", Bounds.emailTemplateName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
        }
    }

    public struct GetEmailTemplateResponse: Structure {
        /// `TemplateName`: at least 1 character
        public var templateName: String
        /// `TemplateContent`
        public var templateContent: EmailTemplateContent
        /// `Tags`
        public var tags: [Tag]?

        public init(
            templateName: String,
            templateContent: EmailTemplateContent,
            tags: [Tag]? = nil
        ) {
            self.templateName = templateName
            self.templateContent = templateContent
            self.tags = tags
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.required("TemplateName", Bounds.emailTemplateName)
            templateContent = decoder.required("TemplateContent")
            tags = decoder.optional("Tags")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
            encoder.write("TemplateContent", templateContent)
            encoder.write("Tags", tags)
        }
    }

    public struct GetExportJobRequest: Structure {
        /// `JobId`: at least 1 character
        public var jobId: String

        public init(jobId: String) {
            self.jobId = jobId
        }

        public init(from decoder: inout ShapeDecoder) {
            jobId = decoder.required("JobId", Bounds.jobId)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("JobId", jobId)
        }
    }

    public struct GetExportJobResponse: Structure {
        /// `JobId`: at least 1 character
        public var jobId: String?
        /// `ExportSourceType`
        public var exportSourceType: ExportSourceType?
        /// `JobStatus`
        public var jobStatus: JobStatus?
        /// `ExportDestination`
        public var exportDestination: ExportDestination?
        /// `ExportDataSource`
        public var exportDataSource: ExportDataSource?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?
        /// `CompletedTimestamp`
        public var completedTimestamp: UnixTime?
        /// `FailureInfo`
        public var failureInfo: FailureInfo?
        /// `Statistics`
        public var statistics: ExportStatistics?

        public init(
            jobId: String? = nil,
            exportSourceType: ExportSourceType? = nil,
            jobStatus: JobStatus? = nil,
            exportDestination: ExportDestination? = nil,
            exportDataSource: ExportDataSource? = nil,
            createdTimestamp: UnixTime? = nil,
            completedTimestamp: UnixTime? = nil,
            failureInfo: FailureInfo? = nil,
            statistics: ExportStatistics? = nil
        ) {
            self.jobId = jobId
            self.exportSourceType = exportSourceType
            self.jobStatus = jobStatus
            self.exportDestination = exportDestination
            self.exportDataSource = exportDataSource
            self.createdTimestamp = createdTimestamp
            self.completedTimestamp = completedTimestamp
            self.failureInfo = failureInfo
            self.statistics = statistics
        }

        public init(from decoder: inout ShapeDecoder) {
            jobId = decoder.optional("JobId", Bounds.jobId)
            exportSourceType = decoder.optional("ExportSourceType")
            jobStatus = decoder.optional("JobStatus")
            exportDestination = decoder.optional("ExportDestination")
            exportDataSource = decoder.optional("ExportDataSource")
            createdTimestamp = decoder.optional("CreatedTimestamp")
            completedTimestamp = decoder.optional("CompletedTimestamp")
            failureInfo = decoder.optional("FailureInfo")
            statistics = decoder.optional("Statistics")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("JobId", jobId)
            encoder.write("ExportSourceType", exportSourceType)
            encoder.write("JobStatus", jobStatus)
            encoder.write("ExportDestination", exportDestination)
            encoder.write("ExportDataSource", exportDataSource)
            encoder.write("CreatedTimestamp", createdTimestamp)
            encoder.write("CompletedTimestamp", completedTimestamp)
            encoder.write("FailureInfo", failureInfo)
            encoder.write("Statistics", statistics)
        }
    }

    public struct GetImportJobRequest: Structure {
        /// `JobId`: at least 1 character
        public var jobId: String

        public init(jobId: String) {
            self.jobId = jobId
        }

        public init(from decoder: inout ShapeDecoder) {
            jobId = decoder.required("JobId", Bounds.jobId)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("JobId", jobId)
        }
    }

    public struct GetImportJobResponse: Structure {
        /// `JobId`: at least 1 character
        public var jobId: String?
        /// `ImportDestination`
        public var importDestination: ImportDestination?
        /// `ImportDataSource`
        public var importDataSource: ImportDataSource?
        /// `FailureInfo`
        public var failureInfo: FailureInfo?
        /// `JobStatus`
        public var jobStatus: JobStatus?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?
        /// `CompletedTimestamp`
        public var completedTimestamp: UnixTime?
        /// `ProcessedRecordsCount`
        public var processedRecordsCount: Int?
        /// `FailedRecordsCount`
        public var failedRecordsCount: Int?

        public init(
            jobId: String? = nil,
            importDestination: ImportDestination? = nil,
            importDataSource: ImportDataSource? = nil,
            failureInfo: FailureInfo? = nil,
            jobStatus: JobStatus? = nil,
            createdTimestamp: UnixTime? = nil,
            completedTimestamp: UnixTime? = nil,
            processedRecordsCount: Int? = nil,
            failedRecordsCount: Int? = nil
        ) {
            self.jobId = jobId
            self.importDestination = importDestination
            self.importDataSource = importDataSource
            self.failureInfo = failureInfo
            self.jobStatus = jobStatus
            self.createdTimestamp = createdTimestamp
            self.completedTimestamp = completedTimestamp
            self.processedRecordsCount = processedRecordsCount
            self.failedRecordsCount = failedRecordsCount
        }

        public init(from decoder: inout ShapeDecoder) {
            jobId = decoder.optional("JobId", Bounds.jobId)
            importDestination = decoder.optional("ImportDestination")
            importDataSource = decoder.optional("ImportDataSource")
            failureInfo = decoder.optional("FailureInfo")
            jobStatus = decoder.optional("JobStatus")
            createdTimestamp = decoder.optional("CreatedTimestamp")
            completedTimestamp = decoder.optional("CompletedTimestamp")
            processedRecordsCount = decoder.optional("ProcessedRecordsCount")
            failedRecordsCount = decoder.optional("FailedRecordsCount")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("JobId", jobId)
            encoder.write("ImportDestination", importDestination)
            encoder.write("ImportDataSource", importDataSource)
            encoder.write("FailureInfo", failureInfo)
            encoder.write("JobStatus", jobStatus)
            encoder.write("CreatedTimestamp", createdTimestamp)
            encoder.write("CompletedTimestamp", completedTimestamp)
            encoder.write("ProcessedRecordsCount", processedRecordsCount)
            encoder.write("FailedRecordsCount", failedRecordsCount)
        }
    }

    public struct GetMessageInsightsRequest: Structure {
        /// `MessageId`
        public var messageId: String

        public init(messageId: String) {
            self.messageId = messageId
        }

        public init(from decoder: inout ShapeDecoder) {
            messageId = decoder.required("MessageId")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MessageId", messageId)
        }
    }

    public struct GetMessageInsightsResponse: Structure {
        /// `MessageId`
        public var messageId: String?
        /// `FromEmailAddress`: 1 to 320 characters
        public var fromEmailAddress: String?
        /// `Subject`: 1 to 998 characters
        public var subject: String?
        /// `EmailTags`
        public var emailTags: [MessageTag]?
        /// `Insights`
        public var insights: [EmailInsights]?

        public init(
            messageId: String? = nil,
            fromEmailAddress: String? = nil,
            subject: String? = nil,
            emailTags: [MessageTag]? = nil,
            insights: [EmailInsights]? = nil
        ) {
            self.messageId = messageId
            self.fromEmailAddress = fromEmailAddress
            self.subject = subject
            self.emailTags = emailTags
            self.insights = insights
        }

        public init(from decoder: inout ShapeDecoder) {
            messageId = decoder.optional("MessageId")
            fromEmailAddress = decoder.optional("FromEmailAddress", Bounds.insightsEmailAddress)
            subject = decoder.optional("Subject", Bounds.emailSubject)
            emailTags = decoder.optional("EmailTags")
            insights = decoder.optional("Insights")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MessageId", messageId)
            encoder.write("FromEmailAddress", fromEmailAddress)
            encoder.write("Subject", subject)
            encoder.write("EmailTags", emailTags)
            encoder.write("Insights", insights)
        }
    }

    public struct GetMultiRegionEndpointRequest: Structure {
        /// `EndpointName`: 1 to 64 characters
        public var endpointName: String

        public init(endpointName: String) {
            self.endpointName = endpointName
        }

        public init(from decoder: inout ShapeDecoder) {
            endpointName = decoder.required("EndpointName", Bounds.endpointName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EndpointName", endpointName)
        }
    }

    public struct GetMultiRegionEndpointResponse: Structure {
        /// `EndpointName`: 1 to 64 characters
        public var endpointName: String?
        /// `EndpointId`
        public var endpointId: String?
        /// `Routes`
        public var routes: [Route]?
        /// `Status`
        public var status: Status?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?
        /// `LastUpdatedTimestamp`
        public var lastUpdatedTimestamp: UnixTime?

        public init(
            endpointName: String? = nil,
            endpointId: String? = nil,
            routes: [Route]? = nil,
            status: Status? = nil,
            createdTimestamp: UnixTime? = nil,
            lastUpdatedTimestamp: UnixTime? = nil
        ) {
            self.endpointName = endpointName
            self.endpointId = endpointId
            self.routes = routes
            self.status = status
            self.createdTimestamp = createdTimestamp
            self.lastUpdatedTimestamp = lastUpdatedTimestamp
        }

        public init(from decoder: inout ShapeDecoder) {
            endpointName = decoder.optional("EndpointName", Bounds.endpointName)
            endpointId = decoder.optional("EndpointId")
            routes = decoder.optional("Routes")
            status = decoder.optional("Status")
            createdTimestamp = decoder.optional("CreatedTimestamp")
            lastUpdatedTimestamp = decoder.optional("LastUpdatedTimestamp")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EndpointName", endpointName)
            encoder.write("EndpointId", endpointId)
            encoder.write("Routes", routes)
            encoder.write("Status", status)
            encoder.write("CreatedTimestamp", createdTimestamp)
            encoder.write("LastUpdatedTimestamp", lastUpdatedTimestamp)
        }
    }

    public struct GetReputationEntityRequest: Structure {
        /// `ReputationEntityReference`: at least 1 character
        public var reputationEntityReference: String
        /// `ReputationEntityType`
        public var reputationEntityType: ReputationEntityType

        public init(reputationEntityReference: String, reputationEntityType: ReputationEntityType) {
            self.reputationEntityReference = reputationEntityReference
            self.reputationEntityType = reputationEntityType
        }

        public init(from decoder: inout ShapeDecoder) {
            reputationEntityReference =
                decoder.required("ReputationEntityReference", Bounds.reputationEntityReference)
            reputationEntityType = decoder.required("ReputationEntityType")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReputationEntityReference", reputationEntityReference)
            encoder.write("ReputationEntityType", reputationEntityType)
        }
    }

    public struct GetReputationEntityResponse: Structure {
        /// `ReputationEntity`
        public var reputationEntity: ReputationEntity?

        public init(reputationEntity: ReputationEntity? = nil) {
            self.reputationEntity = reputationEntity
        }

        public init(from decoder: inout ShapeDecoder) {
            reputationEntity = decoder.optional("ReputationEntity")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReputationEntity", reputationEntity)
        }
    }

    public struct GetSuppressedDestinationRequest: Structure {
        /// `EmailAddress`
        public var emailAddress: String
        /// `TenantName`: at least 1 character
        public var tenantName: String?

        public init(emailAddress: String, tenantName: String? = nil) {
            self.emailAddress = emailAddress
            self.tenantName = tenantName
        }

        public init(from decoder: inout ShapeDecoder) {
            emailAddress = decoder.required("EmailAddress")
            tenantName = decoder.optional("TenantName", Bounds.tenantName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailAddress", emailAddress)
            encoder.write("TenantName", tenantName)
        }
    }

    public struct GetSuppressedDestinationResponse: Structure {
        /// `SuppressedDestination`
        public var suppressedDestination: SuppressedDestination

        public init(suppressedDestination: SuppressedDestination) {
            self.suppressedDestination = suppressedDestination
        }

        public init(from decoder: inout ShapeDecoder) {
            suppressedDestination = decoder.required("SuppressedDestination")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("SuppressedDestination", suppressedDestination)
        }
    }

    public struct GetTenantRequest: Structure {
        /// `TenantName`: at least 1 character
        public var tenantName: String

        public init(tenantName: String) {
            self.tenantName = tenantName
        }

        public init(from decoder: inout ShapeDecoder) {
            tenantName = decoder.required("TenantName", Bounds.tenantName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TenantName", tenantName)
        }
    }

    public struct GetTenantResponse: Structure {
        /// `Tenant`
        public var tenant: Tenant?

        public init(tenant: Tenant? = nil) {
            self.tenant = tenant
        }

        public init(from decoder: inout ShapeDecoder) {
            tenant = decoder.optional("Tenant")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Tenant", tenant)
        }
    }

    public struct GuardianAttributes: Structure {
        /// `OptimizedSharedDelivery`
        public var optimizedSharedDelivery: FeatureStatus?

        public init(optimizedSharedDelivery: FeatureStatus? = nil) {
            self.optimizedSharedDelivery = optimizedSharedDelivery
        }

        public init(from decoder: inout ShapeDecoder) {
            optimizedSharedDelivery = decoder.optional("OptimizedSharedDelivery")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("OptimizedSharedDelivery", optimizedSharedDelivery)
        }
    }

    public struct GuardianOptions: Structure {
        /// `OptimizedSharedDelivery`
        public var optimizedSharedDelivery: FeatureStatus?

        public init(optimizedSharedDelivery: FeatureStatus? = nil) {
            self.optimizedSharedDelivery = optimizedSharedDelivery
        }

        public init(from decoder: inout ShapeDecoder) {
            optimizedSharedDelivery = decoder.optional("OptimizedSharedDelivery")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("OptimizedSharedDelivery", optimizedSharedDelivery)
        }
    }
}
