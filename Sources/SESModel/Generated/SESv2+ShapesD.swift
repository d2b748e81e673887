// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv2 {
    public struct DailyVolume: Structure {
        /// `StartDate`
        public var startDate: UnixTime?
        /// `VolumeStatistics`
        public var volumeStatistics: VolumeStatistics?
        /// `DomainIspPlacements`
        public var domainIspPlacements: [DomainIspPlacement]?

        public init(
            startDate: UnixTime? = nil,
            volumeStatistics: VolumeStatistics? = nil,
            domainIspPlacements: [DomainIspPlacement]? = nil
        ) {
            self.startDate = startDate
            self.volumeStatistics = volumeStatistics
            self.domainIspPlacements = domainIspPlacements
        }

        public init(from decoder: inout ShapeDecoder) {
            startDate = decoder.optional("StartDate")
            volumeStatistics = decoder.optional("VolumeStatistics")
            domainIspPlacements = decoder.optional("DomainIspPlacements")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("StartDate", startDate)
            encoder.write("VolumeStatistics", volumeStatistics)
            encoder.write("DomainIspPlacements", domainIspPlacements)
        }
    }

    public struct DashboardAttributes: Structure {
        /// `EngagementMetrics`
        public var engagementMetrics: FeatureStatus?

        public init(engagementMetrics: FeatureStatus? = nil) {
            self.engagementMetrics = engagementMetrics
        }

        public init(from decoder: inout ShapeDecoder) {
            engagementMetrics = decoder.optional("EngagementMetrics")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EngagementMetrics", engagementMetrics)
        }
    }

    public struct DashboardOptions: Structure {
        /// `EngagementMetrics`
        public var engagementMetrics: FeatureStatus?

        public init(engagementMetrics: FeatureStatus? = nil) {
            self.engagementMetrics = engagementMetrics
        }

        public init(from decoder: inout ShapeDecoder) {
            engagementMetrics = decoder.optional("EngagementMetrics")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EngagementMetrics", engagementMetrics)
        }
    }

    public struct DedicatedIp: Structure {
        /// `Ip`
        public var ip: String
        /// `WarmupStatus`
        public var warmupStatus: WarmupStatus
        /// `WarmupPercentage`
        public var warmupPercentage: Int
        /// `PoolName`
        public var poolName: String?

        public init(
            ip: String,
            warmupStatus: WarmupStatus,
            warmupPercentage: Int,
            poolName: String? = nil
        ) {
            self.ip = ip
            self.warmupStatus = warmupStatus
            self.warmupPercentage = warmupPercentage
            self.poolName = poolName
        }

        public init(from decoder: inout ShapeDecoder) {
            ip = decoder.required("Ip")
            warmupStatus = decoder.required("WarmupStatus")
            warmupPercentage = decoder.required("WarmupPercentage")
            poolName = decoder.optional("PoolName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Ip", ip)
            encoder.write("WarmupStatus", warmupStatus)
            encoder.write("WarmupPercentage", warmupPercentage)
            encoder.write("PoolName", poolName)
        }
    }

    public struct DedicatedIpPool: Structure {
        /// `PoolName`
        public var poolName: String
        /// `ScalingMode`
        public var scalingMode: ScalingMode

        public init(poolName: String, scalingMode: ScalingMode) {
            self.poolName = poolName
            self.scalingMode = scalingMode
        }

        public init(from decoder: inout ShapeDecoder) {
            poolName = decoder.required("PoolName")
            scalingMode = decoder.required("ScalingMode")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("PoolName", poolName)
            encoder.write("ScalingMode", scalingMode)
        }
    }

    public struct DefaultSigningScheme: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteConfigurationSetEventDestinationRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `EventDestinationName`
        public var eventDestinationName: String

        public init(configurationSetName: String, eventDestinationName: String) {
            self.configurationSetName = configurationSetName
            self.eventDestinationName = eventDestinationName
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            eventDestinationName = decoder.required("EventDestinationName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("EventDestinationName", eventDestinationName)
        }
    }

    public struct DeleteConfigurationSetEventDestinationResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteConfigurationSetRequest: Structure {
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

    public struct DeleteConfigurationSetResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteContactListRequest: Structure {
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

    public struct DeleteContactListResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteContactRequest: Structure {
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

    public struct DeleteContactResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteCustomVerificationEmailTemplateRequest: Structure {
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

    public struct DeleteCustomVerificationEmailTemplateResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteDedicatedIpPoolRequest: Structure {
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

    public struct DeleteDedicatedIpPoolResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteEmailIdentityPolicyRequest: Structure {
        /// `EmailIdentity`: at least 1 character
        public var emailIdentity: String
        /// `PolicyName`: 1 to 64 characters
        public var policyName: String

        public init(emailIdentity: String, policyName: String) {
            self.emailIdentity = emailIdentity
            self.policyName = policyName
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentity = decoder.required("EmailIdentity", Bounds.identity)
            policyName = decoder.required("PolicyName", Bounds.policyName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentity", emailIdentity)
            encoder.write("PolicyName", policyName)
        }
    }

    public struct DeleteEmailIdentityPolicyResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteEmailIdentityRequest: Structure {
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

    public struct DeleteEmailIdentityResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteEmailTemplateRequest: Structure {
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

    public struct DeleteEmailTemplateResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteMultiRegionEndpointRequest: Structure {
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

    public struct DeleteMultiRegionEndpointResponse: Structure {
        /// `Status`
        public var status: Status?

        public init(status: Status? = nil) {
            self.status = status
        }

        public init(from decoder: inout ShapeDecoder) {
            status = decoder.optional("Status")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Status", status)
        }
    }

    public struct DeleteSuppressedDestinationRequest: Structure {
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

    public struct DeleteSuppressedDestinationResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteTenantRequest: Structure {
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

    public struct DeleteTenantResourceAssociationRequest: Structure {
        /// `TenantName`: at least 1 character
        public var tenantName: String
        /// `ResourceArn`: at least 1 character
        public var resourceArn: String

        public init(tenantName: String, resourceArn: String) {
            self.tenantName = tenantName
            self.resourceArn = resourceArn
        }

        public init(from decoder: inout ShapeDecoder) {
            tenantName = decoder.required("TenantName", Bounds.tenantName)
            resourceArn = decoder.required("ResourceArn", Bounds.amazonResourceName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TenantName", tenantName)
            encoder.write("ResourceArn", resourceArn)
        }
    }

    public struct DeleteTenantResourceAssociationResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteTenantResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeliverabilityTestReport: Structure {
        /// `ReportId`
        public var reportId: String?
        /// `ReportName`
        public var reportName: String?
        /// `Subject`
        public var subject: String?
        /// `FromEmailAddress`
        public var fromEmailAddress: String?
        /// `CreateDate`
        public var createDate: UnixTime?
        /// `DeliverabilityTestStatus`
        public var deliverabilityTestStatus: DeliverabilityTestStatus?

        public init(
            reportId: String? = nil,
            reportName: String? = nil,
            subject: String? = nil,
            fromEmailAddress: String? = nil,
            createDate: UnixTime? = nil,
            deliverabilityTestStatus: DeliverabilityTestStatus? = nil
        ) {
            self.reportId = reportId
            self.reportName = reportName
            self.subject = subject
            self.fromEmailAddress = fromEmailAddress
            self.createDate = createDate
            self.deliverabilityTestStatus = deliverabilityTestStatus
        }

        public init(from decoder: inout ShapeDecoder) {
            reportId = decoder.optional("ReportId")
            reportName = decoder.optional("ReportName")
            subject = decoder.optional("Subject")
            fromEmailAddress = decoder.optional("FromEmailAddress")
            createDate = decoder.optional("CreateDate")
            deliverabilityTestStatus = decoder.optional("DeliverabilityTestStatus")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReportId", reportId)
            encoder.write("ReportName", reportName)
            encoder.write("Subject", subject)
            encoder.write("FromEmailAddress", fromEmailAddress)
            encoder.write("CreateDate", createDate)
            encoder.write("DeliverabilityTestStatus", deliverabilityTestStatus)
        }
    }

    public struct DeliveryOptions: Structure {
        /// `TlsPolicy`
        public var tlsPolicy: TlsPolicy?
        /// `SendingPoolName`
        public var sendingPoolName: String?
        /// `MaxDeliverySeconds`: 300 to 50400
        public var maxDeliverySeconds: Int?

        public init(
            tlsPolicy: TlsPolicy? = nil,
            sendingPoolName: String? = nil,
            maxDeliverySeconds: Int? = nil
        ) {
            self.tlsPolicy = tlsPolicy
            self.sendingPoolName = sendingPoolName
            self.maxDeliverySeconds = maxDeliverySeconds
        }

        public init(from decoder: inout ShapeDecoder) {
            tlsPolicy = decoder.optional("TlsPolicy")
            sendingPoolName = decoder.optional("SendingPoolName")
            maxDeliverySeconds = decoder.optional("MaxDeliverySeconds", Bounds.maxDeliverySeconds)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TlsPolicy", tlsPolicy)
            encoder.write("SendingPoolName", sendingPoolName)
            encoder.write("MaxDeliverySeconds", maxDeliverySeconds)
        }
    }

    public struct Destination: Structure {
        /// `ToAddresses`
        public var toAddresses: [String]?
        /// `CcAddresses`
        public var ccAddresses: [String]?
        /// `BccAddresses`
        public var bccAddresses: [String]?

        public init(
            toAddresses: [String]? = nil,
            ccAddresses: [String]? = nil,
            bccAddresses: [String]? = nil
        ) {
            self.toAddresses = toAddresses
            self.ccAddresses = ccAddresses
            self.bccAddresses = bccAddresses
        }

        public init(from decoder: inout ShapeDecoder) {
            toAddresses = decoder.optional("ToAddresses")
            ccAddresses = decoder.optional("CcAddresses")
            bccAddresses = decoder.optional("BccAddresses")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ToAddresses", toAddresses)
            encoder.write("CcAddresses", ccAddresses)
            encoder.write("BccAddresses", bccAddresses)
        }
    }

    public struct Details: Structure {
        /// `RoutesDetails`
        public var routesDetails: [RouteDetails]

        public init(routesDetails: [RouteDetails]) {
            self.routesDetails = routesDetails
        }

        public init(from decoder: inout ShapeDecoder) {
            routesDetails = decoder.required("RoutesDetails")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RoutesDetails", routesDetails)
        }
    }

    public struct DisassociateEmailIdentityCertificateRequest: Structure {
        /// `EmailIdentity`: at least 1 character
        public var emailIdentity: String
        /// `FromAddress`
        public var fromAddress: String?

        public init(emailIdentity: String, fromAddress: String? = nil) {
            self.emailIdentity = emailIdentity
            self.fromAddress = fromAddress
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentity = decoder.required("EmailIdentity", Bounds.identity)
            fromAddress = decoder.optional("FromAddress")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentity", emailIdentity)
            encoder.write("FromAddress", fromAddress)
        }
    }

    public struct DisassociateEmailIdentityCertificateResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DkimAttributes: Structure {
        /// `SigningEnabled`
        public var signingEnabled: Bool?
        /// `Status`
        public var status: DkimStatus?
        /// `Tokens`
        public var tokens: [String]?
        /// `SigningHostedZone`
        public var signingHostedZone: String?
        /// `SigningAttributesOrigin`
        public var signingAttributesOrigin: DkimSigningAttributesOrigin?
        /// `NextSigningKeyLength`
        public var nextSigningKeyLength: DkimSigningKeyLength?
        /// `CurrentSigningKeyLength`
        public var currentSigningKeyLength: DkimSigningKeyLength?
        /// `LastKeyGenerationTimestamp`
        public var lastKeyGenerationTimestamp: UnixTime?

        public init(
            signingEnabled: Bool? = nil,
            status: DkimStatus? = nil,
            tokens: [String]? = nil,
            signingHostedZone: String? = nil,
            signingAttributesOrigin: DkimSigningAttributesOrigin? = nil,
            nextSigningKeyLength: DkimSigningKeyLength? = nil,
            currentSigningKeyLength: DkimSigningKeyLength? = nil,
            lastKeyGenerationTimestamp: UnixTime? = nil
        ) {
            self.signingEnabled = signingEnabled
            self.status = status
            self.tokens = tokens
            self.signingHostedZone = signingHostedZone
            self.signingAttributesOrigin = signingAttributesOrigin
            self.nextSigningKeyLength = nextSigningKeyLength
            self.currentSigningKeyLength = currentSigningKeyLength
            self.lastKeyGenerationTimestamp = lastKeyGenerationTimestamp
        }

        public init(from decoder: inout ShapeDecoder) {
            signingEnabled = decoder.optional("SigningEnabled")
            status = decoder.optional("Status")
            tokens = decoder.optional("Tokens")
            signingHostedZone = decoder.optional("SigningHostedZone")
            signingAttributesOrigin = decoder.optional("SigningAttributesOrigin")
            nextSigningKeyLength = decoder.optional("NextSigningKeyLength")
            currentSigningKeyLength = decoder.optional("CurrentSigningKeyLength")
            lastKeyGenerationTimestamp = decoder.optional("LastKeyGenerationTimestamp")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("SigningEnabled", signingEnabled)
            encoder.write("Status", status)
            encoder.write("Tokens", tokens)
            encoder.write("SigningHostedZone", signingHostedZone)
            encoder.write("SigningAttributesOrigin", signingAttributesOrigin)
            encoder.write("NextSigningKeyLength", nextSigningKeyLength)
            encoder.write("CurrentSigningKeyLength", currentSigningKeyLength)
            encoder.write("LastKeyGenerationTimestamp", lastKeyGenerationTimestamp)
        }
    }

    public struct DkimSigningAttributes: Structure {
        /// `DomainSigningSelector`: 1 to 63 characters
        public var domainSigningSelector: String?
        /// `DomainSigningPrivateKey`: 1 to 20480 characters
        public var domainSigningPrivateKey: String?
        /// `NextSigningKeyLength`
        public var nextSigningKeyLength: DkimSigningKeyLength?
        /// `DomainSigningAttributesOrigin`
        public var domainSigningAttributesOrigin: DkimSigningAttributesOrigin?

        public init(
            domainSigningSelector: String? = nil,
            domainSigningPrivateKey: String? = nil,
            nextSigningKeyLength: DkimSigningKeyLength? = nil,
            domainSigningAttributesOrigin: DkimSigningAttributesOrigin? = nil
        ) {
            self.domainSigningSelector = domainSigningSelector
            self.domainSigningPrivateKey = domainSigningPrivateKey
            self.nextSigningKeyLength = nextSigningKeyLength
            self.domainSigningAttributesOrigin = domainSigningAttributesOrigin
        }

        public init(from decoder: inout ShapeDecoder) {
            domainSigningSelector = decoder.optional("DomainSigningSelector", Bounds.selector)
            domainSigningPrivateKey = decoder.optional("DomainSigningPrivateKey", Bounds.privateKey)
            nextSigningKeyLength = decoder.optional("NextSigningKeyLength")
            domainSigningAttributesOrigin = decoder.optional("DomainSigningAttributesOrigin")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DomainSigningSelector", domainSigningSelector)
            encoder.write("DomainSigningPrivateKey", domainSigningPrivateKey)
            encoder.write("NextSigningKeyLength", nextSigningKeyLength)
            encoder.write("DomainSigningAttributesOrigin", domainSigningAttributesOrigin)
        }
    }

    public struct DomainDeliverabilityCampaign: Structure {
        /// `CampaignId`
        public var campaignId: String?
        /// `ImageUrl`
        public var imageUrl: String?
        /// `Subject`
        public var subject: String?
        /// `FromAddress`: at least 1 character
        public var fromAddress: String?
        /// `SendingIps`
        public var sendingIps: [String]?
        /// `FirstSeenDateTime`
        public var firstSeenDateTime: UnixTime?
        /// `LastSeenDateTime`
        public var lastSeenDateTime: UnixTime?
        /// `InboxCount`
        public var inboxCount: Int?
        /// `SpamCount`
        public var spamCount: Int?
        /// `ReadRate`
        public var readRate: Double?
        /// `DeleteRate`
        public var deleteRate: Double?
        /// `ReadDeleteRate`
        public var readDeleteRate: Double?
        /// `ProjectedVolume`
        public var projectedVolume: Int?
        /// `Esps`
        public var esps: [String]?

        public init(
            campaignId: String? = nil,
            imageUrl: String? = nil,
            subject: String? = nil,
            fromAddress: String? = nil,
            sendingIps: [String]? = nil,
            firstSeenDateTime: UnixTime? = nil,
            lastSeenDateTime: UnixTime? = nil,
            inboxCount: Int? = nil,
            spamCount: Int? = nil,
            readRate: Double? = nil,
            deleteRate: Double? = nil,
            readDeleteRate: Double? = nil,
            projectedVolume: Int? = nil,
            esps: [String]? = nil
        ) {
            self.campaignId = campaignId
            self.imageUrl = imageUrl
            self.subject = subject
            self.fromAddress = fromAddress
            self.sendingIps = sendingIps
            self.firstSeenDateTime = firstSeenDateTime
            self.lastSeenDateTime = lastSeenDateTime
            self.inboxCount = inboxCount
            self.spamCount = spamCount
            self.readRate = readRate
            self.deleteRate = deleteRate
            self.readDeleteRate = readDeleteRate
            self.projectedVolume = projectedVolume
            self.esps = esps
        }

        public init(from decoder: inout ShapeDecoder) {
            campaignId = decoder.optional("CampaignId")
            imageUrl = decoder.optional("ImageUrl")
            subject = decoder.optional("Subject")
            fromAddress = decoder.optional("FromAddress", Bounds.identity)
            sendingIps = decoder.optional("SendingIps")
            firstSeenDateTime = decoder.optional("FirstSeenDateTime")
            lastSeenDateTime = decoder.optional("LastSeenDateTime")
            inboxCount = decoder.optional("InboxCount")
            spamCount = decoder.optional("SpamCount")
            readRate = decoder.optional("ReadRate")
            deleteRate = decoder.optional("DeleteRate")
            readDeleteRate = decoder.optional("ReadDeleteRate")
            projectedVolume = decoder.optional("ProjectedVolume")
            esps = decoder.optional("Esps")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("CampaignId", campaignId)
            encoder.write("ImageUrl", imageUrl)
            encoder.write("Subject", subject)
            encoder.write("FromAddress", fromAddress)
            encoder.write("SendingIps", sendingIps)
            encoder.write("FirstSeenDateTime", firstSeenDateTime)
            encoder.write("LastSeenDateTime", lastSeenDateTime)
            encoder.write("InboxCount", inboxCount)
            encoder.write("SpamCount", spamCount)
            encoder.write("ReadRate", readRate)
            encoder.write("DeleteRate", deleteRate)
            encoder.write("ReadDeleteRate", readDeleteRate)
            encoder.write("ProjectedVolume", projectedVolume)
            encoder.write("Esps", esps)
        }
    }

    public struct DomainDeliverabilityTrackingOption: Structure {
        /// `Domain`
        public var domain: String?
        /// `SubscriptionStartDate`
        public var subscriptionStartDate: UnixTime?
        /// `InboxPlacementTrackingOption`
        public var inboxPlacementTrackingOption: InboxPlacementTrackingOption?

        public init(
            domain: String? = nil,
            subscriptionStartDate: UnixTime? = nil,
            inboxPlacementTrackingOption: InboxPlacementTrackingOption? = nil
        ) {
            self.domain = domain
            self.subscriptionStartDate = subscriptionStartDate
            self.inboxPlacementTrackingOption = inboxPlacementTrackingOption
        }

        public init(from decoder: inout ShapeDecoder) {
            domain = decoder.optional("Domain")
            subscriptionStartDate = decoder.optional("SubscriptionStartDate")
            inboxPlacementTrackingOption = decoder.optional("InboxPlacementTrackingOption")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Domain", domain)
            encoder.write("SubscriptionStartDate", subscriptionStartDate)
            encoder.write("InboxPlacementTrackingOption", inboxPlacementTrackingOption)
        }
    }

    public struct DomainIspPlacement: Structure {
        /// `IspName`
        public var ispName: String?
        /// `InboxRawCount`
        public var inboxRawCount: Int?
        /// `SpamRawCount`
        public var spamRawCount: Int?
        /// `InboxPercentage`
        public var inboxPercentage: Double?
        /// `SpamPercentage`
        public var spamPercentage: Double?

        public init(
            ispName: String? = nil,
            inboxRawCount: Int? = nil,
            spamRawCount: Int? = nil,
            inboxPercentage: Double? = nil,
            spamPercentage: Double? = nil
        ) {
            self.ispName = ispName
            self.inboxRawCount = inboxRawCount
            self.spamRawCount = spamRawCount
            self.inboxPercentage = inboxPercentage
            self.spamPercentage = spamPercentage
        }

        public init(from decoder: inout ShapeDecoder) {
            ispName = decoder.optional("IspName")
            inboxRawCount = decoder.optional("InboxRawCount")
            spamRawCount = decoder.optional("SpamRawCount")
            inboxPercentage = decoder.optional("InboxPercentage")
            spamPercentage = decoder.optional("SpamPercentage")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("IspName", ispName)
            encoder.write("InboxRawCount", inboxRawCount)
            encoder.write("SpamRawCount", spamRawCount)
            encoder.write("InboxPercentage", inboxPercentage)
            encoder.write("SpamPercentage", spamPercentage)
        }
    }
}
