// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv2 {
    public struct SOARecord: Structure {
        /// `PrimaryNameServer`
        public var primaryNameServer: String?
        /// `AdminEmail`
        public var adminEmail: String?
        /// `SerialNumber`
        public var serialNumber: Int?

        public init(
            primaryNameServer: String? = nil,
            adminEmail: String? = nil,
            serialNumber: Int? = nil
        ) {
            self.primaryNameServer = primaryNameServer
            self.adminEmail = adminEmail
            self.serialNumber = serialNumber
        }

        public init(from decoder: inout ShapeDecoder) {
            primaryNameServer = decoder.optional("PrimaryNameServer")
            adminEmail = decoder.optional("AdminEmail")
            serialNumber = decoder.optional("SerialNumber")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("PrimaryNameServer", primaryNameServer)
            encoder.write("AdminEmail", adminEmail)
            encoder.write("SerialNumber", serialNumber)
        }
    }

    public struct SendBulkEmailRequest: Structure {
        /// `FromEmailAddress`
        public var fromEmailAddress: String?
        /// `FromEmailAddressIdentityArn`: at least 1 character
        public var fromEmailAddressIdentityArn: String?
        /// `ReplyToAddresses`
        public var replyToAddresses: [String]?
        /// `FeedbackForwardingEmailAddress`
        public var feedbackForwardingEmailAddress: String?
        /// `FeedbackForwardingEmailAddressIdentityArn`: at least 1 character
        public var feedbackForwardingEmailAddressIdentityArn: String?
        /// `DefaultEmailTags`
        public var defaultEmailTags: [MessageTag]?
        /// `DefaultContent`
        public var defaultContent: BulkEmailContent
        /// `BulkEmailEntries`
        public var bulkEmailEntries: [BulkEmailEntry]
        /// `ConfigurationSetName`
        public var configurationSetName: String?
        /// `EndpointId`
        public var endpointId: String?
        /// `TenantName`: at least 1 character
        public var tenantName: String?
        /// `ConfigurationOverrides`
        public var configurationOverrides: ConfigurationOverrides?

        public init(
            fromEmailAddress: String? = nil,
            fromEmailAddressIdentityArn: String? = nil,
            replyToAddresses: [String]? = nil,
            feedbackForwardingEmailAddress: String? = nil,
            feedbackForwardingEmailAddressIdentityArn: String? = nil,
            defaultEmailTags: [MessageTag]? = nil,
            defaultContent: BulkEmailContent,
            bulkEmailEntries: [BulkEmailEntry],
            configurationSetName: String? = nil,
            endpointId: String? = nil,
            tenantName: String? = nil,
            configurationOverrides: ConfigurationOverrides? = nil
        ) {
            self.fromEmailAddress = fromEmailAddress
            self.fromEmailAddressIdentityArn = fromEmailAddressIdentityArn
            self.replyToAddresses = replyToAddresses
            self.feedbackForwardingEmailAddress = feedbackForwardingEmailAddress
            self.feedbackForwardingEmailAddressIdentityArn =
                feedbackForwardingEmailAddressIdentityArn
            self.defaultEmailTags = defaultEmailTags
            self.defaultContent = defaultContent
            self.bulkEmailEntries = bulkEmailEntries
            self.configurationSetName = configurationSetName
            self.endpointId = endpointId
            self.tenantName = tenantName
            self.configurationOverrides = configurationOverrides
        }

        public init(from decoder: inout ShapeDecoder) {
            fromEmailAddress = decoder.optional("FromEmailAddress")
            fromEmailAddressIdentityArn =
                decoder.optional("FromEmailAddressIdentityArn", Bounds.amazonResourceName)
            replyToAddresses = decoder.optional("ReplyToAddresses")
            feedbackForwardingEmailAddress = decoder.optional("FeedbackForwardingEmailAddress")
            feedbackForwardingEmailAddressIdentityArn =
                decoder.optional(
                    "FeedbackForwardingEmailAddressIdentityArn", Bounds.amazonResourceName)
            defaultEmailTags = decoder.optional("DefaultEmailTags")
            defaultContent = decoder.required("DefaultContent")
            bulkEmailEntries = decoder.required("BulkEmailEntries")
            configurationSetName = decoder.optional("ConfigurationSetName")
            endpointId = decoder.optional("EndpointId")
            tenantName = decoder.optional("TenantName", Bounds.tenantName)
            configurationOverrides = decoder.optional("ConfigurationOverrides")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("FromEmailAddress", fromEmailAddress)
            encoder.write("FromEmailAddressIdentityArn", fromEmailAddressIdentityArn)
            encoder.write("ReplyToAddresses", replyToAddresses)
            encoder.write("FeedbackForwardingEmailAddress", feedbackForwardingEmailAddress)
            encoder.write(
                "FeedbackForwardingEmailAddressIdentityArn", feedbackForwardingEmailAddressIdentityArn)
            encoder.write("DefaultEmailTags", defaultEmailTags)
            encoder.write("DefaultContent", defaultContent)
            encoder.write("BulkEmailEntries", bulkEmailEntries)
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("EndpointId", endpointId)
            encoder.write("TenantName", tenantName)
            encoder.write("ConfigurationOverrides", configurationOverrides)
        }
    }

    public struct SendBulkEmailResponse: Structure {
        /// `BulkEmailEntryResults`
        public var bulkEmailEntryResults: [BulkEmailEntryResult]

        public init(bulkEmailEntryResults: [BulkEmailEntryResult]) {
            self.bulkEmailEntryResults = bulkEmailEntryResults
        }

        public init(from decoder: inout ShapeDecoder) {
            bulkEmailEntryResults = decoder.required("BulkEmailEntryResults")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("BulkEmailEntryResults", bulkEmailEntryResults)
        }
    }

    public struct SendCustomVerificationEmailRequest: Structure {
        /// `EmailAddress`
        public var emailAddress: String
        /// `TemplateName`: at least 1 character
        public var templateName: String
        /// `ConfigurationSetName`
        public var configurationSetName: String?

        public init(
            emailAddress: String,
            templateName: String,
            configurationSetName: String? = nil
        ) {
            self.emailAddress = emailAddress
            self.templateName = templateName
            self.configurationSetName = configurationSetName
        }

        public init(from decoder: inout ShapeDecoder) {
            emailAddress = decoder.required("EmailAddress")
            templateName = decoder.required("TemplateName", Bounds.emailTemplateName)
            configurationSetName = decoder.optional("ConfigurationSetName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailAddress", emailAddress)
            encoder.write("TemplateName", templateName)
            encoder.write("ConfigurationSetName", configurationSetName)
        }
    }

    public struct SendCustomVerificationEmailResponse: Structure {
        /// `MessageId`
        public var messageId: String?

        public init(messageId: String? = nil) {
            self.messageId = messageId
        }

        public init(from decoder: inout ShapeDecoder) {
            messageId = decoder.optional("MessageId")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MessageId", messageId)
        }
    }

    public struct SendEmailRequest: Structure {
        /// `FromEmailAddress`
        public var fromEmailAddress: String?
        /// `FromEmailAddressIdentityArn`: at least 1 character
        public var fromEmailAddressIdentityArn: String?
        /// `Destination`
        public var destination: Destination?
        /// `ReplyToAddresses`
        public var replyToAddresses: [String]?
        /// `FeedbackForwardingEmailAddress`
        public var feedbackForwardingEmailAddress: String?
        /// `FeedbackForwardingEmailAddressIdentityArn`: at least 1 character
        public var feedbackForwardingEmailAddressIdentityArn: String?
        /// `Content`
        public var content: EmailContent
        /// `EmailTags`
        public var emailTags: [MessageTag]?
        /// `ConfigurationSetName`
        public var configurationSetName: String?
        /// `EndpointId`
        public var endpointId: String?
        /// `TenantName`: at least 1 character
        public var tenantName: String?
        /// `ListManagementOptions`
        public var listManagementOptions: ListManagementOptions?
        /// `ConfigurationOverrides`
        public var configurationOverrides: ConfigurationOverrides?

        public init(
            fromEmailAddress: String? = nil,
            fromEmailAddressIdentityArn: String? = nil,
            destination: Destination? = nil,
            replyToAddresses: [String]? = nil,
            feedbackForwardingEmailAddress: String? = nil,
            feedbackForwardingEmailAddressIdentityArn: String? = nil,
            content: EmailContent,
            emailTags: [MessageTag]? = nil,
            configurationSetName: String? = nil,
            endpointId: String? = nil,
            tenantName: String? = nil,
            listManagementOptions: ListManagementOptions? = nil,
            configurationOverrides: ConfigurationOverrides? = nil
        ) {
            self.fromEmailAddress = fromEmailAddress
            self.fromEmailAddressIdentityArn = fromEmailAddressIdentityArn
            self.destination = destination
            self.replyToAddresses = replyToAddresses
            self.feedbackForwardingEmailAddress = feedbackForwardingEmailAddress
            self.feedbackForwardingEmailAddressIdentityArn =
                feedbackForwardingEmailAddressIdentityArn
            self.content = content
            self.emailTags = emailTags
            self.configurationSetName = configurationSetName
            self.endpointId = endpointId
            self.tenantName = tenantName
            self.listManagementOptions = listManagementOptions
            self.configurationOverrides = configurationOverrides
        }

        public init(from decoder: inout ShapeDecoder) {
            fromEmailAddress = decoder.optional("FromEmailAddress")
            fromEmailAddressIdentityArn =
                decoder.optional("FromEmailAddressIdentityArn", Bounds.amazonResourceName)
            destination = decoder.optional("Destination")
            replyToAddresses = decoder.optional("ReplyToAddresses")
            feedbackForwardingEmailAddress = decoder.optional("FeedbackForwardingEmailAddress")
            feedbackForwardingEmailAddressIdentityArn =
                decoder.optional(
                    "FeedbackForwardingEmailAddressIdentityArn", Bounds.amazonResourceName)
            content = decoder.required("Content")
            emailTags = decoder.optional("EmailTags")
            configurationSetName = decoder.optional("ConfigurationSetName")
            endpointId = decoder.optional("EndpointId")
            tenantName = decoder.optional("TenantName", Bounds.tenantName)
            listManagementOptions = decoder.optional("ListManagementOptions")
            configurationOverrides = decoder.optional("ConfigurationOverrides")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("FromEmailAddress", fromEmailAddress)
            encoder.write("FromEmailAddressIdentityArn", fromEmailAddressIdentityArn)
            encoder.write("Destination", destination)
            encoder.write("ReplyToAddresses", replyToAddresses)
            encoder.write("FeedbackForwardingEmailAddress", feedbackForwardingEmailAddress)
            encoder.write(
                "FeedbackForwardingEmailAddressIdentityArn", feedbackForwardingEmailAddressIdentityArn)
            encoder.write("Content", content)
            encoder.write("EmailTags", emailTags)
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("EndpointId", endpointId)
            encoder.write("TenantName", tenantName)
            encoder.write("ListManagementOptions", listManagementOptions)
            encoder.write("ConfigurationOverrides", configurationOverrides)
        }
    }

    public struct SendEmailResponse: Structure {
        /// `MessageId`
        public var messageId: String?

        public init(messageId: String? = nil) {
            self.messageId = messageId
        }

        public init(from decoder: inout ShapeDecoder) {
            messageId = decoder.optional("MessageId")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MessageId", messageId)
        }
    }

    public struct SendQuota: Structure {
        /// `Max24HourSend`
        public var max24HourSend: Double?
        /// `MaxSendRate`
        public var maxSendRate: Double?
        /// `SentLast24Hours`
        public var sentLast24Hours: Double?

        public init(
            max24HourSend: Double? = nil,
            maxSendRate: Double? = nil,
            sentLast24Hours: Double? = nil
        ) {
            self.max24HourSend = max24HourSend
            self.maxSendRate = maxSendRate
            self.sentLast24Hours = sentLast24Hours
        }

        public init(from decoder: inout ShapeDecoder) {
            max24HourSend = decoder.optional("Max24HourSend")
            maxSendRate = decoder.optional("MaxSendRate")
            sentLast24Hours = decoder.optional("SentLast24Hours")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Max24HourSend", max24HourSend)
            encoder.write("MaxSendRate", maxSendRate)
            encoder.write("SentLast24Hours", sentLast24Hours)
        }
    }

    public struct SendingOptions: Structure {
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

    public struct SigningScheme: Structure {
        /// `DefaultScheme`
        public var defaultScheme: DefaultSigningScheme?
        /// `SmimeScheme`
        public var smimeScheme: SmimeSigningScheme?

        public init(
            defaultScheme: DefaultSigningScheme? = nil,
            smimeScheme: SmimeSigningScheme? = nil
        ) {
            self.defaultScheme = defaultScheme
            self.smimeScheme = smimeScheme
        }

        public init(from decoder: inout ShapeDecoder) {
            defaultScheme = decoder.optional("DefaultScheme")
            smimeScheme = decoder.optional("SmimeScheme")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DefaultScheme", defaultScheme)
            encoder.write("SmimeScheme", smimeScheme)
        }
    }

    public struct SmimeSigningScheme: Structure {
        /// `SignatureFormat`
        public var signatureFormat: SignatureFormat?

        public init(signatureFormat: SignatureFormat? = nil) {
            self.signatureFormat = signatureFormat
        }

        public init(from decoder: inout ShapeDecoder) {
            signatureFormat = decoder.optional("SignatureFormat")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("SignatureFormat", signatureFormat)
        }
    }

    public struct SnsDestination: Structure {
        /// `TopicArn`: at least 1 character
        public var topicArn: String

        public init(topicArn: String) {
            self.topicArn = topicArn
        }

        public init(from decoder: inout ShapeDecoder) {
            topicArn = decoder.required("TopicArn", Bounds.amazonResourceName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TopicArn", topicArn)
        }
    }

    public struct StatusRecord: Structure {
        /// `Status`
        public var status: SendingStatus?
        /// `Cause`: 1 to 512 characters
        public var cause: String?
        /// `LastUpdatedTimestamp`
        public var lastUpdatedTimestamp: UnixTime?

        public init(
            status: SendingStatus? = nil,
            cause: String? = nil,
            lastUpdatedTimestamp: UnixTime? = nil
        ) {
            self.status = status
            self.cause = cause
            self.lastUpdatedTimestamp = lastUpdatedTimestamp
        }

        public init(from decoder: inout ShapeDecoder) {
            status = decoder.optional("Status")
            cause = decoder.optional("Cause", Bounds.statusCause)
            lastUpdatedTimestamp = decoder.optional("LastUpdatedTimestamp")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Status", status)
            encoder.write("Cause", cause)
            encoder.write("LastUpdatedTimestamp", lastUpdatedTimestamp)
        }
    }

    public struct SuppressedDestination: Structure {
        /// `EmailAddress`
        public var emailAddress: String
        /// `Reason`
        public var reason: SuppressionListReason
        /// `LastUpdateTime`
        public var lastUpdateTime: UnixTime
        /// `Attributes`
        public var attributes: SuppressedDestinationAttributes?
        /// `TenantName`: at least 1 character
        public var tenantName: String?

        public init(
            emailAddress: String,
            reason: SuppressionListReason,
            lastUpdateTime: UnixTime,
            attributes: SuppressedDestinationAttributes? = nil,
            tenantName: String? = nil
        ) {
            self.emailAddress = emailAddress
            self.reason = reason
            self.lastUpdateTime = lastUpdateTime
            self.attributes = attributes
            self.tenantName = tenantName
        }

        public init(from decoder: inout ShapeDecoder) {
            emailAddress = decoder.required("EmailAddress")
            reason = decoder.required("Reason")
            lastUpdateTime = decoder.required("LastUpdateTime")
            attributes = decoder.optional("Attributes")
            tenantName = decoder.optional("TenantName", Bounds.tenantName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailAddress", emailAddress)
            encoder.write("Reason", reason)
            encoder.write("LastUpdateTime", lastUpdateTime)
            encoder.write("Attributes", attributes)
            encoder.write("TenantName", tenantName)
        }
    }

    public struct SuppressedDestinationAttributes: Structure {
        /// `MessageId`
        public var messageId: String?
        /// `FeedbackId`
        public var feedbackId: String?

        public init(messageId: String? = nil, feedbackId: String? = nil) {
            self.messageId = messageId
            self.feedbackId = feedbackId
        }

        public init(from decoder: inout ShapeDecoder) {
            messageId = decoder.optional("MessageId")
            feedbackId = decoder.optional("FeedbackId")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MessageId", messageId)
            encoder.write("FeedbackId", feedbackId)
        }
    }

    public struct SuppressedDestinationSummary: Structure {
        /// `EmailAddress`
        public var emailAddress: String
        /// `Reason`
        public var reason: SuppressionListReason
        /// `LastUpdateTime`
        public var lastUpdateTime: UnixTime

        public init(emailAddress: String, reason: SuppressionListReason, lastUpdateTime: UnixTime) {
            self.emailAddress = emailAddress
            self.reason = reason
            self.lastUpdateTime = lastUpdateTime
        }

        public init(from decoder: inout ShapeDecoder) {
            emailAddress = decoder.required("EmailAddress")
            reason = decoder.required("Reason")
            lastUpdateTime = decoder.required("LastUpdateTime")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailAddress", emailAddress)
            encoder.write("Reason", reason)
            encoder.write("LastUpdateTime", lastUpdateTime)
        }
    }

    public struct SuppressionAttributes: Structure {
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

    public struct SuppressionConditionThreshold: Structure {
        /// `ConditionThresholdEnabled`
        public var conditionThresholdEnabled: FeatureStatus
        /// `OverallConfidenceThreshold`
        public var overallConfidenceThreshold: SuppressionConfidenceThreshold?

        public init(
            conditionThresholdEnabled: FeatureStatus,
            overallConfidenceThreshold: SuppressionConfidenceThreshold? = nil
        ) {
            self.conditionThresholdEnabled = conditionThresholdEnabled
            self.overallConfidenceThreshold = overallConfidenceThreshold
        }

        public init(from decoder: inout ShapeDecoder) {
            conditionThresholdEnabled = decoder.required("ConditionThresholdEnabled")
            overallConfidenceThreshold = decoder.optional("OverallConfidenceThreshold")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConditionThresholdEnabled", conditionThresholdEnabled)
            encoder.write("OverallConfidenceThreshold", overallConfidenceThreshold)
        }
    }

    public struct SuppressionConfidenceThreshold: Structure {
        /// `ConfidenceVerdictThreshold`
        public var confidenceVerdictThreshold: SuppressionConfidenceVerdictThreshold

        public init(confidenceVerdictThreshold: SuppressionConfidenceVerdictThreshold) {
            self.confidenceVerdictThreshold = confidenceVerdictThreshold
        }

        public init(from decoder: inout ShapeDecoder) {
            confidenceVerdictThreshold = decoder.required("ConfidenceVerdictThreshold")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfidenceVerdictThreshold", confidenceVerdictThreshold)
        }
    }

    public struct SuppressionListDestination: Structure {
        /// `SuppressionListImportAction`
        public var suppressionListImportAction: SuppressionListImportAction

        public init(suppressionListImportAction: SuppressionListImportAction) {
            self.suppressionListImportAction = suppressionListImportAction
        }

        public init(from decoder: inout ShapeDecoder) {
            suppressionListImportAction = decoder.required("SuppressionListImportAction")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("SuppressionListImportAction", suppressionListImportAction)
        }
    }

    public struct SuppressionOptions: Structure {
        /// `SuppressedReasons`
        public var suppressedReasons: [SuppressionListReason]?
        /// `SuppressionScope`
        public var suppressionScope: SuppressionListScope?
        /// `ValidationOptions`
        public var validationOptions: SuppressionValidationOptions?

        public init(
            suppressedReasons: [SuppressionListReason]? = nil,
            suppressionScope: SuppressionListScope? = nil,
            validationOptions: SuppressionValidationOptions? = nil
        ) {
            self.suppressedReasons = suppressedReasons
            self.suppressionScope = suppressionScope
            self.validationOptions = validationOptions
        }

        public init(from decoder: inout ShapeDecoder) {
            suppressedReasons = decoder.optional("SuppressedReasons")
            suppressionScope = decoder.optional("SuppressionScope")
            validationOptions = decoder.optional("ValidationOptions")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("SuppressedReasons", suppressedReasons)
            encoder.write("SuppressionScope", suppressionScope)
            encoder.write("ValidationOptions", validationOptions)
        }
    }

    public struct SuppressionValidationAttributes: Structure {
        /// `ConditionThreshold`
        public var conditionThreshold: SuppressionConditionThreshold

        public init(conditionThreshold: SuppressionConditionThreshold) {
            self.conditionThreshold = conditionThreshold
        }

        public init(from decoder: inout ShapeDecoder) {
            conditionThreshold = decoder.required("ConditionThreshold")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConditionThreshold", conditionThreshold)
        }
    }

    public struct SuppressionValidationOptions: Structure {
        /// `ConditionThreshold`
        public var conditionThreshold: SuppressionConditionThreshold

        public init(conditionThreshold: SuppressionConditionThreshold) {
            self.conditionThreshold = conditionThreshold
        }

        public init(from decoder: inout ShapeDecoder) {
            conditionThreshold = decoder.required("ConditionThreshold")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConditionThreshold", conditionThreshold)
        }
    }
}
