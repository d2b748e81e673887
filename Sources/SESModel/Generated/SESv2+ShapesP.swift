// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv2 {
    public struct PinpointDestination: Structure {
        /// `ApplicationArn`: at least 1 character
        public var applicationArn: String?

        public init(applicationArn: String? = nil) {
            self.applicationArn = applicationArn
        }

        public init(from decoder: inout ShapeDecoder) {
            applicationArn = decoder.optional("ApplicationArn", Bounds.amazonResourceName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ApplicationArn", applicationArn)
        }
    }

    public struct PlacementStatistics: Structure {
        /// `InboxPercentage`
        public var inboxPercentage: Double?
        /// `SpamPercentage`
        public var spamPercentage: Double?
        /// `MissingPercentage`
        public var missingPercentage: Double?
        /// `SpfPercentage`
        public var spfPercentage: Double?
        /// `DkimPercentage`
        public var dkimPercentage: Double?

        public init(
            inboxPercentage: Double? = nil,
            spamPercentage: Double? = nil,
            missingPercentage: Double? = nil,
            spfPercentage: Double? = nil,
            dkimPercentage: Double? = nil
        ) {
            self.inboxPercentage = inboxPercentage
            self.spamPercentage = spamPercentage
            self.missingPercentage = missingPercentage
            self.spfPercentage = spfPercentage
            self.dkimPercentage = dkimPercentage
        }

        public init(from decoder: inout ShapeDecoder) {
            inboxPercentage = decoder.optional("InboxPercentage")
            spamPercentage = decoder.optional("SpamPercentage")
            missingPercentage = decoder.optional("MissingPercentage")
            spfPercentage = decoder.optional("SpfPercentage")
            dkimPercentage = decoder.optional("DkimPercentage")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("InboxPercentage", inboxPercentage)
            encoder.write("SpamPercentage", spamPercentage)
            encoder.write("MissingPercentage", missingPercentage)
            encoder.write("SpfPercentage", spfPercentage)
            encoder.write("DkimPercentage", dkimPercentage)
        }
    }

    public struct PricingAttributes: Structure {
        /// `CurrentPlan`
        public var currentPlan: PricingPlan?
        /// `NextPlan`
        public var nextPlan: PricingPlan?

        public init(currentPlan: PricingPlan? = nil, nextPlan: PricingPlan? = nil) {
            self.currentPlan = currentPlan
            self.nextPlan = nextPlan
        }

        public init(from decoder: inout ShapeDecoder) {
            currentPlan = decoder.optional("CurrentPlan")
            nextPlan = decoder.optional("NextPlan")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("CurrentPlan", currentPlan)
            encoder.write("NextPlan", nextPlan)
        }
    }

    public struct PutAccountDedicatedIpWarmupAttributesRequest: Structure {
        /// `AutoWarmupEnabled`
        public var autoWarmupEnabled: Bool?

        public init(autoWarmupEnabled: Bool? = nil) {
            self.autoWarmupEnabled = autoWarmupEnabled
        }

        public init(from decoder: inout ShapeDecoder) {
            autoWarmupEnabled = decoder.optional("AutoWarmupEnabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("AutoWarmupEnabled", autoWarmupEnabled)
        }
    }

    public struct PutAccountDedicatedIpWarmupAttributesResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutAccountDetailsRequest: Structure {
        /// `MailType`
        public var mailType: MailType
        /// `WebsiteURL`: 1 to 1000 characters
        public var websiteURL: String
        /// `ContactLanguage`
        public var contactLanguage: ContactLanguage?
        /// `UseCaseDescription`: at most 5000 characters
        public var useCaseDescription: String?
        /// `AdditionalContactEmailAddresses`: 1 to 4 items
        public var additionalContactEmailAddresses: [String]?
        /// `ProductionAccessEnabled`
        public var productionAccessEnabled: Bool?

        public init(
            mailType: MailType,
            websiteURL: String,
            contactLanguage: ContactLanguage? = nil,
            useCaseDescription: String? = nil,
            additionalContactEmailAddresses: [String]? = nil,
            productionAccessEnabled: Bool? = nil
        ) {
            self.mailType = mailType
            self.websiteURL = websiteURL
            self.contactLanguage = contactLanguage
            self.useCaseDescription = useCaseDescription
            self.additionalContactEmailAddresses = additionalContactEmailAddresses
            self.productionAccessEnabled = productionAccessEnabled
        }

        public init(from decoder: inout ShapeDecoder) {
            mailType = decoder.required("MailType")
            websiteURL = decoder.required("WebsiteURL", Bounds.websiteURL)
            contactLanguage = decoder.optional("ContactLanguage")
            useCaseDescription = decoder.optional("UseCaseDescription", Bounds.useCaseDescription)
            additionalContactEmailAddresses =
                decoder.optional(
                    "AdditionalContactEmailAddresses", Bounds.additionalContactEmailAddresses)
            productionAccessEnabled = decoder.optional("ProductionAccessEnabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MailType", mailType)
            encoder.write("WebsiteURL", websiteURL)
            encoder.write("ContactLanguage", contactLanguage)
            encoder.write("UseCaseDescription", useCaseDescription)
            encoder.write("AdditionalContactEmailAddresses", additionalContactEmailAddresses)
            encoder.write("ProductionAccessEnabled", productionAccessEnabled)
        }
    }

    public struct PutAccountDetailsResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutAccountPricingAttributesRequest: Structure {
        /// `Plan`
        public var plan: PricingPlan

        public init(plan: PricingPlan) {
            self.plan = plan
        }

        public init(from decoder: inout ShapeDecoder) {
            plan = decoder.required("Plan")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Plan", plan)
        }
    }

    public struct PutAccountPricingAttributesResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutAccountSendingAttributesRequest: Structure {
        /// `SendingEnabled`
        public var sendingEnabled: Bool?

        public init(sendingEnabled: Bool? = nil) {
            self.sendingEnabled = sendingEnabled
        }

        public init(from decoder: inout ShapeDecoder) {
            sendingEnabled = decoder.optional("SendingEnabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("SendingEnabled", sendingEnabled)
        }
    }

    public struct PutAccountSendingAttributesResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutAccountSuppressionAttributesRequest: Structure {
        /// `SuppressedReasons`
        public var suppressedReasons: [SuppressionListReason]?
        /// `ValidationAttributes`
        public var validationAttributes: SuppressionValidationAttributes?

        public init(
            suppressedReasons: [SuppressionListReason]? = nil,
            validationAttributes: SuppressionValidationAttributes? = nil
        ) {
            self.suppressedReasons = suppressedReasons
            self.validationAttributes = validationAttributes
        }

        public init(from decoder: inout ShapeDecoder) {
            suppressedReasons = decoder.optional("SuppressedReasons")
            validationAttributes = decoder.optional("ValidationAttributes")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("SuppressedReasons", suppressedReasons)
            encoder.write("ValidationAttributes", validationAttributes)
        }
    }

    public struct PutAccountSuppressionAttributesResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutAccountVdmAttributesRequest: Structure {
        /// `VdmAttributes`
        public var vdmAttributes: VdmAttributes

        public init(vdmAttributes: VdmAttributes) {
            self.vdmAttributes = vdmAttributes
        }

        public init(from decoder: inout ShapeDecoder) {
            vdmAttributes = decoder.required("VdmAttributes")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("VdmAttributes", vdmAttributes)
        }
    }

    public struct PutAccountVdmAttributesResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutConfigurationSetArchivingOptionsRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `ArchiveArn`: 20 to 1011 characters
        public var archiveArn: String?

        public init(configurationSetName: String, archiveArn: String? = nil) {
            self.configurationSetName = configurationSetName
            self.archiveArn = archiveArn
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            archiveArn = decoder.optional("ArchiveArn", Bounds.archiveArn)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("ArchiveArn", archiveArn)
        }
    }

    public struct PutConfigurationSetArchivingOptionsResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutConfigurationSetDeliveryOptionsRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `TlsPolicy`
        public var tlsPolicy: TlsPolicy?
        /// `SendingPoolName`
        public var sendingPoolName: String?
        /// `MaxDeliverySeconds`: 300 to 50400
        public var maxDeliverySeconds: Int?

        public init(
            configurationSetName: String,
            tlsPolicy: TlsPolicy? = nil,
            sendingPoolName: String? = nil,
            maxDeliverySeconds: Int? = nil
        ) {
            self.configurationSetName = configurationSetName
            self.tlsPolicy = tlsPolicy
            self.sendingPoolName = sendingPoolName
            self.maxDeliverySeconds = maxDeliverySeconds
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            tlsPolicy = decoder.optional("TlsPolicy")
            sendingPoolName = decoder.optional("SendingPoolName")
            maxDeliverySeconds = decoder.optional("MaxDeliverySeconds", Bounds.maxDeliverySeconds)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("TlsPolicy", tlsPolicy)
            encoder.write("SendingPoolName", sendingPoolName)
            encoder.write("MaxDeliverySeconds", maxDeliverySeconds)
        }
    }

    public struct PutConfigurationSetDeliveryOptionsResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutConfigurationSetReputationOptionsRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `ReputationMetricsEnabled`
        public var reputationMetricsEnabled: Bool?

        public init(configurationSetName: String, reputationMetricsEnabled: Bool? = nil) {
            self.configurationSetName = configurationSetName
            self.reputationMetricsEnabled = reputationMetricsEnabled
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            reputationMetricsEnabled = decoder.optional("ReputationMetricsEnabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("ReputationMetricsEnabled", reputationMetricsEnabled)
        }
    }

    public struct PutConfigurationSetReputationOptionsResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutConfigurationSetSendingOptionsRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `SendingEnabled`
        public var sendingEnabled: Bool?

        public init(configurationSetName: String, sendingEnabled: Bool? = nil) {
            self.configurationSetName = configurationSetName
            self.sendingEnabled = sendingEnabled
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            sendingEnabled = decoder.optional("SendingEnabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("SendingEnabled", sendingEnabled)
        }
    }

    public struct PutConfigurationSetSendingOptionsResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutConfigurationSetSuppressionOptionsRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `SuppressionScope`
        public var suppressionScope: SuppressionListScope?
        /// `SuppressedReasons`
        public var suppressedReasons: [SuppressionListReason]?
        /// `ValidationOptions`
        public var validationOptions: SuppressionValidationOptions?

        public init(
            configurationSetName: String,
            suppressionScope: SuppressionListScope? = nil,
            suppressedReasons: [SuppressionListReason]? = nil,
            validationOptions: SuppressionValidationOptions? = nil
        ) {
            self.configurationSetName = configurationSetName
            self.suppressionScope = suppressionScope
            self.suppressedReasons = suppressedReasons
            self.validationOptions = validationOptions
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            suppressionScope = decoder.optional("SuppressionScope")
            suppressedReasons = decoder.optional("SuppressedReasons")
            validationOptions = decoder.optional("ValidationOptions")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("SuppressionScope", suppressionScope)
            encoder.write("SuppressedReasons", suppressedReasons)
            encoder.write("ValidationOptions", validationOptions)
        }
    }

    public struct PutConfigurationSetSuppressionOptionsResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutConfigurationSetTrackingOptionsRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `CustomRedirectDomain`
        public var customRedirectDomain: String?
        /// `HttpsPolicy`
        public var httpsPolicy: HttpsPolicy?

        public init(
            configurationSetName: String,
            customRedirectDomain: String? = nil,
            httpsPolicy: HttpsPolicy? = nil
        ) {
            self.configurationSetName = configurationSetName
            self.customRedirectDomain = customRedirectDomain
            self.httpsPolicy = httpsPolicy
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            customRedirectDomain = decoder.optional("CustomRedirectDomain")
            httpsPolicy = decoder.optional("HttpsPolicy")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("CustomRedirectDomain", customRedirectDomain)
            encoder.write("HttpsPolicy", httpsPolicy)
        }
    }

    public struct PutConfigurationSetTrackingOptionsResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutConfigurationSetVdmOptionsRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `VdmOptions`
        public var vdmOptions: VdmOptions?

        public init(configurationSetName: String, vdmOptions: VdmOptions? = nil) {
            self.configurationSetName = configurationSetName
            self.vdmOptions = vdmOptions
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            vdmOptions = decoder.optional("VdmOptions")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("VdmOptions", vdmOptions)
        }
    }

    public struct PutConfigurationSetVdmOptionsResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutDedicatedIpInPoolRequest: Structure {
        /// `Ip`
        public var ip: String
        /// `DestinationPoolName`
        public var destinationPoolName: String

        public init(ip: String, destinationPoolName: String) {
            self.ip = ip
            self.destinationPoolName = destinationPoolName
        }

        public init(from decoder: inout ShapeDecoder) {
            ip = decoder.required("Ip")
            destinationPoolName = decoder.required("DestinationPoolName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Ip", ip)
            encoder.write("DestinationPoolName", destinationPoolName)
        }
    }

    public struct PutDedicatedIpInPoolResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutDedicatedIpPoolScalingAttributesRequest: Structure {
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

    public struct PutDedicatedIpPoolScalingAttributesResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutDedicatedIpWarmupAttributesRequest: Structure {
        /// `Ip`
        public var ip: String
        /// `WarmupPercentage`
        public var warmupPercentage: Int

        public init(ip: String, warmupPercentage: Int) {
            self.ip = ip
            self.warmupPercentage = warmupPercentage
        }

        public init(from decoder: inout ShapeDecoder) {
            ip = decoder.required("Ip")
            warmupPercentage = decoder.required("WarmupPercentage")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Ip", ip)
            encoder.write("WarmupPercentage", warmupPercentage)
        }
    }

    public struct PutDedicatedIpWarmupAttributesResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutDeliverabilityDashboardOptionRequest: Structure {
        /// `DashboardEnabled`
        public var dashboardEnabled: Bool
        /// `SubscribedDomains`
        public var subscribedDomains: [DomainDeliverabilityTrackingOption]?

        public init(
            dashboardEnabled: Bool,
            subscribedDomains: [DomainDeliverabilityTrackingOption]? = nil
        ) {
            self.dashboardEnabled = dashboardEnabled
            self.subscribedDomains = subscribedDomains
        }

        public init(from decoder: inout ShapeDecoder) {
            dashboardEnabled = decoder.required("DashboardEnabled")
            subscribedDomains = decoder.optional("SubscribedDomains")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DashboardEnabled", dashboardEnabled)
            encoder.write("SubscribedDomains", subscribedDomains)
        }
    }

    public struct PutDeliverabilityDashboardOptionResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutEmailIdentityConfigurationSetAttributesRequest: Structure {
        /// `EmailIdentity`: at least 1 character
        public var emailIdentity: String
        /// `ConfigurationSetName`
        public var configurationSetName: String?

        public init(emailIdentity: String, configurationSetName: String? = nil) {
            self.emailIdentity = emailIdentity
            self.configurationSetName = configurationSetName
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentity = decoder.required("EmailIdentity", Bounds.identity)
            configurationSetName = decoder.optional("ConfigurationSetName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentity", emailIdentity)
            encoder.write("ConfigurationSetName", configurationSetName)
        }
    }

    public struct PutEmailIdentityConfigurationSetAttributesResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutEmailIdentityDkimAttributesRequest: Structure {
        /// `EmailIdentity`: at least 1 character
        public var emailIdentity: String
        /// `SigningEnabled`
        public var signingEnabled: Bool?

        public init(emailIdentity: String, signingEnabled: Bool? = nil) {
            self.emailIdentity = emailIdentity
            self.signingEnabled = signingEnabled
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentity = decoder.required("EmailIdentity", Bounds.identity)
            signingEnabled = decoder.optional("SigningEnabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentity", emailIdentity)
            encoder.write("SigningEnabled", signingEnabled)
        }
    }

    public struct PutEmailIdentityDkimAttributesResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutEmailIdentityDkimSigningAttributesRequest: Structure {
        /// `EmailIdentity`: at least 1 character
        public var emailIdentity: String
        /// `SigningAttributesOrigin`
        public var signingAttributesOrigin: DkimSigningAttributesOrigin
        /// `SigningAttributes`
        public var signingAttributes: DkimSigningAttributes?

        public init(
            emailIdentity: String,
            signingAttributesOrigin: DkimSigningAttributesOrigin,
            signingAttributes: DkimSigningAttributes? = nil
        ) {
            self.emailIdentity = emailIdentity
            self.signingAttributesOrigin = signingAttributesOrigin
            self.signingAttributes = signingAttributes
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentity = decoder.required("EmailIdentity", Bounds.identity)
            signingAttributesOrigin = decoder.required("SigningAttributesOrigin")
            signingAttributes = decoder.optional("SigningAttributes")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentity", emailIdentity)
            encoder.write("SigningAttributesOrigin", signingAttributesOrigin)
            encoder.write("SigningAttributes", signingAttributes)
        }
    }

    public struct PutEmailIdentityDkimSigningAttributesResponse: Structure {
        /// `DkimStatus`
        public var dkimStatus: DkimStatus?
        /// `DkimTokens`
        public var dkimTokens: [String]?
        /// `SigningHostedZone`
        public var signingHostedZone: String?

        public init(
            dkimStatus: DkimStatus? = nil,
            dkimTokens: [String]? = nil,
            signingHostedZone: String? = nil
        ) {
            self.dkimStatus = dkimStatus
            self.dkimTokens = dkimTokens
            self.signingHostedZone = signingHostedZone
        }

        public init(from decoder: inout ShapeDecoder) {
            dkimStatus = decoder.optional("DkimStatus")
            dkimTokens = decoder.optional("DkimTokens")
            signingHostedZone = decoder.optional("SigningHostedZone")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DkimStatus", dkimStatus)
            encoder.write("DkimTokens", dkimTokens)
            encoder.write("SigningHostedZone", signingHostedZone)
        }
    }

    public struct PutEmailIdentityFeedbackAttributesRequest: Structure {
        /// `EmailIdentity`: at least 1 character
        public var emailIdentity: String
        /// `EmailForwardingEnabled`
        public var emailForwardingEnabled: Bool?

        public init(emailIdentity: String, emailForwardingEnabled: Bool? = nil) {
            self.emailIdentity = emailIdentity
            self.emailForwardingEnabled = emailForwardingEnabled
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentity = decoder.required("EmailIdentity", Bounds.identity)
            emailForwardingEnabled = decoder.optional("EmailForwardingEnabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentity", emailIdentity)
            encoder.write("EmailForwardingEnabled", emailForwardingEnabled)
        }
    }

    public struct PutEmailIdentityFeedbackAttributesResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutEmailIdentityMailFromAttributesRequest: Structure {
        /// `EmailIdentity`: at least 1 character
        public var emailIdentity: String
        /// `MailFromDomain`
        public var mailFromDomain: String?
        /// `BehaviorOnMxFailure`
        public var behaviorOnMxFailure: BehaviorOnMxFailure?

        public init(
            emailIdentity: String,
            mailFromDomain: String? = nil,
            behaviorOnMxFailure: BehaviorOnMxFailure? = nil
        ) {
            self.emailIdentity = emailIdentity
            self.mailFromDomain = mailFromDomain
            self.behaviorOnMxFailure = behaviorOnMxFailure
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentity = decoder.required("EmailIdentity", Bounds.identity)
            mailFromDomain = decoder.optional("MailFromDomain")
            behaviorOnMxFailure = decoder.optional("BehaviorOnMxFailure")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentity", emailIdentity)
            encoder.write("MailFromDomain", mailFromDomain)
            encoder.write("BehaviorOnMxFailure", behaviorOnMxFailure)
        }
    }

    public struct PutEmailIdentityMailFromAttributesResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutSuppressedDestinationRequest: Structure {
        /// `EmailAddress`
        public var emailAddress: String
        /// `Reason`
        public var reason: SuppressionListReason
        /// `TenantName`: at least 1 character
        public var tenantName: String?

        public init(
            emailAddress: String,
            reason: SuppressionListReason,
            tenantName: String? = nil
        ) {
            self.emailAddress = emailAddress
            self.reason = reason
            self.tenantName = tenantName
        }

        public init(from decoder: inout ShapeDecoder) {
            emailAddress = decoder.required("EmailAddress")
            reason = decoder.required("Reason")
            tenantName = decoder.optional("TenantName", Bounds.tenantName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailAddress", emailAddress)
            encoder.write("Reason", reason)
            encoder.write("TenantName", tenantName)
        }
    }

    public struct PutSuppressedDestinationResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutTenantSuppressionAttributesRequest: Structure {
        /// `TenantName`: at least 1 character
        public var tenantName: String
        /// `SuppressedReasons`
        public var suppressedReasons: [SuppressionListReason]?
        /// `SuppressionScope`
        public var suppressionScope: SuppressionListScope?

        public init(
            tenantName: String,
            suppressedReasons: [SuppressionListReason]? = nil,
            suppressionScope: SuppressionListScope? = nil
        ) {
            self.tenantName = tenantName
            self.suppressedReasons = suppressedReasons
            self.suppressionScope = suppressionScope
        }

        public init(from decoder: inout ShapeDecoder) {
            tenantName = decoder.required("TenantName", Bounds.tenantName)
            suppressedReasons = decoder.optional("SuppressedReasons")
            suppressionScope = decoder.optional("SuppressionScope")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TenantName", tenantName)
            encoder.write("SuppressedReasons", suppressedReasons)
            encoder.write("SuppressionScope", suppressionScope)
        }
    }

    public struct PutTenantSuppressionAttributesResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }
}
