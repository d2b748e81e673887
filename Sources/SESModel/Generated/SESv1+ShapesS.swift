// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv1 {
    public struct S3Action: Structure {
        /// `TopicArn`
        public var topicArn: String?
        /// `BucketName`
        public var bucketName: String
        /// `ObjectKeyPrefix`
        public var objectKeyPrefix: String?
        /// `KmsKeyArn`
        public var kmsKeyArn: String?
        /// `IamRoleArn`: 20 to 2048 characters
        public var iamRoleArn: String?

        public init(
            topicArn: String? = nil,
            bucketName: String,
            objectKeyPrefix: String? = nil,
            kmsKeyArn: String? = nil,
            iamRoleArn: String? = nil
        ) {
            self.topicArn = topicArn
            self.bucketName = bucketName
            self.objectKeyPrefix = objectKeyPrefix
            self.kmsKeyArn = kmsKeyArn
            self.iamRoleArn = iamRoleArn
        }

        public init(from decoder: inout ShapeDecoder) {
            topicArn = decoder.optional("TopicArn")
            bucketName = decoder.required("BucketName")
            objectKeyPrefix = decoder.optional("ObjectKeyPrefix")
            kmsKeyArn = decoder.optional("KmsKeyArn")
            iamRoleArn = decoder.optional("IamRoleArn", Bounds.iamRoleARN)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TopicArn", topicArn)
            encoder.write("BucketName", bucketName)
            encoder.write("ObjectKeyPrefix", objectKeyPrefix)
            encoder.write("KmsKeyArn", kmsKeyArn)
            encoder.write("IamRoleArn", iamRoleArn)
        }
    }

    public struct SNSAction: Structure {
        /// `TopicArn`
        public var topicArn: String
        /// `Encoding`
        public var encoding: SNSActionEncoding?

        public init(topicArn: String, encoding: SNSActionEncoding? = nil) {
            self.topicArn = topicArn
            self.encoding = encoding
        }

        public init(from decoder: inout ShapeDecoder) {
            topicArn = decoder.required("TopicArn")
            encoding = decoder.optional("Encoding")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TopicArn", topicArn)
            encoder.write("Encoding", encoding)
        }
    }

    public struct SNSDestination: Structure {
        /// `TopicARN`
        public var topicARN: String

        public init(topicARN: String) {
            self.topicARN = topicARN
        }

        public init(from decoder: inout ShapeDecoder) {
            topicARN = decoder.required("TopicARN")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TopicARN", topicARN)
        }
    }

    public struct SendBounceRequest: Structure {
        /// `OriginalMessageId`
        public var originalMessageId: String
        /// `BounceSender`
        public var bounceSender: String
        /// `Explanation`
        public var explanation: String?
        /// `MessageDsn`
        public var messageDsn: MessageDsn?
        /// `BouncedRecipientInfoList`
        public var bouncedRecipientInfoList: [BouncedRecipientInfo]
        /// `BounceSenderArn`
        public var bounceSenderArn: String?

        public init(
            originalMessageId: String,
            bounceSender: String,
            explanation: String? = nil,
            messageDsn: MessageDsn? = nil,
            bouncedRecipientInfoList: [BouncedRecipientInfo],
            bounceSenderArn: String? = nil
        ) {
            self.originalMessageId = originalMessageId
            self.bounceSender = bounceSender
            self.explanation = explanation
            self.messageDsn = messageDsn
            self.bouncedRecipientInfoList = bouncedRecipientInfoList
            self.bounceSenderArn = bounceSenderArn
        }

        public init(from decoder: inout ShapeDecoder) {
            originalMessageId = decoder.required("OriginalMessageId")
            bounceSender = decoder.required("BounceSender")
            explanation = decoder.optional("Explanation")
            messageDsn = decoder.optional("MessageDsn")
            bouncedRecipientInfoList = decoder.required("BouncedRecipientInfoList")
            bounceSenderArn = decoder.optional("BounceSenderArn")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("OriginalMessageId", originalMessageId)
            encoder.write("BounceSender", bounceSender)
            encoder.write("Explanation", explanation)
            encoder.write("MessageDsn", messageDsn)
            encoder.write("BouncedRecipientInfoList", bouncedRecipientInfoList)
            encoder.write("BounceSenderArn", bounceSenderArn)
        }
    }

    public struct SendBounceResponse: Structure {
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

    public struct SendBulkTemplatedEmailRequest: Structure {
        /// `Source`
        public var source: String
        /// `SourceArn`
        public var sourceArn: String?
        /// `ReplyToAddresses`
        public var replyToAddresses: [String]?
        /// `ReturnPath`
        public var returnPath: String?
        /// `ReturnPathArn`
        public var returnPathArn: String?
        /// `ConfigurationSetName`
        public var configurationSetName: String?
        /// `DefaultTags`
        public var defaultTags: [MessageTag]?
        /// `Template`
        public var template: String
        /// `TemplateArn`
        public var templateArn: String?
        /// `DefaultTemplateData`: at most 262144 characters
        public var defaultTemplateData: String
        /// `Destinations`
        public var destinations: [BulkEmailDestination]

        public init(
            source: String,
            sourceArn: String? = nil,
            replyToAddresses: [String]? = nil,
            returnPath: String? = nil,
            returnPathArn: String? = nil,
            configurationSetName: String? = nil,
            defaultTags: [MessageTag]? = nil,
            template: String,
            templateArn: String? = nil,
            defaultTemplateData: String,
            destinations: [BulkEmailDestination]
        ) {
            self.source = source
            self.sourceArn = sourceArn
            self.replyToAddresses = replyToAddresses
            self.returnPath = returnPath
            self.returnPathArn = returnPathArn
            self.configurationSetName = configurationSetName
            self.defaultTags = defaultTags
            self.template = template
            self.templateArn = templateArn
            self.defaultTemplateData = defaultTemplateData
            self.destinations = destinations
        }

        public init(from decoder: inout ShapeDecoder) {
            source = decoder.required("Source")
            sourceArn = decoder.optional("SourceArn")
            replyToAddresses = decoder.optional("ReplyToAddresses")
            returnPath = decoder.optional("ReturnPath")
            returnPathArn = decoder.optional("ReturnPathArn")
            configurationSetName = decoder.optional("ConfigurationSetName")
            defaultTags = decoder.optional("DefaultTags")
            template = decoder.required("Template")
            templateArn = decoder.optional("TemplateArn")
            defaultTemplateData = decoder.required("DefaultTemplateData", Bounds.templateData)
            destinations = decoder.required("Destinations")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Source", source)
            encoder.write("SourceArn", sourceArn)
            encoder.write("ReplyToAddresses", replyToAddresses)
            encoder.write("ReturnPath", returnPath)
            encoder.write("ReturnPathArn", returnPathArn)
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("DefaultTags", defaultTags)
            encoder.write("Template", template)
            encoder.write("TemplateArn", templateArn)
            encoder.write("DefaultTemplateData", defaultTemplateData)
            encoder.write("Destinations", destinations)
        }
    }

    public struct SendBulkTemplatedEmailResponse: Structure {
        /// `Status`
        public var status: [BulkEmailDestinationStatus]

        public init(status: [BulkEmailDestinationStatus]) {
            self.status = status
        }

        public init(from decoder: inout ShapeDecoder) {
            status = decoder.required("Status")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Status", status)
        }
    }

    public struct SendCustomVerificationEmailRequest: Structure {
        /// `EmailAddress`
        public var emailAddress: String
        /// `TemplateName`
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
            templateName = decoder.required("TemplateName")
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

    public struct SendDataPoint: Structure {
        /// `Timestamp`
        public var timestamp: UnixTime?
        /// `DeliveryAttempts`
        public var deliveryAttempts: Int?
        /// `Bounces`
        public var bounces: Int?
        /// `Complaints`
        public var complaints: Int?
        /// `Rejects`
        public var rejects: Int?

        public init(
            timestamp: UnixTime? = nil,
            deliveryAttempts: Int? = nil,
            bounces: Int? = nil,
            complaints: Int? = nil,
            rejects: Int? = nil
        ) {
            self.timestamp = timestamp
            self.deliveryAttempts = deliveryAttempts
            self.bounces = bounces
            self.complaints = complaints
            self.rejects = rejects
        }

        public init(from decoder: inout ShapeDecoder) {
            timestamp = decoder.optional("Timestamp")
            deliveryAttempts = decoder.optional("DeliveryAttempts")
            bounces = decoder.optional("Bounces")
            complaints = decoder.optional("Complaints")
            rejects = decoder.optional("Rejects")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Timestamp", timestamp)
            encoder.write("DeliveryAttempts", deliveryAttempts)
            encoder.write("Bounces", bounces)
            encoder.write("Complaints", complaints)
            encoder.write("Rejects", rejects)
        }
    }

    public struct SendEmailRequest: Structure {
        /// `Source`
        public var source: String
        /// `Destination`
        public var destination: Destination
        /// `Message`
        public var message: Message
        /// `ReplyToAddresses`
        public var replyToAddresses: [String]?
        /// `ReturnPath`
        public var returnPath: String?
        /// `SourceArn`
        public var sourceArn: String?
        /// `ReturnPathArn`
        public var returnPathArn: String?
        /// `Tags`
        public var tags: [MessageTag]?
        /// `ConfigurationSetName`
        public var configurationSetName: String?

        public init(
            source: String,
            destination: Destination,
            message: Message,
            replyToAddresses: [String]? = nil,
            returnPath: String? = nil,
            sourceArn: String? = nil,
            returnPathArn: String? = nil,
            tags: [MessageTag]? = nil,
            configurationSetName: String? = nil
        ) {
            self.source = source
            self.destination = destination
            self.message = message
            self.replyToAddresses = replyToAddresses
            self.returnPath = returnPath
            self.sourceArn = sourceArn
            self.returnPathArn = returnPathArn
            self.tags = tags
            self.configurationSetName = configurationSetName
        }

        public init(from decoder: inout ShapeDecoder) {
            source = decoder.required("Source")
            destination = decoder.required("Destination")
            message = decoder.required("Message")
            replyToAddresses = decoder.optional("ReplyToAddresses")
            returnPath = decoder.optional("ReturnPath")
            sourceArn = decoder.optional("SourceArn")
            returnPathArn = decoder.optional("ReturnPathArn")
            tags = decoder.optional("Tags")
            configurationSetName = decoder.optional("ConfigurationSetName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Source", source)
            encoder.write("Destination", destination)
            encoder.write("Message", message)
            encoder.write("ReplyToAddresses", replyToAddresses)
            encoder.write("ReturnPath", returnPath)
            encoder.write("SourceArn", sourceArn)
            encoder.write("ReturnPathArn", returnPathArn)
            encoder.write("Tags", tags)
            encoder.write("ConfigurationSetName", configurationSetName)
        }
    }

    public struct SendEmailResponse: Structure {
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

    public struct SendRawEmailRequest: Structure {
        /// `Source`
        public var source: String?
        /// `Destinations`
        public var destinations: [String]?
        /// `RawMessage`
        public var rawMessage: RawMessage
        /// `FromArn`
        public var fromArn: String?
        /// `SourceArn`
        public var sourceArn: String?
        /// `ReturnPathArn`
        public var returnPathArn: String?
        /// `Tags`
        public var tags: [MessageTag]?
        /// `ConfigurationSetName`
        public var configurationSetName: String?

        public init(
            source: String? = nil,
            destinations: [String]? = nil,
            rawMessage: RawMessage,
            fromArn: String? = nil,
            sourceArn: String? = nil,
            returnPathArn: String? = nil,
            tags: [MessageTag]? = nil,
            configurationSetName: String? = nil
        ) {
            self.source = source
            self.destinations = destinations
            self.rawMessage = rawMessage
            self.fromArn = fromArn
            self.sourceArn = sourceArn
            self.returnPathArn = returnPathArn
            self.tags = tags
            self.configurationSetName = configurationSetName
        }

        public init(from decoder: inout ShapeDecoder) {
            source = decoder.optional("Source")
            destinations = decoder.optional("Destinations")
            rawMessage = decoder.required("RawMessage")
            fromArn = decoder.optional("FromArn")
            sourceArn = decoder.optional("SourceArn")
            returnPathArn = decoder.optional("ReturnPathArn")
            tags = decoder.optional("Tags")
            configurationSetName = decoder.optional("ConfigurationSetName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Source", source)
            encoder.write("Destinations", destinations)
            encoder.write("RawMessage", rawMessage)
            encoder.write("FromArn", fromArn)
            encoder.write("SourceArn", sourceArn)
            encoder.write("ReturnPathArn", returnPathArn)
            encoder.write("Tags", tags)
            encoder.write("ConfigurationSetName", configurationSetName)
        }
    }

    public struct SendRawEmailResponse: Structure {
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

    public struct SendTemplatedEmailRequest: Structure {
        /// `Source`
        public var source: String
        /// `Destination`
        public var destination: Destination
        /// `ReplyToAddresses`
        public var replyToAddresses: [String]?
        /// `ReturnPath`
        public var returnPath: String?
        /// `SourceArn`
        public var sourceArn: String?
        /// `ReturnPathArn`
        public var returnPathArn: String?
        /// `Tags`
        public var tags: [MessageTag]?
        /// `ConfigurationSetName`
        public var configurationSetName: String?
        /// `Template`
        public var template: String
        /// `TemplateArn`
        public var templateArn: String?
        /// `TemplateData`: at most 262144 characters
        public var templateData: String

        public init(
            source: String,
            destination: Destination,
            replyToAddresses: [String]? = nil,
            returnPath: String? = nil,
            sourceArn: String? = nil,
            returnPathArn: String? = nil,
            tags: [MessageTag]? = nil,
            configurationSetName: String? = nil,
            template: String,
            templateArn: String? = nil,
            templateData: String
        ) {
            self.source = source
            self.destination = destination
            self.replyToAddresses = replyToAddresses
            self.returnPath = returnPath
            self.sourceArn = sourceArn
            self.returnPathArn = returnPathArn
            self.tags = tags
            self.configurationSetName = configurationSetName
            self.template = template
            self.templateArn = templateArn
            self.templateData = templateData
        }

        public init(from decoder: inout ShapeDecoder) {
            source = decoder.required("Source")
            destination = decoder.required("Destination")
            replyToAddresses = decoder.optional("ReplyToAddresses")
            returnPath = decoder.optional("ReturnPath")
            sourceArn = decoder.optional("SourceArn")
            returnPathArn = decoder.optional("ReturnPathArn")
            tags = decoder.optional("Tags")
            configurationSetName = decoder.optional("ConfigurationSetName")
            template = decoder.required("Template")
            templateArn = decoder.optional("TemplateArn")
            templateData = decoder.required("TemplateData", Bounds.templateData)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Source", source)
            encoder.write("Destination", destination)
            encoder.write("ReplyToAddresses", replyToAddresses)
            encoder.write("ReturnPath", returnPath)
            encoder.write("SourceArn", sourceArn)
            encoder.write("ReturnPathArn", returnPathArn)
            encoder.write("Tags", tags)
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("Template", template)
            encoder.write("TemplateArn", templateArn)
            encoder.write("TemplateData", templateData)
        }
    }

    public struct SendTemplatedEmailResponse: Structure {
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

    public struct SetActiveReceiptRuleSetRequest: Structure {
        /// `RuleSetName`
        public var ruleSetName: String?

        public init(ruleSetName: String? = nil) {
            self.ruleSetName = ruleSetName
        }

        public init(from decoder: inout ShapeDecoder) {
            ruleSetName = decoder.optional("RuleSetName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RuleSetName", ruleSetName)
        }
    }

    public struct SetActiveReceiptRuleSetResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct SetIdentityDkimEnabledRequest: Structure {
        /// `Identity`
        public var identity: String
        /// `DkimEnabled`
        public var dkimEnabled: Bool

        public init(identity: String, dkimEnabled: Bool) {
            self.identity = identity
            self.dkimEnabled = dkimEnabled
        }

        public init(from decoder: inout ShapeDecoder) {
            identity = decoder.required("Identity")
            dkimEnabled = decoder.required("DkimEnabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identity", identity)
            encoder.write("DkimEnabled", dkimEnabled)
        }
    }

    public struct SetIdentityDkimEnabledResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct SetIdentityFeedbackForwardingEnabledRequest: Structure {
        /// `Identity`
        public var identity: String
        /// `ForwardingEnabled`
        public var forwardingEnabled: Bool

        public init(identity: String, forwardingEnabled: Bool) {
            self.identity = identity
            self.forwardingEnabled = forwardingEnabled
        }

        public init(from decoder: inout ShapeDecoder) {
            identity = decoder.required("Identity")
            forwardingEnabled = decoder.required("ForwardingEnabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identity", identity)
            encoder.write("ForwardingEnabled", forwardingEnabled)
        }
    }

    public struct SetIdentityFeedbackForwardingEnabledResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct SetIdentityHeadersInNotificationsEnabledRequest: Structure {
        /// `Identity`
        public var identity: String
        /// `NotificationType`
        public var notificationType: NotificationType
        /// `Enabled`
        public var enabled: Bool

        public init(identity: String, notificationType: NotificationType, enabled: Bool) {
            self.identity = identity
            self.notificationType = notificationType
            self.enabled = enabled
        }

        public init(from decoder: inout ShapeDecoder) {
            identity = decoder.required("Identity")
            notificationType = decoder.required("NotificationType")
            enabled = decoder.required("Enabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identity", identity)
            encoder.write("NotificationType", notificationType)
            encoder.write("Enabled", enabled)
        }
    }

    public struct SetIdentityHeadersInNotificationsEnabledResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct SetIdentityMailFromDomainRequest: Structure {
        /// `Identity`
        public var identity: String
        /// `MailFromDomain`
        public var mailFromDomain: String?
        /// `BehaviorOnMXFailure`
        public var behaviorOnMXFailure: BehaviorOnMXFailure?

        public init(
            identity: String,
            mailFromDomain: String? = nil,
            behaviorOnMXFailure: BehaviorOnMXFailure? = nil
        ) {
            self.identity = identity
            self.mailFromDomain = mailFromDomain
            self.behaviorOnMXFailure = behaviorOnMXFailure
        }

        public init(from decoder: inout ShapeDecoder) {
            identity = decoder.required("Identity")
            mailFromDomain = decoder.optional("MailFromDomain")
            behaviorOnMXFailure = decoder.optional("BehaviorOnMXFailure")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identity", identity)
            encoder.write("MailFromDomain", mailFromDomain)
            encoder.write("BehaviorOnMXFailure", behaviorOnMXFailure)
        }
    }

    public struct SetIdentityMailFromDomainResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct SetIdentityNotificationTopicRequest: Structure {
        /// `Identity`
        public var identity: String
        /// `NotificationType`
        public var notificationType: NotificationType
        /// `SnsTopic`
        public var snsTopic: String?

        public init(identity: String, notificationType: NotificationType, snsTopic: String? = nil) {
            self.identity = identity
            self.notificationType = notificationType
            self.snsTopic = snsTopic
        }

        public init(from decoder: inout ShapeDecoder) {
            identity = decoder.required("Identity")
            notificationType = decoder.required("NotificationType")
            snsTopic = decoder.optional("SnsTopic")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identity", identity)
            encoder.write("NotificationType", notificationType)
            encoder.write("SnsTopic", snsTopic)
        }
    }

    public struct SetIdentityNotificationTopicResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct SetReceiptRulePositionRequest: Structure {
        /// `RuleSetName`
        public var ruleSetName: String
        /// `RuleName`
        public var ruleName: String
        /// `After`
        public var after: String?

        public init(ruleSetName: String, ruleName: String, after: String? = nil) {
            self.ruleSetName = ruleSetName
            self.ruleName = ruleName
            self.after = after
        }

        public init(from decoder: inout ShapeDecoder) {
            ruleSetName = decoder.required("RuleSetName")
            ruleName = decoder.required("RuleName")
            after = decoder.optional("After")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RuleSetName", ruleSetName)
            encoder.write("RuleName", ruleName)
            encoder.write("After", after)
        }
    }

    public struct SetReceiptRulePositionResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct StopAction: Structure {
        /// `Scope`
        public var scope: StopScope
        /// `TopicArn`
        public var topicArn: String?

        public init(scope: StopScope, topicArn: String? = nil) {
            self.scope = scope
            self.topicArn = topicArn
        }

        public init(from decoder: inout ShapeDecoder) {
            scope = decoder.required("Scope")
            topicArn = decoder.optional("TopicArn")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Scope", scope)
            encoder.write("TopicArn", topicArn)
        }
    }
}
