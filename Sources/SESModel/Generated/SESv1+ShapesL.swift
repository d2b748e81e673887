// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    public struct LambdaAction: Structure {
        /// `TopicArn`
        public var topicArn: String?
        /// `FunctionArn`
        public var functionArn: String
        /// `InvocationType`
        public var invocationType: InvocationType?

        public init(
            topicArn: String? = nil,
            functionArn: String,
            invocationType: InvocationType? = nil
        ) {
            self.topicArn = topicArn
            self.functionArn = functionArn
            self.invocationType = invocationType
        }

        public init(from decoder: inout ShapeDecoder) {
            topicArn = decoder.optional("TopicArn")
            functionArn = decoder.required("FunctionArn")
            invocationType = decoder.optional("InvocationType")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TopicArn", topicArn)
            encoder.write("FunctionArn", functionArn)
            encoder.write("InvocationType", invocationType)
        }
    }

    public struct ListConfigurationSetsRequest: Structure {
        /// `NextToken`
        public var nextToken: String?
        /// `MaxItems`
        public var maxItems: Int?

        public init(nextToken: String? = nil, maxItems: Int? = nil) {
            self.nextToken = nextToken
            self.maxItems = maxItems
        }

        public init(from decoder: inout ShapeDecoder) {
            nextToken = decoder.optional("NextToken")
            maxItems = decoder.optional("MaxItems")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("NextToken", nextToken)
            encoder.write("MaxItems", maxItems)
        }
    }

    public struct ListConfigurationSetsResponse: Structure {
        /// `ConfigurationSets`
        public var configurationSets: [ConfigurationSet]?
        /// `NextToken`
        public var nextToken: String?

        public init(configurationSets: [ConfigurationSet]? = nil, nextToken: String? = nil) {
            self.configurationSets = configurationSets
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSets = decoder.optional("ConfigurationSets")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSets", configurationSets)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListCustomVerificationEmailTemplatesRequest: Structure {
        /// `NextToken`
        public var nextToken: String?
        /// `MaxResults`: 1 to 50
        public var maxResults: Int?

        public init(nextToken: String? = nil, maxResults: Int? = nil) {
            self.nextToken = nextToken
            self.maxResults = maxResults
        }

        public init(from decoder: inout ShapeDecoder) {
            nextToken = decoder.optional("NextToken")
            maxResults = decoder.optional("MaxResults")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("NextToken", nextToken)
            encoder.write("MaxResults", maxResults)
        }
    }

    public struct ListCustomVerificationEmailTemplatesResponse: Structure {
        /// `CustomVerificationEmailTemplates`
        public var customVerificationEmailTemplates: [CustomVerificationEmailTemplate]?
        /// `NextToken`
        public var nextToken: String?

        public init(
            customVerificationEmailTemplates: [CustomVerificationEmailTemplate]? = nil,
            nextToken: String? = nil
        ) {
            self.customVerificationEmailTemplates = customVerificationEmailTemplates
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            customVerificationEmailTemplates = decoder.optional("CustomVerificationEmailTemplates")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("CustomVerificationEmailTemplates", customVerificationEmailTemplates)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListIdentitiesRequest: Structure {
        /// `IdentityType`
        public var identityType: IdentityType?
        /// `NextToken`
        public var nextToken: String?
        /// `MaxItems`
        public var maxItems: Int?

        public init(
            identityType: IdentityType? = nil,
            nextToken: String? = nil,
            maxItems: Int? = nil
        ) {
            self.identityType = identityType
            self.nextToken = nextToken
            self.maxItems = maxItems
        }

        public init(from decoder: inout ShapeDecoder) {
            identityType = decoder.optional("IdentityType")
            nextToken = decoder.optional("NextToken")
            maxItems = decoder.optional("MaxItems")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("IdentityType", identityType)
            encoder.write("NextToken", nextToken)
            encoder.write("MaxItems", maxItems)
        }
    }

    public struct ListIdentitiesResponse: Structure {
        /// `Identities`
        public var identities: [String]
        /// `NextToken`
        public var nextToken: String?

        public init(identities: [String], nextToken: String? = nil) {
            self.identities = identities
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            identities = decoder.required("Identities")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identities", identities)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListIdentityPoliciesRequest: Structure {
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

    public struct ListIdentityPoliciesResponse: Structure {
        /// `PolicyNames`
        public var policyNames: [String]

        public init(policyNames: [String]) {
            self.policyNames = policyNames
        }

        public init(from decoder: inout ShapeDecoder) {
            policyNames = decoder.required("PolicyNames", Bounds.policyNameList)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("PolicyNames", policyNames)
        }
    }

    public struct ListReceiptFiltersRequest: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct ListReceiptFiltersResponse: Structure {
        /// `Filters`
        public var filters: [ReceiptFilter]?

        public init(filters: [ReceiptFilter]? = nil) {
            self.filters = filters
        }

        public init(from decoder: inout ShapeDecoder) {
            filters = decoder.optional("Filters")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Filters", filters)
        }
    }

    public struct ListReceiptRuleSetsRequest: Structure {
        /// `NextToken`
        public var nextToken: String?

        public init(nextToken: String? = nil) {
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListReceiptRuleSetsResponse: Structure {
        /// `RuleSets`
        public var ruleSets: [ReceiptRuleSetMetadata]?
        /// `NextToken`
        public var nextToken: String?

        public init(ruleSets: [ReceiptRuleSetMetadata]? = nil, nextToken: String? = nil) {
            self.ruleSets = ruleSets
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            ruleSets = decoder.optional("RuleSets")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RuleSets", ruleSets)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListTemplatesRequest: Structure {
        /// `NextToken`
        public var nextToken: String?
        /// `MaxItems`
        public var maxItems: Int?

        public init(nextToken: String? = nil, maxItems: Int? = nil) {
            self.nextToken = nextToken
            self.maxItems = maxItems
        }

        public init(from decoder: inout ShapeDecoder) {
            nextToken = decoder.optional("NextToken")
            maxItems = decoder.optional("MaxItems")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("NextToken", nextToken)
            encoder.write("MaxItems", maxItems)
        }
    }

    public struct ListTemplatesResponse: Structure {
        /// `TemplatesMetadata`
        public var templatesMetadata: [TemplateMetadata]?
        /// `NextToken`
        public var nextToken: String?

        public init(templatesMetadata: [TemplateMetadata]? = nil, nextToken: String? = nil) {
            self.templatesMetadata = templatesMetadata
            self.nextToken = nextToken
        }

        public init(from decoder: inout ShapeDecoder) {
            templatesMetadata = decoder.optional("TemplatesMetadata")
            nextToken = decoder.optional("NextToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplatesMetadata", templatesMetadata)
            encoder.write("NextToken", nextToken)
        }
    }

    public struct ListVerifiedEmailAddressesResponse: Structure {
        /// `VerifiedEmailAddresses`
        public var verifiedEmailAddresses: [String]?

        public init(verifiedEmailAddresses: [String]? = nil) {
            self.verifiedEmailAddresses = verifiedEmailAddresses
        }

        public init(from decoder: inout ShapeDecoder) {
            verifiedEmailAddresses = decoder.optional("VerifiedEmailAddresses")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("VerifiedEmailAddresses", verifiedEmailAddresses)
        }
    }
}
