// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    public struct GetAccountSendingEnabledResponse: Structure {
        /// `Enabled`
        public var enabled: Bool?

        public init(enabled: Bool? = nil) {
            self.enabled = enabled
        }

        public init(from decoder: inout ShapeDecoder) {
            enabled = decoder.optional("Enabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Enabled", enabled)
        }
    }

    public struct GetCustomVerificationEmailTemplateRequest: Structure {
        /// `TemplateName`
        public var templateName: String

        public init(templateName: String) {
            self.templateName = templateName
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.required("TemplateName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
        }
    }

    public struct GetCustomVerificationEmailTemplateResponse: Structure {
        /// `TemplateName`
        public var templateName: String?
        /// `FromEmailAddress`
        public var fromEmailAddress: String?
        /// `TemplateSubject`
        public var templateSubject: String?
        /// `TemplateContent`
        public var templateContent: String?
        /// `SuccessRedirectionURL`
        public var successRedirectionURL: String?
        /// `FailureRedirectionURL`
        public var failureRedirectionURL: String?

        public init(
            templateName: String? = nil,
            fromEmailAddress: String? = nil,
            templateSubject: String? = nil,
            templateContent: String? = nil,
            successRedirectionURL: String? = nil,
            failureRedirectionURL: String? = nil
        ) {
            self.templateName = templateName
            self.fromEmailAddress = fromEmailAddress
            self.templateSubject = templateSubject
            self.templateContent = templateContent
            self.successRedirectionURL = successRedirectionURL
            self.failureRedirectionURL = failureRedirectionURL
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.optional("TemplateName")
            fromEmailAddress = decoder.optional("FromEmailAddress")
            templateSubject = decoder.optional("TemplateSubject")
            templateContent = decoder.optional("TemplateContent")
            successRedirectionURL = decoder.optional("SuccessRedirectionURL")
            failureRedirectionURL = decoder.optional("FailureRedirectionURL")
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

    public struct GetIdentityDkimAttributesRequest: Structure {
        /// `Identities`
        public var identities: [String]

        public init(identities: [String]) {
            self.identities = identities
        }

        public init(from decoder: inout ShapeDecoder) {
            identities = decoder.required("Identities")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identities", identities)
        }
    }

    public struct GetIdentityDkimAttributesResponse: Structure {
        /// `DkimAttributes`
        public var dkimAttributes: [String: IdentityDkimAttributes]

        public init(dkimAttributes: [String: IdentityDkimAttributes]) {
            self.dkimAttributes = dkimAttributes
        }

        public init(from decoder: inout ShapeDecoder) {
            dkimAttributes = decoder.required("DkimAttributes")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DkimAttributes", dkimAttributes)
        }
    }

    public struct GetIdentityMailFromDomainAttributesRequest: Structure {
        /// `Identities`
        public var identities: [String]

        public init(identities: [String]) {
            self.identities = identities
        }

        public init(from decoder: inout ShapeDecoder) {
            identities = decoder.required("Identities")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identities", identities)
        }
    }

    public struct GetIdentityMailFromDomainAttributesResponse: Structure {
        /// `MailFromDomainAttributes`
        public var mailFromDomainAttributes: [String: IdentityMailFromDomainAttributes]

        public init(mailFromDomainAttributes: [String: IdentityMailFromDomainAttributes]) {
            self.mailFromDomainAttributes = mailFromDomainAttributes
        }

        public init(from decoder: inout ShapeDecoder) {
            mailFromDomainAttributes = decoder.required("MailFromDomainAttributes")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MailFromDomainAttributes", mailFromDomainAttributes)
        }
    }

    public struct GetIdentityNotificationAttributesRequest: Structure {
        /// `Identities`
        public var identities: [String]

        public init(identities: [String]) {
            self.identities = identities
        }

        public init(from decoder: inout ShapeDecoder) {
            identities = decoder.required("Identities")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identities", identities)
        }
    }

    public struct GetIdentityNotificationAttributesResponse: Structure {
        /// `NotificationAttributes`
        public var notificationAttributes: [String: IdentityNotificationAttributes]

        public init(notificationAttributes: [String: IdentityNotificationAttributes]) {
            self.notificationAttributes = notificationAttributes
        }

        public init(from decoder: inout ShapeDecoder) {
            notificationAttributes = decoder.required("NotificationAttributes")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("NotificationAttributes", notificationAttributes)
        }
    }

    public struct GetIdentityPoliciesRequest: Structure {
        /// `Identity`
        public var identity: String
        /// `PolicyNames`
        public var policyNames: [String]

        public init(identity: String, policyNames: [String]) {
            self.identity = identity
            self.policyNames = policyNames
        }

        public init(from decoder: inout ShapeDecoder) {
            identity = decoder.required("Identity")
            policyNames = decoder.required("PolicyNames", Bounds.policyNameList)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identity", identity)
            encoder.write("PolicyNames", policyNames)
        }
    }

    public struct GetIdentityPoliciesResponse: Structure {
        /// `Policies`
        public var policies: [String: String]

        public init(policies: [String: String]) {
            self.policies = policies
        }

        public init(from decoder: inout ShapeDecoder) {
            policies = decoder.required("Policies", Bounds.policyMap)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Policies", policies)
        }
    }

    public struct GetIdentityVerificationAttributesRequest: Structure {
        /// `Identities`
        public var identities: [String]

        public init(identities: [String]) {
            self.identities = identities
        }

        public init(from decoder: inout ShapeDecoder) {
            identities = decoder.required("Identities")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identities", identities)
        }
    }

    public struct GetIdentityVerificationAttributesResponse: Structure {
        /// `VerificationAttributes`
        public var verificationAttributes: [String: IdentityVerificationAttributes]

        public init(verificationAttributes: [String: IdentityVerificationAttributes]) {
            self.verificationAttributes = verificationAttributes
        }

        public init(from decoder: inout ShapeDecoder) {
            verificationAttributes = decoder.required("VerificationAttributes")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("VerificationAttributes", verificationAttributes)
        }
    }

    public struct GetSendQuotaResponse: Structure {
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

    public struct GetSendStatisticsResponse: Structure {
        /// `SendDataPoints`
        public var sendDataPoints: [SendDataPoint]?

        public init(sendDataPoints: [SendDataPoint]? = nil) {
            self.sendDataPoints = sendDataPoints
        }

        public init(from decoder: inout ShapeDecoder) {
            sendDataPoints = decoder.optional("SendDataPoints")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("SendDataPoints", sendDataPoints)
        }
    }

    public struct GetTemplateRequest: Structure {
        /// `TemplateName`
        public var templateName: String

        public init(templateName: String) {
            self.templateName = templateName
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.required("TemplateName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
        }
    }

    public struct GetTemplateResponse: Structure {
        /// `Template`
        public var template: Template?

        public init(template: Template? = nil) {
            self.template = template
        }

        public init(from decoder: inout ShapeDecoder) {
            template = decoder.optional("Template")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Template", template)
        }
    }
}
