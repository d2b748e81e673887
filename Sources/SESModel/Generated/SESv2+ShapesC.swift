// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv2 {
    public struct CancelExportJobRequest: Structure {
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

    public struct CancelExportJobResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CloudWatchDestination: Structure {
        /// `DimensionConfigurations`
        public var dimensionConfigurations: [CloudWatchDimensionConfiguration]

        public init(dimensionConfigurations: [CloudWatchDimensionConfiguration]) {
            self.dimensionConfigurations = dimensionConfigurations
        }

        public init(from decoder: inout ShapeDecoder) {
            dimensionConfigurations = decoder.required("DimensionConfigurations")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DimensionConfigurations", dimensionConfigurations)
        }
    }

    public struct CloudWatchDimensionConfiguration: Structure {
        /// `DimensionName`
        public var dimensionName: String
        /// `DimensionValueSource`
        public var dimensionValueSource: DimensionValueSource
        /// `DefaultDimensionValue`
        public var defaultDimensionValue: String

        public init(
            dimensionName: String,
            dimensionValueSource: DimensionValueSource,
            defaultDimensionValue: String
        ) {
            self.dimensionName = dimensionName
            self.dimensionValueSource = dimensionValueSource
            self.defaultDimensionValue = defaultDimensionValue
        }

        public init(from decoder: inout ShapeDecoder) {
            dimensionName = decoder.required("DimensionName")
            dimensionValueSource = decoder.required("DimensionValueSource")
            defaultDimensionValue = decoder.required("DefaultDimensionValue")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DimensionName", dimensionName)
            encoder.write("DimensionValueSource", dimensionValueSource)
            encoder.write("DefaultDimensionValue", defaultDimensionValue)
        }
    }

    public struct Complaint: Structure {
        /// `ComplaintSubType`
        public var complaintSubType: String?
        /// `ComplaintFeedbackType`
        public var complaintFeedbackType: String?

        public init(complaintSubType: String? = nil, complaintFeedbackType: String? = nil) {
            self.complaintSubType = complaintSubType
            self.complaintFeedbackType = complaintFeedbackType
        }

        public init(from decoder: inout ShapeDecoder) {
            complaintSubType = decoder.optional("ComplaintSubType")
            complaintFeedbackType = decoder.optional("ComplaintFeedbackType")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ComplaintSubType", complaintSubType)
            encoder.write("ComplaintFeedbackType", complaintFeedbackType)
        }
    }

    public struct ConfigurationOverrides: Structure {
        /// `Tracking`
        public var tracking: TrackingConfigurationOverrides?

        public init(tracking: TrackingConfigurationOverrides? = nil) {
            self.tracking = tracking
        }

        public init(from decoder: inout ShapeDecoder) {
            tracking = decoder.optional("Tracking")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Tracking", tracking)
        }
    }

    public struct Contact: Structure {
        /// `EmailAddress`
        public var emailAddress: String?
        /// `TopicPreferences`
        public var topicPreferences: [TopicPreference]?
        /// `TopicDefaultPreferences`
        public var topicDefaultPreferences: [TopicPreference]?
        /// `UnsubscribeAll`
        public var unsubscribeAll: Bool?
        /// `LastUpdatedTimestamp`
        public var lastUpdatedTimestamp: UnixTime?

        public init(
            emailAddress: String? = nil,
            topicPreferences: [TopicPreference]? = nil,
            topicDefaultPreferences: [TopicPreference]? = nil,
            unsubscribeAll: Bool? = nil,
            lastUpdatedTimestamp: UnixTime? = nil
        ) {
            self.emailAddress = emailAddress
            self.topicPreferences = topicPreferences
            self.topicDefaultPreferences = topicDefaultPreferences
            self.unsubscribeAll = unsubscribeAll
            self.lastUpdatedTimestamp = lastUpdatedTimestamp
        }

        public init(from decoder: inout ShapeDecoder) {
            emailAddress = decoder.optional("EmailAddress")
            topicPreferences = decoder.optional("TopicPreferences")
            topicDefaultPreferences = decoder.optional("TopicDefaultPreferences")
            unsubscribeAll = decoder.optional("UnsubscribeAll")
            lastUpdatedTimestamp = decoder.optional("LastUpdatedTimestamp")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailAddress", emailAddress)
            encoder.write("TopicPreferences", topicPreferences)
            encoder.write("TopicDefaultPreferences", topicDefaultPreferences)
            encoder.write("UnsubscribeAll", unsubscribeAll)
            encoder.write("LastUpdatedTimestamp", lastUpdatedTimestamp)
        }
    }

    public struct ContactList: Structure {
        /// `ContactListName`
        public var contactListName: String?
        /// `LastUpdatedTimestamp`
        public var lastUpdatedTimestamp: UnixTime?

        public init(contactListName: String? = nil, lastUpdatedTimestamp: UnixTime? = nil) {
            self.contactListName = contactListName
            self.lastUpdatedTimestamp = lastUpdatedTimestamp
        }

        public init(from decoder: inout ShapeDecoder) {
            contactListName = decoder.optional("ContactListName")
            lastUpdatedTimestamp = decoder.optional("LastUpdatedTimestamp")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ContactListName", contactListName)
            encoder.write("LastUpdatedTimestamp", lastUpdatedTimestamp)
        }
    }

    public struct ContactListDestination: Structure {
        /// `ContactListName`
        public var contactListName: String
        /// `ContactListImportAction`
        public var contactListImportAction: ContactListImportAction

        public init(contactListName: String, contactListImportAction: ContactListImportAction) {
            self.contactListName = contactListName
            self.contactListImportAction = contactListImportAction
        }

        public init(from decoder: inout ShapeDecoder) {
            contactListName = decoder.required("ContactListName")
            contactListImportAction = decoder.required("ContactListImportAction")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ContactListName", contactListName)
            encoder.write("ContactListImportAction", contactListImportAction)
        }
    }

    public struct Content: Structure {
        /// `Data`
        public var data: String
        /// `Charset`
        public var charset: String?

        public init(data: String, charset: String? = nil) {
            self.data = data
            self.charset = charset
        }

        public init(from decoder: inout ShapeDecoder) {
            data = decoder.required("Data")
            charset = decoder.optional("Charset")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Data", data)
            encoder.write("Charset", charset)
        }
    }

    public struct CreateConfigurationSetEventDestinationRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `EventDestinationName`
        public var eventDestinationName: String
        /// `EventDestination`
        public var eventDestination: EventDestinationDefinition

        public init(
            configurationSetName: String,
            eventDestinationName: String,
            eventDestination: EventDestinationDefinition
        ) {
            self.configurationSetName = configurationSetName
            self.eventDestinationName = eventDestinationName
            self.eventDestination = eventDestination
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            eventDestinationName = decoder.required("EventDestinationName")
            eventDestination = decoder.required("EventDestination")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("EventDestinationName", eventDestinationName)
            encoder.write("EventDestination", eventDestination)
        }
    }

    public struct CreateConfigurationSetEventDestinationResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateConfigurationSetRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
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
            configurationSetName: String,
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
            configurationSetName = decoder.required("ConfigurationSetName")
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

    public struct CreateConfigurationSetResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateContactListRequest: Structure {
        /// `ContactListName`
        public var contactListName: String
        /// `Topics`
        public var topics: [Topic]?
        /// `Description`
        public var description: String?
        /// `Tags`
        public var tags: [Tag]?

        public init(
            contactListName: String,
            topics: [Topic]? = nil,
            description: String? = nil,
            tags: [Tag]? = nil
        ) {
            self.contactListName = contactListName
            self.topics = topics
            self.description = description
            self.tags = tags
        }

        public init(from decoder: inout ShapeDecoder) {
            contactListName = decoder.required("ContactListName")
            topics = decoder.optional("Topics")
            description = decoder.optional("Description")
            tags = decoder.optional("Tags")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ContactListName", contactListName)
            encoder.write("Topics", topics)
            encoder.write("Description", description)
            encoder.write("Tags", tags)
        }
    }

    public struct CreateContactListResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateContactRequest: Structure {
        /// `ContactListName`
        public var contactListName: String
        /// `EmailAddress`
        public var emailAddress: String
        /// `TopicPreferences`
        public var topicPreferences: [TopicPreference]?
        /// `UnsubscribeAll`
        public var unsubscribeAll: Bool?
        /// `AttributesData`
        public var attributesData: String?

        public init(
            contactListName: String,
            emailAddress: String,
            topicPreferences: [TopicPreference]? = nil,
            unsubscribeAll: Bool? = nil,
            attributesData: String? = nil
        ) {
            self.contactListName = contactListName
            self.emailAddress = emailAddress
            self.topicPreferences = topicPreferences
            self.unsubscribeAll = unsubscribeAll
            self.attributesData = attributesData
        }

        public init(from decoder: inout ShapeDecoder) {
            contactListName = decoder.required("ContactListName")
            emailAddress = decoder.required("EmailAddress")
            topicPreferences = decoder.optional("TopicPreferences")
            unsubscribeAll = decoder.optional("UnsubscribeAll")
            attributesData = decoder.optional("AttributesData")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ContactListName", contactListName)
            encoder.write("EmailAddress", emailAddress)
            encoder.write("TopicPreferences", topicPreferences)
            encoder.write("UnsubscribeAll", unsubscribeAll)
            encoder.write("AttributesData", attributesData)
        }
    }

    public struct CreateContactResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateCustomVerificationEmailTemplateRequest: Structure {
        /// `TemplateName`: at least 1 character
        public var templateName: String
        /// `FromEmailAddress`
        public var fromEmailAddress: String
        /// `TemplateSubject`
        public var templateSubject: String
        /// `TemplateContent`
        public var templateContent: String
        /// `Tags`
        public var tags: [Tag]?
        /// `SuccessRedirectionURL`
        public var successRedirectionURL: String
        /// `FailureRedirectionURL`
        public var failureRedirectionURL: String

        public init(
            templateName: String,
            fromEmailAddress: String,
            templateSubject: String,
            templateContent: String,
            tags: [Tag]? = nil,
            successRedirectionURL: String,
            failureRedirectionURL: String
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
            templateName = decoder.required("TemplateName", Bounds.emailTemplateName)
            fromEmailAddress = decoder.required("FromEmailAddress")
            templateSubject = decoder.required("TemplateSubject")
            templateContent = decoder.required("TemplateContent")
            tags = decoder.optional("Tags")
            successRedirectionURL = decoder.required("SuccessRedirectionURL")
            failureRedirectionURL = decoder.required("FailureRedirectionURL")
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

    public struct CreateCustomVerificationEmailTemplateResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateDedicatedIpPoolRequest: Structure {
        /// `PoolName`
        public var poolName: String
        /// `Tags`
        public var tags: [Tag]?
        /// `ScalingMode`
        public var scalingMode: ScalingMode?

        public init(poolName: String, tags: [Tag]? = nil, scalingMode: ScalingMode? = nil) {
            self.poolName = poolName
            self.tags = tags
            self.scalingMode = scalingMode
        }

        public init(from decoder: inout ShapeDecoder) {
            poolName = decoder.required("PoolName")
            tags = decoder.optional("Tags")
            scalingMode = decoder.optional("ScalingMode")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("PoolName", poolName)
            encoder.write("Tags", tags)
            encoder.write("ScalingMode", scalingMode)
        }
    }

    public struct CreateDedicatedIpPoolResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateDeliverabilityTestReportRequest: Structure {
        /// `ReportName`
        public var reportName: String?
        /// `FromEmailAddress`
        public var fromEmailAddress: String
        /// `Content`
        public var content: EmailContent
        /// `Tags`
        public var tags: [Tag]?

        public init(
            reportName: String? = nil,
            fromEmailAddress: String,
            content: EmailContent,
            tags: [Tag]? = nil
        ) {
            self.reportName = reportName
            self.fromEmailAddress = fromEmailAddress
            self.content = content
            self.tags = tags
        }

        public init(from decoder: inout ShapeDecoder) {
            reportName = decoder.optional("ReportName")
            fromEmailAddress = decoder.required("FromEmailAddress")
            content = decoder.required("Content")
            tags = decoder.optional("Tags")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReportName", reportName)
            encoder.write("FromEmailAddress", fromEmailAddress)
            encoder.write("Content", content)
            encoder.write("Tags", tags)
        }
    }

    public struct CreateDeliverabilityTestReportResponse: Structure {
        /// `ReportId`
        public var reportId: String
        /// `DeliverabilityTestStatus`
        public var deliverabilityTestStatus: DeliverabilityTestStatus

        public init(reportId: String, deliverabilityTestStatus: DeliverabilityTestStatus) {
            self.reportId = reportId
            self.deliverabilityTestStatus = deliverabilityTestStatus
        }

        public init(from decoder: inout ShapeDecoder) {
            reportId = decoder.required("ReportId")
            deliverabilityTestStatus = decoder.required("DeliverabilityTestStatus")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReportId", reportId)
            encoder.write("DeliverabilityTestStatus", deliverabilityTestStatus)
        }
    }

    public struct CreateEmailIdentityPolicyRequest: Structure {
        /// `EmailIdentity`: at least 1 character
        public var emailIdentity: String
        /// `PolicyName`: 1 to 64 characters
        public var policyName: String
        /// `Policy`: at least 1 character
        public var policy: String

        public init(emailIdentity: String, policyName: String, policy: String) {
            self.emailIdentity = emailIdentity
            self.policyName = policyName
            self.policy = policy
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentity = decoder.required("EmailIdentity", Bounds.identity)
            policyName = decoder.required("PolicyName", Bounds.policyName)
            policy = decoder.required("Policy", Bounds.policy)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentity", emailIdentity)
            encoder.write("PolicyName", policyName)
            encoder.write("Policy", policy)
        }
    }

    public struct CreateEmailIdentityPolicyResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateEmailIdentityRequest: Structure {
        /// `EmailIdentity`: at least 1 character
        public var emailIdentity: String
        /// `Tags`
        public var tags: [Tag]?
        /// `DkimSigningAttributes`
        public var dkimSigningAttributes: DkimSigningAttributes?
        /// `ConfigurationSetName`
        public var configurationSetName: String?

        public init(
            emailIdentity: String,
            tags: [Tag]? = nil,
            dkimSigningAttributes: DkimSigningAttributes? = nil,
            configurationSetName: String? = nil
        ) {
            self.emailIdentity = emailIdentity
            self.tags = tags
            self.dkimSigningAttributes = dkimSigningAttributes
            self.configurationSetName = configurationSetName
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentity = decoder.required("EmailIdentity", Bounds.identity)
            tags = decoder.optional("Tags")
            dkimSigningAttributes = decoder.optional("DkimSigningAttributes")
            configurationSetName = decoder.optional("ConfigurationSetName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentity", emailIdentity)
            encoder.write("Tags", tags)
            encoder.write("DkimSigningAttributes", dkimSigningAttributes)
            encoder.write("ConfigurationSetName", configurationSetName)
        }
    }

    public struct CreateEmailIdentityResponse: Structure {
        /// `IdentityType`
        public var identityType: IdentityType?
        /// `VerifiedForSendingStatus`
        public var verifiedForSendingStatus: Bool?
        /// `DkimAttributes`
        public var dkimAttributes: DkimAttributes?

        public init(
            identityType: IdentityType? = nil,
            verifiedForSendingStatus: Bool? = nil,
            dkimAttributes: DkimAttributes? = nil
        ) {
            self.identityType = identityType
            self.verifiedForSendingStatus = verifiedForSendingStatus
            self.dkimAttributes = dkimAttributes
        }

        public init(from decoder: inout ShapeDecoder) {
            identityType = decoder.optional("IdentityType")
            verifiedForSendingStatus = decoder.optional("VerifiedForSendingStatus")
            dkimAttributes = decoder.optional("DkimAttributes")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("IdentityType", identityType)
            encoder.write("VerifiedForSendingStatus", verifiedForSendingStatus)
            encoder.write("DkimAttributes", dkimAttributes)
        }
    }

    public struct CreateEmailTemplateRequest: Structure {
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

    public struct CreateEmailTemplateResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateExportJobRequest: Structure {
        /// `ExportDataSource`
        public var exportDataSource: ExportDataSource
        /// `ExportDestination`
        public var exportDestination: ExportDestination

        public init(exportDataSource: ExportDataSource, exportDestination: ExportDestination) {
            self.exportDataSource = exportDataSource
            self.exportDestination = exportDestination
        }

        public init(from decoder: inout ShapeDecoder) {
            exportDataSource = decoder.required("ExportDataSource")
            exportDestination = decoder.required("ExportDestination")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ExportDataSource", exportDataSource)
            encoder.write("ExportDestination", exportDestination)
        }
    }

    public struct CreateExportJobResponse: Structure {
        /// `JobId`: at least 1 character
        public var jobId: String?

        public init(jobId: String? = nil) {
            self.jobId = jobId
        }

        public init(from decoder: inout ShapeDecoder) {
            jobId = decoder.optional("JobId", Bounds.jobId)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("JobId", jobId)
        }
    }

    public struct CreateImportJobRequest: Structure {
        /// `ImportDestination`
        public var importDestination: ImportDestination
        /// `ImportDataSource`
        public var importDataSource: ImportDataSource

        public init(importDestination: ImportDestination, importDataSource: ImportDataSource) {
            self.importDestination = importDestination
            self.importDataSource = importDataSource
        }

        public init(from decoder: inout ShapeDecoder) {
            importDestination = decoder.required("ImportDestination")
            importDataSource = decoder.required("ImportDataSource")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ImportDestination", importDestination)
            encoder.write("ImportDataSource", importDataSource)
        }
    }

    public struct CreateImportJobResponse: Structure {
        /// `JobId`: at least 1 character
        public var jobId: String?

        public init(jobId: String? = nil) {
            self.jobId = jobId
        }

        public init(from decoder: inout ShapeDecoder) {
            jobId = decoder.optional("JobId", Bounds.jobId)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("JobId", jobId)
        }
    }

    public struct CreateMultiRegionEndpointRequest: Structure {
        /// `EndpointName`: 1 to 64 characters
        public var endpointName: String
        /// `Details`
        public var details: Details
        /// `Tags`
        public var tags: [Tag]?

        public init(endpointName: String, details: Details, tags: [Tag]? = nil) {
            self.endpointName = endpointName
            self.details = details
            self.tags = tags
        }

        public init(from decoder: inout ShapeDecoder) {
            endpointName = decoder.required("EndpointName", Bounds.endpointName)
            details = decoder.required("Details")
            tags = decoder.optional("Tags")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EndpointName", endpointName)
            encoder.write("Details", details)
            encoder.write("Tags", tags)
        }
    }

    public struct CreateMultiRegionEndpointResponse: Structure {
        /// `Status`
        public var status: Status?
        /// `EndpointId`
        public var endpointId: String?

        public init(status: Status? = nil, endpointId: String? = nil) {
            self.status = status
            self.endpointId = endpointId
        }

        public init(from decoder: inout ShapeDecoder) {
            status = decoder.optional("Status")
            endpointId = decoder.optional("EndpointId")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Status", status)
            encoder.write("EndpointId", endpointId)
        }
    }

    public struct CreateTenantRequest: Structure {
        /// `TenantName`: at least 1 character
        public var tenantName: String
        /// `Tags`
        public var tags: [Tag]?
        /// `SuppressionAttributes`
        public var suppressionAttributes: TenantSuppressionAttributes?

        public init(
            tenantName: String,
            tags: [Tag]? = nil,
            suppressionAttributes: TenantSuppressionAttributes? = nil
        ) {
            self.tenantName = tenantName
            self.tags = tags
            self.suppressionAttributes = suppressionAttributes
        }

        public init(from decoder: inout ShapeDecoder) {
            tenantName = decoder.required("TenantName", Bounds.tenantName)
            tags = decoder.optional("Tags")
            suppressionAttributes = decoder.optional("SuppressionAttributes")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TenantName", tenantName)
            encoder.write("Tags", tags)
            encoder.write("SuppressionAttributes", suppressionAttributes)
        }
    }

    public struct CreateTenantResourceAssociationRequest: Structure {
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

    public struct CreateTenantResourceAssociationResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateTenantResponse: Structure {
        /// `TenantName`: at least 1 character
        public var tenantName: String?
        /// `TenantId`
        public var tenantId: String?
        /// `TenantArn`: at least 1 character
        public var tenantArn: String?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?
        /// `Tags`
        public var tags: [Tag]?
        /// `SendingStatus`
        public var sendingStatus: SendingStatus?
        /// `SuppressionAttributes`
        public var suppressionAttributes: TenantSuppressionAttributes?

        public init(
            tenantName: String? = nil,
            tenantId: String? = nil,
            tenantArn: String? = nil,
            createdTimestamp: UnixTime? = nil,
            tags: [Tag]? = nil,
            sendingStatus: SendingStatus? = nil,
            suppressionAttributes: TenantSuppressionAttributes? = nil
        ) {
            self.tenantName = tenantName
            self.tenantId = tenantId
            self.tenantArn = tenantArn
            self.createdTimestamp = createdTimestamp
            self.tags = tags
            self.sendingStatus = sendingStatus
            self.suppressionAttributes = suppressionAttributes
        }

        public init(from decoder: inout ShapeDecoder) {
            tenantName = decoder.optional("TenantName", Bounds.tenantName)
            tenantId = decoder.optional("TenantId")
            tenantArn = decoder.optional("TenantArn", Bounds.amazonResourceName)
            createdTimestamp = decoder.optional("CreatedTimestamp")
            tags = decoder.optional("Tags")
            sendingStatus = decoder.optional("SendingStatus")
            suppressionAttributes = decoder.optional("SuppressionAttributes")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TenantName", tenantName)
            encoder.write("TenantId", tenantId)
            encoder.write("TenantArn", tenantArn)
            encoder.write("CreatedTimestamp", createdTimestamp)
            encoder.write("Tags", tags)
            encoder.write("SendingStatus", sendingStatus)
            encoder.write("SuppressionAttributes", suppressionAttributes)
        }
    }

    public struct CustomVerificationEmailTemplateMetadata: Structure {
        /// `TemplateName`: at least 1 character
        public var templateName: String?
        /// `FromEmailAddress`
        public var fromEmailAddress: String?
        /// `TemplateSubject`
        public var templateSubject: String?
        /// `SuccessRedirectionURL`
        public var successRedirectionURL: String?
        /// `FailureRedirectionURL`
        public var failureRedirectionURL: String?

        public init(
            templateName: String? = nil,
            fromEmailAddress: String? = nil,
            templateSubject: String? = nil,
            successRedirectionURL: String? = nil,
            failureRedirectionURL: String? = nil
        ) {
            self.templateName = templateName
            self.fromEmailAddress = fromEmailAddress
            self.templateSubject = templateSubject
            self.successRedirectionURL = successRedirectionURL
            self.failureRedirectionURL = failureRedirectionURL
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.optional("TemplateName", Bounds.emailTemplateName)
            fromEmailAddress = decoder.optional("FromEmailAddress")
            templateSubject = decoder.optional("TemplateSubject")
            successRedirectionURL = decoder.optional("SuccessRedirectionURL")
            failureRedirectionURL = decoder.optional("FailureRedirectionURL")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
            encoder.write("FromEmailAddress", fromEmailAddress)
            encoder.write("TemplateSubject", templateSubject)
            encoder.write("SuccessRedirectionURL", successRedirectionURL)
            encoder.write("FailureRedirectionURL", failureRedirectionURL)
        }
    }
}
