// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv2 {
    public struct Tag: Structure {
        /// `Key`
        public var key: String
        /// `Value`
        public var value: String

        public init(key: String, value: String) {
            self.key = key
            self.value = value
        }

        public init(from decoder: inout ShapeDecoder) {
            key = decoder.required("Key")
            value = decoder.required("Value")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Key", key)
            encoder.write("Value", value)
        }
    }

    public struct TagResourceRequest: Structure {
        /// `ResourceArn`: at least 1 character
        public var resourceArn: String
        /// `Tags`
        public var tags: [Tag]

        public init(resourceArn: String, tags: [Tag]) {
            self.resourceArn = resourceArn
            self.tags = tags
        }

        public init(from decoder: inout ShapeDecoder) {
            resourceArn = decoder.required("ResourceArn", Bounds.amazonResourceName)
            tags = decoder.required("Tags")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ResourceArn", resourceArn)
            encoder.write("Tags", tags)
        }
    }

    public struct TagResourceResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct Template: Structure {
        /// `TemplateName`: at least 1 character
        public var templateName: String?
        /// `TemplateArn`: at least 1 character
        public var templateArn: String?
        /// `TemplateContent`
        public var templateContent: EmailTemplateContent?
        /// `TemplateData`: at most 262144 characters
        public var templateData: String?
        /// `Headers`: at most 15 items
        public var headers: [MessageHeader]?
        /// `Attachments`
        public var attachments: [Attachment]?

        public init(
            templateName: String? = nil,
            templateArn: String? = nil,
            templateContent: EmailTemplateContent? = nil,
            templateData: String? = nil,
            headers: [MessageHeader]? = nil,
            attachments: [Attachment]? = nil
        ) {
            self.templateName = templateName
            self.templateArn = templateArn
            self.templateContent = templateContent
            self.templateData = templateData
            self.headers = headers
            self.attachments = attachments
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.optional("TemplateName", Bounds.emailTemplateName)
            templateArn = decoder.optional("TemplateArn", Bounds.amazonResourceName)
            templateContent = decoder.optional("TemplateContent")
            templateData = decoder.optional("TemplateData", Bounds.emailTemplateData)
            headers = decoder.optional("Headers", Bounds.messageHeaderList)
            attachments = decoder.optional("Attachments")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
            encoder.write("TemplateArn", templateArn)
            encoder.write("TemplateContent", templateContent)
            encoder.write("TemplateData", templateData)
            encoder.write("Headers", headers)
            encoder.write("Attachments", attachments)
        }
    }

    public struct Tenant: Structure {
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

    public struct TenantInfo: Structure {
        /// `TenantName`: at least 1 character
        public var tenantName: String?
        /// `TenantId`
        public var tenantId: String?
        /// `TenantArn`: at least 1 character
        public var tenantArn: String?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?
        /// `SendingStatus`
        public var sendingStatus: SendingStatus?

        public init(
            tenantName: String? = nil,
            tenantId: String? = nil,
            tenantArn: String? = nil,
            createdTimestamp: UnixTime? = nil,
            sendingStatus: SendingStatus? = nil
        ) {
            self.tenantName = tenantName
            self.tenantId = tenantId
            self.tenantArn = tenantArn
            self.createdTimestamp = createdTimestamp
            self.sendingStatus = sendingStatus
        }

        public init(from decoder: inout ShapeDecoder) {
            tenantName = decoder.optional("TenantName", Bounds.tenantName)
            tenantId = decoder.optional("TenantId")
            tenantArn = decoder.optional("TenantArn", Bounds.amazonResourceName)
            createdTimestamp = decoder.optional("CreatedTimestamp")
            sendingStatus = decoder.optional("SendingStatus")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TenantName", tenantName)
            encoder.write("TenantId", tenantId)
            encoder.write("TenantArn", tenantArn)
            encoder.write("CreatedTimestamp", createdTimestamp)
            encoder.write("SendingStatus", sendingStatus)
        }
    }

    public struct TenantResource: Structure {
        /// `ResourceType`
        public var resourceType: ResourceType?
        /// `ResourceArn`: at least 1 character
        public var resourceArn: String?

        public init(resourceType: ResourceType? = nil, resourceArn: String? = nil) {
            self.resourceType = resourceType
            self.resourceArn = resourceArn
        }

        public init(from decoder: inout ShapeDecoder) {
            resourceType = decoder.optional("ResourceType")
            resourceArn = decoder.optional("ResourceArn", Bounds.amazonResourceName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ResourceType", resourceType)
            encoder.write("ResourceArn", resourceArn)
        }
    }

    public struct TenantSuppressionAttributes: Structure {
        /// `SuppressedReasons`
        public var suppressedReasons: [SuppressionListReason]?
        /// `SuppressionScope`
        public var suppressionScope: SuppressionListScope?

        public init(
            suppressedReasons: [SuppressionListReason]? = nil,
            suppressionScope: SuppressionListScope? = nil
        ) {
            self.suppressedReasons = suppressedReasons
            self.suppressionScope = suppressionScope
        }

        public init(from decoder: inout ShapeDecoder) {
            suppressedReasons = decoder.optional("SuppressedReasons")
            suppressionScope = decoder.optional("SuppressionScope")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("SuppressedReasons", suppressedReasons)
            encoder.write("SuppressionScope", suppressionScope)
        }
    }

    public struct TestRenderEmailTemplateRequest: Structure {
        /// `TemplateName`: at least 1 character
        public var templateName: String
        /// `TemplateData`: at most 262144 characters
        public var templateData: String

        public init(templateName: String, templateData: String) {
            self.templateName = templateName
            self.templateData = templateData
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.required("TemplateName", Bounds.emailTemplateName)
            templateData = decoder.required("TemplateData", Bounds.emailTemplateData)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
            encoder.write("TemplateData", templateData)
        }
    }

    public struct TestRenderEmailTemplateResponse: Structure {
        /// `RenderedTemplate`
        public var renderedTemplate: String

        public init(renderedTemplate: String) {
            self.renderedTemplate = renderedTemplate
        }

        public init(from decoder: inout ShapeDecoder) {
            renderedTemplate = decoder.required("RenderedTemplate")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RenderedTemplate", renderedTemplate)
        }
    }

    public struct Topic: Structure {
        /// `TopicName`
        public var topicName: String
        /// `DisplayName`
        public var displayName: String
        /// `Description`
        public var description: String?
        /// `DefaultSubscriptionStatus`
        public var defaultSubscriptionStatus: SubscriptionStatus

        public init(
            topicName: String,
            displayName: String,
            description: String? = nil,
            defaultSubscriptionStatus: SubscriptionStatus
        ) {
            self.topicName = topicName
            self.displayName = displayName
            self.description = description
            self.defaultSubscriptionStatus = defaultSubscriptionStatus
        }

        public init(from decoder: inout ShapeDecoder) {
            topicName = decoder.required("TopicName")
            displayName = decoder.required("DisplayName")
            description = decoder.optional("Description")
            defaultSubscriptionStatus = decoder.required("DefaultSubscriptionStatus")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TopicName", topicName)
            encoder.write("DisplayName", displayName)
            encoder.write("Description", description)
            encoder.write("DefaultSubscriptionStatus", defaultSubscriptionStatus)
        }
    }

    public struct TopicFilter: Structure {
        /// `TopicName`
        public var topicName: String?
        /// `UseDefaultIfPreferenceUnavailable`
        public var useDefaultIfPreferenceUnavailable: Bool?

        public init(topicName: String? = nil, useDefaultIfPreferenceUnavailable: Bool? = nil) {
            self.topicName = topicName
            self.useDefaultIfPreferenceUnavailable = useDefaultIfPreferenceUnavailable
        }

        public init(from decoder: inout ShapeDecoder) {
            topicName = decoder.optional("TopicName")
            useDefaultIfPreferenceUnavailable =
                decoder.optional("UseDefaultIfPreferenceUnavailable")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TopicName", topicName)
            encoder.write("UseDefaultIfPreferenceUnavailable", useDefaultIfPreferenceUnavailable)
        }
    }

    public struct TopicPreference: Structure {
        /// `TopicName`
        public var topicName: String
        /// `SubscriptionStatus`
        public var subscriptionStatus: SubscriptionStatus

        public init(topicName: String, subscriptionStatus: SubscriptionStatus) {
            self.topicName = topicName
            self.subscriptionStatus = subscriptionStatus
        }

        public init(from decoder: inout ShapeDecoder) {
            topicName = decoder.required("TopicName")
            subscriptionStatus = decoder.required("SubscriptionStatus")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TopicName", topicName)
            encoder.write("SubscriptionStatus", subscriptionStatus)
        }
    }

    public struct TrackingConfigurationOverrides: Structure {
        /// `OpenTrackingEnabled`
        public var openTrackingEnabled: FeatureStatus?
        /// `ClickTrackingEnabled`
        public var clickTrackingEnabled: FeatureStatus?

        public init(
            openTrackingEnabled: FeatureStatus? = nil,
            clickTrackingEnabled: FeatureStatus? = nil
        ) {
            self.openTrackingEnabled = openTrackingEnabled
            self.clickTrackingEnabled = clickTrackingEnabled
        }

        public init(from decoder: inout ShapeDecoder) {
            openTrackingEnabled = decoder.optional("OpenTrackingEnabled")
            clickTrackingEnabled = decoder.optional("ClickTrackingEnabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("OpenTrackingEnabled", openTrackingEnabled)
            encoder.write("ClickTrackingEnabled", clickTrackingEnabled)
        }
    }

    public struct TrackingOptions: Structure {
        /// `CustomRedirectDomain`
        public var customRedirectDomain: String
        /// `HttpsPolicy`
        public var httpsPolicy: HttpsPolicy?

        public init(customRedirectDomain: String, httpsPolicy: HttpsPolicy? = nil) {
            self.customRedirectDomain = customRedirectDomain
            self.httpsPolicy = httpsPolicy
        }

        public init(from decoder: inout ShapeDecoder) {
            customRedirectDomain = decoder.required("CustomRedirectDomain")
            httpsPolicy = decoder.optional("HttpsPolicy")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("CustomRedirectDomain", customRedirectDomain)
            encoder.write("HttpsPolicy", httpsPolicy)
        }
    }
}
