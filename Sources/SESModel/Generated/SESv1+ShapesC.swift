// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    public struct CloneReceiptRuleSetRequest: Structure {
        /// `RuleSetName`
        public var ruleSetName: String
        /// `OriginalRuleSetName`
        public var originalRuleSetName: String

        public init(ruleSetName: String, originalRuleSetName: String) {
            self.ruleSetName = ruleSetName
            self.originalRuleSetName = originalRuleSetName
        }

        public init(from decoder: inout ShapeDecoder) {
            ruleSetName = decoder.required("RuleSetName")
            originalRuleSetName = decoder.required("OriginalRuleSetName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RuleSetName", ruleSetName)
            encoder.write("OriginalRuleSetName", originalRuleSetName)
        }
    }

    public struct CloneReceiptRuleSetResponse: Structure {
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

    public struct ConfigurationSet: Structure {
        /// `Name`
        public var name: String

        public init(name: String) {
            self.name = name
        }

        public init(from decoder: inout ShapeDecoder) {
            name = decoder.required("Name")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Name", name)
        }
    }

    public struct ConnectAction: Structure {
        /// `InstanceARN`: of a set form
        public var instanceARN: String
        /// `IAMRoleARN`: 20 to 2048 characters
        public var iamRoleARN: String

        public init(instanceARN: String, iamRoleARN: String) {
            self.instanceARN = instanceARN
            self.iamRoleARN = iamRoleARN
        }

        public init(from decoder: inout ShapeDecoder) {
            instanceARN = decoder.required("InstanceARN", Bounds.connectInstanceArn)
            iamRoleARN = decoder.required("IAMRoleARN", Bounds.iamRoleARN)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("InstanceARN", instanceARN)
            encoder.write("IAMRoleARN", iamRoleARN)
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

    public struct CreateConfigurationSetEventDestinationResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateConfigurationSetRequest: Structure {
        /// `ConfigurationSet`
        public var configurationSet: ConfigurationSet

        public init(configurationSet: ConfigurationSet) {
            self.configurationSet = configurationSet
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSet = decoder.required("ConfigurationSet")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSet", configurationSet)
        }
    }

    public struct CreateConfigurationSetResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateConfigurationSetTrackingOptionsRequest: Structure {
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

    public struct CreateConfigurationSetTrackingOptionsResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateCustomVerificationEmailTemplateRequest: Structure {
        /// `TemplateName`
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
            templateName = decoder.required("TemplateName")
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

    public struct CreateReceiptFilterRequest: Structure {
        /// `Filter`
        public var filter: ReceiptFilter

        public init(filter: ReceiptFilter) {
            self.filter = filter
        }

        public init(from decoder: inout ShapeDecoder) {
            filter = decoder.required("Filter")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Filter", filter)
        }
    }

    public struct CreateReceiptFilterResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateReceiptRuleRequest: Structure {
        /// `RuleSetName`
        public var ruleSetName: String
        /// `After`
        public var after: String?
        /// `Rule`
        public var rule: ReceiptRule

        public init(ruleSetName: String, after: String? = nil, rule: ReceiptRule) {
            self.ruleSetName = ruleSetName
            self.after = after
            self.rule = rule
        }

        public init(from decoder: inout ShapeDecoder) {
            ruleSetName = decoder.required("RuleSetName")
            after = decoder.optional("After")
            rule = decoder.required("Rule")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RuleSetName", ruleSetName)
            encoder.write("After", after)
            encoder.write("Rule", rule)
        }
    }

    public struct CreateReceiptRuleResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateReceiptRuleSetRequest: Structure {
        /// `RuleSetName`
        public var ruleSetName: String

        public init(ruleSetName: String) {
            self.ruleSetName = ruleSetName
        }

        public init(from decoder: inout ShapeDecoder) {
            ruleSetName = decoder.required("RuleSetName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RuleSetName", ruleSetName)
        }
    }

    public struct CreateReceiptRuleSetResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CreateTemplateRequest: Structure {
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

    public struct CreateTemplateResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct CustomVerificationEmailTemplate: Structure {
        /// `TemplateName`
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
            templateName = decoder.optional("TemplateName")
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
