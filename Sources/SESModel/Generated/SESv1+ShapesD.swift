// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    public struct DeleteConfigurationSetEventDestinationRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `EventDestinationName`
        public var eventDestinationName: String

        public init(configurationSetName: String, eventDestinationName: String) {
            self.configurationSetName = configurationSetName
            self.eventDestinationName = eventDestinationName
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            eventDestinationName = decoder.required("EventDestinationName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("EventDestinationName", eventDestinationName)
        }
    }

    public struct DeleteConfigurationSetEventDestinationResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteConfigurationSetRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String

        public init(configurationSetName: String) {
            self.configurationSetName = configurationSetName
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
        }
    }

    public struct DeleteConfigurationSetResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteConfigurationSetTrackingOptionsRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String

        public init(configurationSetName: String) {
            self.configurationSetName = configurationSetName
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
        }
    }

    public struct DeleteConfigurationSetTrackingOptionsResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteCustomVerificationEmailTemplateRequest: Structure {
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

    public struct DeleteIdentityPolicyRequest: Structure {
        /// `Identity`
        public var identity: String
        /// `PolicyName`: 1 to 64 characters
        public var policyName: String

        public init(identity: String, policyName: String) {
            self.identity = identity
            self.policyName = policyName
        }

        public init(from decoder: inout ShapeDecoder) {
            identity = decoder.required("Identity")
            policyName = decoder.required("PolicyName", Bounds.policyName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identity", identity)
            encoder.write("PolicyName", policyName)
        }
    }

    public struct DeleteIdentityPolicyResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteIdentityRequest: Structure {
        /// `Identity`
        public var identity: String

        public init(identity: String) {
            self.identity = identity
        }

        public init(from decoder: inout ShapeDecoder) {
            identity = decoder.required("Identity")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identity", identity)
        }
    }

    public struct DeleteIdentityResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteReceiptFilterRequest: Structure {
        /// `FilterName`
        public var filterName: String

        public init(filterName: String) {
            self.filterName = filterName
        }

        public init(from decoder: inout ShapeDecoder) {
            filterName = decoder.required("FilterName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("FilterName", filterName)
        }
    }

    public struct DeleteReceiptFilterResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteReceiptRuleRequest: Structure {
        /// `RuleSetName`
        public var ruleSetName: String
        /// `RuleName`
        public var ruleName: String

        public init(ruleSetName: String, ruleName: String) {
            self.ruleSetName = ruleSetName
            self.ruleName = ruleName
        }

        public init(from decoder: inout ShapeDecoder) {
            ruleSetName = decoder.required("RuleSetName")
            ruleName = decoder.required("RuleName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RuleSetName", ruleSetName)
            encoder.write("RuleName", ruleName)
        }
    }

    public struct DeleteReceiptRuleResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteReceiptRuleSetRequest: Structure {
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

    public struct DeleteReceiptRuleSetResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteTemplateRequest: Structure {
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

    public struct DeleteTemplateResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DeleteVerifiedEmailAddressRequest: Structure {
        /// `EmailAddress`
        public var emailAddress: String

        public init(emailAddress: String) {
            self.emailAddress = emailAddress
        }

        public init(from decoder: inout ShapeDecoder) {
            emailAddress = decoder.required("EmailAddress")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailAddress", emailAddress)
        }
    }

    public struct DeliveryOptions: Structure {
        /// `TlsPolicy`
        public var tlsPolicy: TlsPolicy?

        public init(tlsPolicy: TlsPolicy? = nil) {
            self.tlsPolicy = tlsPolicy
        }

        public init(from decoder: inout ShapeDecoder) {
            tlsPolicy = decoder.optional("TlsPolicy")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TlsPolicy", tlsPolicy)
        }
    }

    public struct DescribeActiveReceiptRuleSetRequest: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct DescribeActiveReceiptRuleSetResponse: Structure {
        /// `Metadata`
        public var metadata: ReceiptRuleSetMetadata?
        /// `Rules`
        public var rules: [ReceiptRule]?

        public init(metadata: ReceiptRuleSetMetadata? = nil, rules: [ReceiptRule]? = nil) {
            self.metadata = metadata
            self.rules = rules
        }

        public init(from decoder: inout ShapeDecoder) {
            metadata = decoder.optional("Metadata")
            rules = decoder.optional("Rules")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Metadata", metadata)
            encoder.write("Rules", rules)
        }
    }

    public struct DescribeConfigurationSetRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `ConfigurationSetAttributeNames`
        public var configurationSetAttributeNames: [ConfigurationSetAttribute]?

        public init(
            configurationSetName: String,
            configurationSetAttributeNames: [ConfigurationSetAttribute]? = nil
        ) {
            self.configurationSetName = configurationSetName
            self.configurationSetAttributeNames = configurationSetAttributeNames
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            configurationSetAttributeNames = decoder.optional("ConfigurationSetAttributeNames")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("ConfigurationSetAttributeNames", configurationSetAttributeNames)
        }
    }

    public struct DescribeConfigurationSetResponse: Structure {
        /// `ConfigurationSet`
        public var configurationSet: ConfigurationSet?
        /// `EventDestinations`
        public var eventDestinations: [EventDestination]?
        /// `TrackingOptions`
        public var trackingOptions: TrackingOptions?
        /// `DeliveryOptions`
        public var deliveryOptions: DeliveryOptions?
        /// `ReputationOptions`
        public var reputationOptions: ReputationOptions?

        public init(
            configurationSet: ConfigurationSet? = nil,
            eventDestinations: [EventDestination]? = nil,
            trackingOptions: TrackingOptions? = nil,
            deliveryOptions: DeliveryOptions? = nil,
            reputationOptions: ReputationOptions? = nil
        ) {
            self.configurationSet = configurationSet
            self.eventDestinations = eventDestinations
            self.trackingOptions = trackingOptions
            self.deliveryOptions = deliveryOptions
            self.reputationOptions = reputationOptions
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSet = decoder.optional("ConfigurationSet")
            eventDestinations = decoder.optional("EventDestinations")
            trackingOptions = decoder.optional("TrackingOptions")
            deliveryOptions = decoder.optional("DeliveryOptions")
            reputationOptions = decoder.optional("ReputationOptions")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSet", configurationSet)
            encoder.write("EventDestinations", eventDestinations)
            encoder.write("TrackingOptions", trackingOptions)
            encoder.write("DeliveryOptions", deliveryOptions)
            encoder.write("ReputationOptions", reputationOptions)
        }
    }

    public struct DescribeReceiptRuleRequest: Structure {
        /// `RuleSetName`
        public var ruleSetName: String
        /// `RuleName`
        public var ruleName: String

        public init(ruleSetName: String, ruleName: String) {
            self.ruleSetName = ruleSetName
            self.ruleName = ruleName
        }

        public init(from decoder: inout ShapeDecoder) {
            ruleSetName = decoder.required("RuleSetName")
            ruleName = decoder.required("RuleName")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RuleSetName", ruleSetName)
            encoder.write("RuleName", ruleName)
        }
    }

    public struct DescribeReceiptRuleResponse: Structure {
        /// `Rule`
        public var rule: ReceiptRule?

        public init(rule: ReceiptRule? = nil) {
            self.rule = rule
        }

        public init(from decoder: inout ShapeDecoder) {
            rule = decoder.optional("Rule")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Rule", rule)
        }
    }

    public struct DescribeReceiptRuleSetRequest: Structure {
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

    public struct DescribeReceiptRuleSetResponse: Structure {
        /// `Metadata`
        public var metadata: ReceiptRuleSetMetadata?
        /// `Rules`
        public var rules: [ReceiptRule]?

        public init(metadata: ReceiptRuleSetMetadata? = nil, rules: [ReceiptRule]? = nil) {
            self.metadata = metadata
            self.rules = rules
        }

        public init(from decoder: inout ShapeDecoder) {
            metadata = decoder.optional("Metadata")
            rules = decoder.optional("Rules")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Metadata", metadata)
            encoder.write("Rules", rules)
        }
    }

    public struct Destination: Structure {
        /// `ToAddresses`
        public var toAddresses: [String]?
        /// `CcAddresses`
        public var ccAddresses: [String]?
        /// `BccAddresses`
        public var bccAddresses: [String]?

        public init(
            toAddresses: [String]? = nil,
            ccAddresses: [String]? = nil,
            bccAddresses: [String]? = nil
        ) {
            self.toAddresses = toAddresses
            self.ccAddresses = ccAddresses
            self.bccAddresses = bccAddresses
        }

        public init(from decoder: inout ShapeDecoder) {
            toAddresses = decoder.optional("ToAddresses")
            ccAddresses = decoder.optional("CcAddresses")
            bccAddresses = decoder.optional("BccAddresses")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ToAddresses", toAddresses)
            encoder.write("CcAddresses", ccAddresses)
            encoder.write("BccAddresses", bccAddresses)
        }
    }
}
