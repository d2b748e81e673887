// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    public struct UpdateAccountSendingEnabledRequest: Structure {
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

    public struct UpdateConfigurationSetEventDestinationRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `EventDestination`
        public var eventDestination: EventDestination

        public init(configurationSetName: String, eventDestination: EventDestination) {
            self.configurationSetName = configurationSetName
            self.eventDestination = eventDestination
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            eventDestination = decoder.required("EventDestination")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("EventDestination", eventDestination)
        }
    }

    public struct UpdateConfigurationSetEventDestinationResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct UpdateConfigurationSetReputationMetricsEnabledRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `Enabled`
        public var enabled: Bool

        public init(configurationSetName: String, enabled: Bool) {
            self.configurationSetName = configurationSetName
            self.enabled = enabled
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            enabled = decoder.required("Enabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("Enabled", enabled)
        }
    }

    public struct UpdateConfigurationSetSendingEnabledRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `Enabled`
        public var enabled: Bool

        public init(configurationSetName: String, enabled: Bool) {
            self.configurationSetName = configurationSetName
            self.enabled = enabled
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            enabled = decoder.required("Enabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("Enabled", enabled)
        }
    }

    public struct UpdateConfigurationSetTrackingOptionsRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `TrackingOptions`
        public var trackingOptions: TrackingOptions

        public init(configurationSetName: String, trackingOptions: TrackingOptions) {
            self.configurationSetName = configurationSetName
            self.trackingOptions = trackingOptions
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            trackingOptions = decoder.required("TrackingOptions")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("TrackingOptions", trackingOptions)
        }
    }

    public struct UpdateConfigurationSetTrackingOptionsResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct UpdateCustomVerificationEmailTemplateRequest: Structure {
        /// `TemplateName`
        public var templateName: String
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
            templateName: String,
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
            templateName = decoder.required("TemplateName")
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

    public struct UpdateReceiptRuleRequest: Structure {
        /// `RuleSetName`
        public var ruleSetName: String
        /// `Rule`
        public var rule: ReceiptRule

        public init(ruleSetName: String, rule: ReceiptRule) {
            self.ruleSetName = ruleSetName
            self.rule = rule
        }

        public init(from decoder: inout ShapeDecoder) {
            ruleSetName = decoder.required("RuleSetName")
            rule = decoder.required("Rule")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RuleSetName", ruleSetName)
            encoder.write("Rule", rule)
        }
    }

    public struct UpdateReceiptRuleResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct UpdateTemplateRequest: Structure {
        /// `Template`
        public var template: Template

        public init(template: Template) {
            self.template = template
        }

        public init(from decoder: inout ShapeDecoder) {
            template = decoder.required("Template")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Template", template)
        }
    }

    public struct UpdateTemplateResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }
}
