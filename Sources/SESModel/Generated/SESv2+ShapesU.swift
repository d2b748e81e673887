// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv2 {
    public struct UntagResourceRequest: Structure {
        /// `ResourceArn`: at least 1 character
        public var resourceArn: String
        /// `TagKeys`
        public var tagKeys: [String]

        public init(resourceArn: String, tagKeys: [String]) {
            self.resourceArn = resourceArn
            self.tagKeys = tagKeys
        }

        public init(from decoder: inout ShapeDecoder) {
            resourceArn = decoder.required("ResourceArn", Bounds.amazonResourceName)
            tagKeys = decoder.required("TagKeys")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ResourceArn", resourceArn)
            encoder.write("TagKeys", tagKeys)
        }
    }

    public struct UntagResourceResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct UpdateConfigurationSetEventDestinationRequest: Structure {
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

    public struct UpdateConfigurationSetEventDestinationResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct UpdateConfigurationSetRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `MessageSecurityOptions`
        public var messageSecurityOptions: MessageSecurityOptions?

        public init(
            configurationSetName: String,
            messageSecurityOptions: MessageSecurityOptions? = nil
        ) {
            self.configurationSetName = configurationSetName
            self.messageSecurityOptions = messageSecurityOptions
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            messageSecurityOptions = decoder.optional("MessageSecurityOptions")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("MessageSecurityOptions", messageSecurityOptions)
        }
    }

    public struct UpdateConfigurationSetResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct UpdateContactListRequest: Structure {
        /// `ContactListName`
        public var contactListName: String
        /// `Topics`
        public var topics: [Topic]?
        /// `Description`
        public var description: String?

        public init(contactListName: String, topics: [Topic]? = nil, description: String? = nil) {
            self.contactListName = contactListName
            self.topics = topics
            self.description = description
        }

        public init(from decoder: inout ShapeDecoder) {
            contactListName = decoder.required("ContactListName")
            topics = decoder.optional("Topics")
            description = decoder.optional("Description")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ContactListName", contactListName)
            encoder.write("Topics", topics)
            encoder.write("Description", description)
        }
    }

    public struct UpdateContactListResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct UpdateContactRequest: Structure {
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

    public struct UpdateContactResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct UpdateCustomVerificationEmailTemplateRequest: Structure {
        /// `TemplateName`: at least 1 character
        public var templateName: String
        /// `FromEmailAddress`
        public var fromEmailAddress: String
        /// `TemplateSubject`
        public var templateSubject: String
        /// `TemplateContent`
        public var templateContent: String
        /// `SuccessRedirectionURL`
        public var successRedirectionURL: String
        /// `FailureRedirectionURL`
        public var failureRedirectionURL: String

        public init(
            templateName: String,
            fromEmailAddress: String,
            templateSubject: String,
            templateContent: String,
            successRedirectionURL: String,
            failureRedirectionURL: String
        ) {
            self.templateName = templateName
            self.fromEmailAddress = fromEmailAddress
            self.templateSubject = templateSubject
            self.templateContent = templateContent
            self.successRedirectionURL = successRedirectionURL
            self.failureRedirectionURL = failureRedirectionURL
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.required("TemplateName", Bounds.emailTemplateName)
            fromEmailAddress = decoder.required("FromEmailAddress")
            templateSubject = decoder.required("TemplateSubject")
            templateContent = decoder.required("TemplateContent")
            successRedirectionURL = decoder.required("SuccessRedirectionURL")
            failureRedirectionURL = decoder.required("FailureRedirectionURL")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
            encoder.write("FromEmailAddress", fromEmailAddress)
            encoder.write("TemplateSubject", templateSubject)
            encoder.write("TemplateContent", templateContent)
            encoder.write("SuccessRedirectionURL", successRedirectionURL)
            encoder.write("FailureRedirectionURL", failureRedirectionURL)
        }
    }

    public struct UpdateCustomVerificationEmailTemplateResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct UpdateEmailIdentityPolicyRequest: Structure {
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

    public struct UpdateEmailIdentityPolicyResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct UpdateEmailTemplateRequest: Structure {
        /// `TemplateName`: at least 1 character
        public var templateName: String
        /// `TemplateContent`
        public var templateContent: EmailTemplateContent

        public init(templateName: String, templateContent: EmailTemplateContent) {
            self.templateName = templateName
            self.templateContent = templateContent
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.required("TemplateName", Bounds.emailTemplateName)
            templateContent = decoder.required("TemplateContent")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
            encoder.write("TemplateContent", templateContent)
        }
    }

    public struct UpdateEmailTemplateResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct UpdateReputationEntityCustomerManagedStatusRequest: Structure {
        /// `ReputationEntityType`
        public var reputationEntityType: ReputationEntityType
        /// `ReputationEntityReference`: at least 1 character
        public var reputationEntityReference: String
        /// `SendingStatus`
        public var sendingStatus: SendingStatus

        public init(
            reputationEntityType: ReputationEntityType,
            reputationEntityReference: String,
            sendingStatus: SendingStatus
        ) {
            self.reputationEntityType = reputationEntityType
            self.reputationEntityReference = reputationEntityReference
            self.sendingStatus = sendingStatus
        }

        public init(from decoder: inout ShapeDecoder) {
            reputationEntityType = decoder.required("ReputationEntityType")
            reputationEntityReference =
                decoder.required("ReputationEntityReference", Bounds.reputationEntityReference)
            sendingStatus = decoder.required("SendingStatus")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReputationEntityType", reputationEntityType)
            encoder.write("ReputationEntityReference", reputationEntityReference)
            encoder.write("SendingStatus", sendingStatus)
        }
    }

    public struct UpdateReputationEntityCustomerManagedStatusResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct UpdateReputationEntityPolicyRequest: Structure {
        /// `ReputationEntityType`
        public var reputationEntityType: ReputationEntityType
        /// `ReputationEntityReference`: at least 1 character
        public var reputationEntityReference: String
        /// `ReputationEntityPolicy`: at least 1 character
        public var reputationEntityPolicy: String

        public init(
            reputationEntityType: ReputationEntityType,
            reputationEntityReference: String,
            reputationEntityPolicy: String
        ) {
            self.reputationEntityType = reputationEntityType
            self.reputationEntityReference = reputationEntityReference
            self.reputationEntityPolicy = reputationEntityPolicy
        }

        public init(from decoder: inout ShapeDecoder) {
            reputationEntityType = decoder.required("ReputationEntityType")
            reputationEntityReference =
                decoder.required("ReputationEntityReference", Bounds.reputationEntityReference)
            reputationEntityPolicy =
                decoder.required("ReputationEntityPolicy", Bounds.amazonResourceName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReputationEntityType", reputationEntityType)
            encoder.write("ReputationEntityReference", reputationEntityReference)
            encoder.write("ReputationEntityPolicy", reputationEntityPolicy)
        }
    }

    public struct UpdateReputationEntityPolicyResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }
}
