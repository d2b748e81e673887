// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv2 {
    public enum AttachmentContentDisposition: String, Enumeration {
        case attachment = "ATTACHMENT"
        case inline = "INLINE"
    }

    public enum AttachmentContentTransferEncoding: String, Enumeration {
        case base64 = "BASE64"
        case quotedPrintable = "QUOTED_PRINTABLE"
        case sevenBit = "SEVEN_BIT"
    }

    public enum BehaviorOnMxFailure: String, Enumeration {
        case useDefaultValue = "USE_DEFAULT_VALUE"
        case rejectMessage = "REJECT_MESSAGE"
    }

    public enum BounceType: String, Enumeration {
        case undetermined = "UNDETERMINED"
        case transient = "TRANSIENT"
        case permanent = "PERMANENT"
    }

    public enum BulkEmailStatus: String, Enumeration {
        case success = "SUCCESS"
        case messageRejected = "MESSAGE_REJECTED"
        case mailFromDomainNotVerified = "MAIL_FROM_DOMAIN_NOT_VERIFIED"
        case configurationSetNotFound = "CONFIGURATION_SET_NOT_FOUND"
        case templateNotFound = "TEMPLATE_NOT_FOUND"
        case accountSuspended = "ACCOUNT_SUSPENDED"
        case accountThrottled = "ACCOUNT_THROTTLED"
        case accountDailyQuotaExceeded = "ACCOUNT_DAILY_QUOTA_EXCEEDED"
        case invalidSendingPoolName = "INVALID_SENDING_POOL_NAME"
        case accountSendingPaused = "ACCOUNT_SENDING_PAUSED"
        case configurationSetSendingPaused = "CONFIGURATION_SET_SENDING_PAUSED"
        case invalidParameter = "INVALID_PARAMETER"
        case transientFailure = "TRANSIENT_FAILURE"
        case failed = "FAILED"
    }

    public enum ConfigurationSetFilterKey: String, Enumeration {
        case configurationSetNameContains = "CONFIGURATION_SET_NAME_CONTAINS"
    }

    public enum ContactLanguage: String, Enumeration {
        case en = "EN"
        case ja = "JA"
    }

    public enum ContactListImportAction: String, Enumeration {
        case delete = "DELETE"
        case put = "PUT"
    }

    public enum DataFormat: String, Enumeration {
        case csv = "CSV"
        case json = "JSON"
    }

    public enum DeliverabilityDashboardAccountStatus: String, Enumeration {
        case active = "ACTIVE"
        case pendingExpiration = "PENDING_EXPIRATION"
        case disabled = "DISABLED"
    }

    public enum DeliverabilityTestStatus: String, Enumeration {
        case inProgress = "IN_PROGRESS"
        case completed = "COMPLETED"
    }

    public enum DeliveryEventType: String, Enumeration {
        case send = "SEND"
        case delivery = "DELIVERY"
        case transientBounce = "TRANSIENT_BOUNCE"
        case permanentBounce = "PERMANENT_BOUNCE"
        case undeterminedBounce = "UNDETERMINED_BOUNCE"
        case complaint = "COMPLAINT"
    }

    public enum DimensionValueSource: String, Enumeration {
        case messageTag = "MESSAGE_TAG"
        case emailHeader = "EMAIL_HEADER"
        case linkTag = "LINK_TAG"
    }

    public enum DkimSigningAttributesOrigin: String, Enumeration {
        case awsSes = "AWS_SES"
        case external = "EXTERNAL"
        case awsSesAfSouth1 = "AWS_SES_AF_SOUTH_1"
        case awsSesEuNorth1 = "AWS_SES_EU_NORTH_1"
        case awsSesApSouth1 = "AWS_SES_AP_SOUTH_1"
        case awsSesEuWest3 = "AWS_SES_EU_WEST_3"
        case awsSesEuWest2 = "AWS_SES_EU_WEST_2"
        case awsSesEuSouth1 = "AWS_SES_EU_SOUTH_1"
        case awsSesEuWest1 = "AWS_SES_EU_WEST_1"
        case awsSesApNortheast3 = "AWS_SES_AP_NORTHEAST_3"
        case awsSesApNortheast2 = "AWS_SES_AP_NORTHEAST_2"
        case awsSesMeSouth1 = "AWS_SES_ME_SOUTH_1"
        case awsSesApNortheast1 = "AWS_SES_AP_NORTHEAST_1"
        case awsSesIlCentral1 = "AWS_SES_IL_CENTRAL_1"
        case awsSesSaEast1 = "AWS_SES_SA_EAST_1"
        case awsSesCaCentral1 = "AWS_SES_CA_CENTRAL_1"
        case awsSesApSoutheast1 = "AWS_SES_AP_SOUTHEAST_1"
        case awsSesApSoutheast2 = "AWS_SES_AP_SOUTHEAST_2"
        case awsSesApSoutheast3 = "AWS_SES_AP_SOUTHEAST_3"
        case awsSesEuCentral1 = "AWS_SES_EU_CENTRAL_1"
        case awsSesUsEast1 = "AWS_SES_US_EAST_1"
        case awsSesUsEast2 = "AWS_SES_US_EAST_2"
        case awsSesUsWest1 = "AWS_SES_US_WEST_1"
        case awsSesUsWest2 = "AWS_SES_US_WEST_2"
        case awsSesMeCentral1 = "AWS_SES_ME_CENTRAL_1"
        case awsSesApSouth2 = "AWS_SES_AP_SOUTH_2"
        case awsSesEuCentral2 = "AWS_SES_EU_CENTRAL_2"
        case awsSesApSoutheast5 = "AWS_SES_AP_SOUTHEAST_5"
        case awsSesCaWest1 = "AWS_SES_CA_WEST_1"
        case awsSesUsGovEast1 = "AWS_SES_US_GOV_EAST_1"
        case awsSesUsGovWest1 = "AWS_SES_US_GOV_WEST_1"
    }

    public enum DkimSigningKeyLength: String, Enumeration {
        case rsa1024Bit = "RSA_1024_BIT"
        case rsa2048Bit = "RSA_2048_BIT"
    }

    public enum DkimStatus: String, Enumeration {
        case pending = "PENDING"
        case success = "SUCCESS"
        case failed = "FAILED"
        case temporaryFailure = "TEMPORARY_FAILURE"
        case notStarted = "NOT_STARTED"
    }

    public enum EmailAddressInsightsConfidenceVerdict: String, Enumeration {
        case low = "LOW"
        case medium = "MEDIUM"
        case high = "HIGH"
    }

    public enum EngagementEventType: String, Enumeration {
        case open = "OPEN"
        case click = "CLICK"
    }

    public enum EventType: String, Enumeration {
        case send = "SEND"
        case reject = "REJECT"
        case bounce = "BOUNCE"
        case complaint = "COMPLAINT"
        case delivery = "DELIVERY"
        case open = "OPEN"
        case click = "CLICK"
        case renderingFailure = "RENDERING_FAILURE"
        case deliveryDelay = "DELIVERY_DELAY"
        case subscription = "SUBSCRIPTION"
    }

    public enum ExportSourceType: String, Enumeration {
        case metricsData = "METRICS_DATA"
        case messageInsights = "MESSAGE_INSIGHTS"
    }

    public enum FeatureStatus: String, Enumeration {
        case enabled = "ENABLED"
        case disabled = "DISABLED"
    }

    public enum HttpsPolicy: String, Enumeration {
        case require = "REQUIRE"
        case requireOpenOnly = "REQUIRE_OPEN_ONLY"
        case optional = "OPTIONAL"
    }

    public enum IdentityCertificateStatus: String, Enumeration {
        case provisioning = "PROVISIONING"
        case inactive = "INACTIVE"
        case deprovisioning = "DEPROVISIONING"
        case active = "ACTIVE"
        case failed = "FAILED"
    }

    public enum IdentityFilterKey: String, Enumeration {
        case identityNameContains = "IDENTITY_NAME_CONTAINS"
        case identityType = "IDENTITY_TYPE"
        case verificationStatus = "VERIFICATION_STATUS"
    }

    public enum IdentityType: String, Enumeration {
        case emailAddress = "EMAIL_ADDRESS"
        case domain = "DOMAIN"
        case managedDomain = "MANAGED_DOMAIN"
    }

    public enum ImportDestinationType: String, Enumeration {
        case suppressionList = "SUPPRESSION_LIST"
        case contactList = "CONTACT_LIST"
    }

    public enum JobStatus: String, Enumeration {
        case created = "CREATED"
        case processing = "PROCESSING"
        case completed = "COMPLETED"
        case failed = "FAILED"
        case cancelled = "CANCELLED"
    }

    public enum ListRecommendationsFilterKey: String, Enumeration {
        case type = "TYPE"
        case impact = "IMPACT"
        case status = "STATUS"
        case resourceArn = "RESOURCE_ARN"
    }

    public enum ListTenantResourcesFilterKey: String, Enumeration {
        case resourceType = "RESOURCE_TYPE"
    }

    public enum ListTenantsFilterKey: String, Enumeration {
        case tenantNameContains = "TENANT_NAME_CONTAINS"
        case sendingStatus = "SENDING_STATUS"
    }

    public enum MailFromDomainStatus: String, Enumeration {
        case pending = "PENDING"
        case success = "SUCCESS"
        case failed = "FAILED"
        case temporaryFailure = "TEMPORARY_FAILURE"
    }

    public enum MailType: String, Enumeration {
        case marketing = "MARKETING"
        case transactional = "TRANSACTIONAL"
    }

    public enum Metric: String, Enumeration {
        case send = "SEND"
        case complaint = "COMPLAINT"
        case permanentBounce = "PERMANENT_BOUNCE"
        case transientBounce = "TRANSIENT_BOUNCE"
        case open = "OPEN"
        case click = "CLICK"
        case delivery = "DELIVERY"
        case deliveryOpen = "DELIVERY_OPEN"
        case deliveryClick = "DELIVERY_CLICK"
        case deliveryComplaint = "DELIVERY_COMPLAINT"
    }

    public enum MetricAggregation: String, Enumeration {
        case rate = "RATE"
        case volume = "VOLUME"
    }

    public enum MetricDimensionName: String, Enumeration {
        case emailIdentity = "EMAIL_IDENTITY"
        case configurationSet = "CONFIGURATION_SET"
        case isp = "ISP"
        case tenantName = "TENANT_NAME"
    }

    public enum MetricNamespace: String, Enumeration {
        case vdm = "VDM"
    }

    public enum PricingPlan: String, Enumeration {
        case `none` = "NONE"
        case essentials = "ESSENTIALS"
        case pro = "PRO"
        case enterprise = "ENTERPRISE"
    }

    public enum QueryErrorCode: String, Enumeration {
        case internalFailure = "INTERNAL_FAILURE"
        case accessDenied = "ACCESS_DENIED"
    }

    public enum RecommendationImpact: String, Enumeration {
        case low = "LOW"
        case high = "HIGH"
    }

    public enum RecommendationStatus: String, Enumeration {
        case open = "OPEN"
        case fixed = "FIXED"
    }

    public enum RecommendationType: String, Enumeration {
        case dkim = "DKIM"
        case dmarc = "DMARC"
        case spf = "SPF"
        case bimi = "BIMI"
        case complaint = "COMPLAINT"
        case bounce = "BOUNCE"
        case feedback3p = "FEEDBACK_3P"
        case ipListing = "IP_LISTING"
    }

    public enum ReputationEntityFilterKey: String, Enumeration {
        case entityType = "ENTITY_TYPE"
        case reputationImpact = "REPUTATION_IMPACT"
        case sendingStatus = "SENDING_STATUS"
        case entityReferencePrefix = "ENTITY_REFERENCE_PREFIX"
    }

    public enum ReputationEntityType: String, Enumeration {
        case resource = "RESOURCE"
    }

    public enum ResourceType: String, Enumeration {
        case emailIdentity = "identity"
        case configurationSet = "configuration-set"
        case emailTemplate = "template"
    }

    public enum ReviewStatus: String, Enumeration {
        case pending = "PENDING"
        case failed = "FAILED"
        case granted = "GRANTED"
        case denied = "DENIED"
    }

    public enum ScalingMode: String, Enumeration {
        case standard = "STANDARD"
        case managed = "MANAGED"
    }

    public enum SendingStatus: String, Enumeration {
        case enabled = "ENABLED"
        case reinstated = "REINSTATED"
        case disabled = "DISABLED"
    }

    public enum SignatureFormat: String, Enumeration {
        case detached = "DETACHED"
    }

    public enum Status: String, Enumeration {
        case creating = "CREATING"
        case ready = "READY"
        case failed = "FAILED"
        case deleting = "DELETING"
    }

    public enum SubscriptionStatus: String, Enumeration {
        case optIn = "OPT_IN"
        case optOut = "OPT_OUT"
    }

    public enum SuppressionConfidenceVerdictThreshold: String, Enumeration {
        case medium = "MEDIUM"
        case high = "HIGH"
        case managed = "MANAGED"
    }

    public enum SuppressionListImportAction: String, Enumeration {
        case delete = "DELETE"
        case put = "PUT"
    }

    public enum SuppressionListReason: String, Enumeration {
        case bounce = "BOUNCE"
        case complaint = "COMPLAINT"
    }

    public enum SuppressionListScope: String, Enumeration {
        case account = "ACCOUNT"
        case tenant = "TENANT"
    }

    public enum TlsPolicy: String, Enumeration {
        case require = "REQUIRE"
        case optional = "OPTIONAL"
    }

    public enum VerificationError: String, Enumeration {
        case serviceError = "SERVICE_ERROR"
        case dnsServerError = "DNS_SERVER_ERROR"
        case hostNotFound = "HOST_NOT_FOUND"
        case typeNotFound = "TYPE_NOT_FOUND"
        case invalidValue = "INVALID_VALUE"
        case replicationAccessDenied = "REPLICATION_ACCESS_DENIED"
        case replicationPrimaryNotFound = "REPLICATION_PRIMARY_NOT_FOUND"
        case replicationPrimaryByoDkimNotSupported = "REPLICATION_PRIMARY_BYO_DKIM_NOT_SUPPORTED"
        case replicationReplicaAsPrimaryNotSupported =
            "REPLICATION_REPLICA_AS_PRIMARY_NOT_SUPPORTED"
        case replicationPrimaryInvalidRegion = "REPLICATION_PRIMARY_INVALID_REGION"
    }

    public enum VerificationStatus: String, Enumeration {
        case pending = "PENDING"
        case success = "SUCCESS"
        case failed = "FAILED"
        case temporaryFailure = "TEMPORARY_FAILURE"
        case notStarted = "NOT_STARTED"
    }

    public enum WarmupStatus: String, Enumeration {
        case inProgress = "IN_PROGRESS"
        case done = "DONE"
        case notApplicable = "NOT_APPLICABLE"
    }
}
