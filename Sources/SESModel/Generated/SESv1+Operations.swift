// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    /// `Action=CloneReceiptRuleSet`
    public enum CloneReceiptRuleSet: Operation {
        public typealias Input = CloneReceiptRuleSetRequest
        public typealias Output = CloneReceiptRuleSetResponse
        public static let descriptor = OperationDescriptor(
            name: "CloneReceiptRuleSet",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.ruleSetDoesNotExist, Errors.alreadyExists, Errors.limitExceeded])
    }

    /// `Action=CreateConfigurationSet`
    public enum CreateConfigurationSet: Operation {
        public typealias Input = CreateConfigurationSetRequest
        public typealias Output = CreateConfigurationSetResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateConfigurationSet",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [
                Errors.configurationSetAlreadyExists, Errors.invalidConfigurationSet,
                Errors.limitExceeded,
            ])
    }

    /// `Action=CreateConfigurationSetEventDestination`
    public enum CreateConfigurationSetEventDestination: Operation {
        public typealias Input = CreateConfigurationSetEventDestinationRequest
        public typealias Output = CreateConfigurationSetEventDestinationResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateConfigurationSetEventDestination",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [
                Errors.configurationSetDoesNotExist, Errors.eventDestinationAlreadyExists,
                Errors.invalidCloudWatchDestination, Errors.invalidFirehoseDestination,
                Errors.invalidSNSDestination, Errors.limitExceeded,
            ])
    }

    /// `Action=CreateConfigurationSetTrackingOptions`
    public enum CreateConfigurationSetTrackingOptions: Operation {
        public typealias Input = CreateConfigurationSetTrackingOptionsRequest
        public typealias Output = CreateConfigurationSetTrackingOptionsResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateConfigurationSetTrackingOptions",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [
                Errors.configurationSetDoesNotExist, Errors.trackingOptionsAlreadyExists,
                Errors.invalidTrackingOptions,
            ])
    }

    /// `Action=CreateCustomVerificationEmailTemplate`
    public enum CreateCustomVerificationEmailTemplate: Operation {
        public typealias Input = CreateCustomVerificationEmailTemplateRequest
        public typealias Output = Empty
        public static let descriptor = OperationDescriptor(
            name: "CreateCustomVerificationEmailTemplate",
            version: .v1, method: "POST",
            path: "/",
            hasResult: false,
            errors: [
                Errors.customVerificationEmailTemplateAlreadyExists,
                Errors.fromEmailAddressNotVerified, Errors.customVerificationEmailInvalidContent,
                Errors.limitExceeded,
            ])
    }

    /// `Action=CreateReceiptFilter`
    public enum CreateReceiptFilter: Operation {
        public typealias Input = CreateReceiptFilterRequest
        public typealias Output = CreateReceiptFilterResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateReceiptFilter",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.limitExceeded, Errors.alreadyExists])
    }

    /// `Action=CreateReceiptRule`
    public enum CreateReceiptRule: Operation {
        public typealias Input = CreateReceiptRuleRequest
        public typealias Output = CreateReceiptRuleResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateReceiptRule",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [
                Errors.invalidSnsTopic, Errors.invalidS3Configuration,
                Errors.invalidLambdaFunction, Errors.alreadyExists, Errors.ruleDoesNotExist,
                Errors.ruleSetDoesNotExist, Errors.limitExceeded,
            ])
    }

    /// `Action=CreateReceiptRuleSet`
    public enum CreateReceiptRuleSet: Operation {
        public typealias Input = CreateReceiptRuleSetRequest
        public typealias Output = CreateReceiptRuleSetResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateReceiptRuleSet",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.alreadyExists, Errors.limitExceeded])
    }

    /// `Action=CreateTemplate`
    public enum CreateTemplate: Operation {
        public typealias Input = CreateTemplateRequest
        public typealias Output = CreateTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateTemplate",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.alreadyExists, Errors.invalidTemplate, Errors.limitExceeded])
    }

    /// `Action=DeleteConfigurationSet`
    public enum DeleteConfigurationSet: Operation {
        public typealias Input = DeleteConfigurationSetRequest
        public typealias Output = DeleteConfigurationSetResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteConfigurationSet",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.configurationSetDoesNotExist])
    }

    /// `Action=DeleteConfigurationSetEventDestination`
    public enum DeleteConfigurationSetEventDestination: Operation {
        public typealias Input = DeleteConfigurationSetEventDestinationRequest
        public typealias Output = DeleteConfigurationSetEventDestinationResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteConfigurationSetEventDestination",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.configurationSetDoesNotExist, Errors.eventDestinationDoesNotExist])
    }

    /// `Action=DeleteConfigurationSetTrackingOptions`
    public enum DeleteConfigurationSetTrackingOptions: Operation {
        public typealias Input = DeleteConfigurationSetTrackingOptionsRequest
        public typealias Output = DeleteConfigurationSetTrackingOptionsResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteConfigurationSetTrackingOptions",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.configurationSetDoesNotExist, Errors.trackingOptionsDoesNotExist])
    }

    /// `Action=DeleteCustomVerificationEmailTemplate`
    public enum DeleteCustomVerificationEmailTemplate: Operation {
        public typealias Input = DeleteCustomVerificationEmailTemplateRequest
        public typealias Output = Empty
        public static let descriptor = OperationDescriptor(
            name: "DeleteCustomVerificationEmailTemplate",
            version: .v1, method: "POST",
            path: "/",
            hasResult: false,
            errors: [])
    }

    /// `Action=DeleteIdentity`
    public enum DeleteIdentity: Operation {
        public typealias Input = DeleteIdentityRequest
        public typealias Output = DeleteIdentityResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteIdentity",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=DeleteIdentityPolicy`
    public enum DeleteIdentityPolicy: Operation {
        public typealias Input = DeleteIdentityPolicyRequest
        public typealias Output = DeleteIdentityPolicyResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteIdentityPolicy",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=DeleteReceiptFilter`
    public enum DeleteReceiptFilter: Operation {
        public typealias Input = DeleteReceiptFilterRequest
        public typealias Output = DeleteReceiptFilterResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteReceiptFilter",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=DeleteReceiptRule`
    public enum DeleteReceiptRule: Operation {
        public typealias Input = DeleteReceiptRuleRequest
        public typealias Output = DeleteReceiptRuleResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteReceiptRule",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.ruleSetDoesNotExist])
    }

    /// `Action=DeleteReceiptRuleSet`
    public enum DeleteReceiptRuleSet: Operation {
        public typealias Input = DeleteReceiptRuleSetRequest
        public typealias Output = DeleteReceiptRuleSetResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteReceiptRuleSet",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.cannotDelete])
    }

    /// `Action=DeleteTemplate`
    public enum DeleteTemplate: Operation {
        public typealias Input = DeleteTemplateRequest
        public typealias Output = DeleteTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteTemplate",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=DeleteVerifiedEmailAddress`
    public enum DeleteVerifiedEmailAddress: Operation {
        public typealias Input = DeleteVerifiedEmailAddressRequest
        public typealias Output = Empty
        public static let descriptor = OperationDescriptor(
            name: "DeleteVerifiedEmailAddress",
            version: .v1, method: "POST",
            path: "/",
            hasResult: false,
            errors: [])
    }

    /// `Action=DescribeActiveReceiptRuleSet`
    public enum DescribeActiveReceiptRuleSet: Operation {
        public typealias Input = DescribeActiveReceiptRuleSetRequest
        public typealias Output = DescribeActiveReceiptRuleSetResponse
        public static let descriptor = OperationDescriptor(
            name: "DescribeActiveReceiptRuleSet",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=DescribeConfigurationSet`
    public enum DescribeConfigurationSet: Operation {
        public typealias Input = DescribeConfigurationSetRequest
        public typealias Output = DescribeConfigurationSetResponse
        public static let descriptor = OperationDescriptor(
            name: "DescribeConfigurationSet",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.configurationSetDoesNotExist])
    }

    /// `Action=DescribeReceiptRule`
    public enum DescribeReceiptRule: Operation {
        public typealias Input = DescribeReceiptRuleRequest
        public typealias Output = DescribeReceiptRuleResponse
        public static let descriptor = OperationDescriptor(
            name: "DescribeReceiptRule",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.ruleDoesNotExist, Errors.ruleSetDoesNotExist])
    }

    /// `Action=DescribeReceiptRuleSet`
    public enum DescribeReceiptRuleSet: Operation {
        public typealias Input = DescribeReceiptRuleSetRequest
        public typealias Output = DescribeReceiptRuleSetResponse
        public static let descriptor = OperationDescriptor(
            name: "DescribeReceiptRuleSet",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.ruleSetDoesNotExist])
    }

    /// `Action=GetAccountSendingEnabled`
    public enum GetAccountSendingEnabled: Operation {
        public typealias Input = Empty
        public typealias Output = GetAccountSendingEnabledResponse
        public static let descriptor = OperationDescriptor(
            name: "GetAccountSendingEnabled",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=GetCustomVerificationEmailTemplate`
    public enum GetCustomVerificationEmailTemplate: Operation {
        public typealias Input = GetCustomVerificationEmailTemplateRequest
        public typealias Output = GetCustomVerificationEmailTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "GetCustomVerificationEmailTemplate",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.customVerificationEmailTemplateDoesNotExist])
    }

    /// `Action=GetIdentityDkimAttributes`
    public enum GetIdentityDkimAttributes: Operation {
        public typealias Input = GetIdentityDkimAttributesRequest
        public typealias Output = GetIdentityDkimAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "GetIdentityDkimAttributes",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=GetIdentityMailFromDomainAttributes`
    public enum GetIdentityMailFromDomainAttributes: Operation {
        public typealias Input = GetIdentityMailFromDomainAttributesRequest
        public typealias Output = GetIdentityMailFromDomainAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "GetIdentityMailFromDomainAttributes",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=GetIdentityNotificationAttributes`
    public enum GetIdentityNotificationAttributes: Operation {
        public typealias Input = GetIdentityNotificationAttributesRequest
        public typealias Output = GetIdentityNotificationAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "GetIdentityNotificationAttributes",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=GetIdentityPolicies`
    public enum GetIdentityPolicies: Operation {
        public typealias Input = GetIdentityPoliciesRequest
        public typealias Output = GetIdentityPoliciesResponse
        public static let descriptor = OperationDescriptor(
            name: "GetIdentityPolicies",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=GetIdentityVerificationAttributes`
    public enum GetIdentityVerificationAttributes: Operation {
        public typealias Input = GetIdentityVerificationAttributesRequest
        public typealias Output = GetIdentityVerificationAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "GetIdentityVerificationAttributes",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=GetSendQuota`
    public enum GetSendQuota: Operation {
        public typealias Input = Empty
        public typealias Output = GetSendQuotaResponse
        public static let descriptor = OperationDescriptor(
            name: "GetSendQuota",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=GetSendStatistics`
    public enum GetSendStatistics: Operation {
        public typealias Input = Empty
        public typealias Output = GetSendStatisticsResponse
        public static let descriptor = OperationDescriptor(
            name: "GetSendStatistics",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=GetTemplate`
    public enum GetTemplate: Operation {
        public typealias Input = GetTemplateRequest
        public typealias Output = GetTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "GetTemplate",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.templateDoesNotExist])
    }

    /// `Action=ListConfigurationSets`
    public enum ListConfigurationSets: Operation {
        public typealias Input = ListConfigurationSetsRequest
        public typealias Output = ListConfigurationSetsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListConfigurationSets",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=ListCustomVerificationEmailTemplates`
    public enum ListCustomVerificationEmailTemplates: Operation {
        public typealias Input = ListCustomVerificationEmailTemplatesRequest
        public typealias Output = ListCustomVerificationEmailTemplatesResponse
        public static let descriptor = OperationDescriptor(
            name: "ListCustomVerificationEmailTemplates",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=ListIdentities`
    public enum ListIdentities: Operation {
        public typealias Input = ListIdentitiesRequest
        public typealias Output = ListIdentitiesResponse
        public static let descriptor = OperationDescriptor(
            name: "ListIdentities",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=ListIdentityPolicies`
    public enum ListIdentityPolicies: Operation {
        public typealias Input = ListIdentityPoliciesRequest
        public typealias Output = ListIdentityPoliciesResponse
        public static let descriptor = OperationDescriptor(
            name: "ListIdentityPolicies",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=ListReceiptFilters`
    public enum ListReceiptFilters: Operation {
        public typealias Input = ListReceiptFiltersRequest
        public typealias Output = ListReceiptFiltersResponse
        public static let descriptor = OperationDescriptor(
            name: "ListReceiptFilters",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=ListReceiptRuleSets`
    public enum ListReceiptRuleSets: Operation {
        public typealias Input = ListReceiptRuleSetsRequest
        public typealias Output = ListReceiptRuleSetsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListReceiptRuleSets",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=ListTemplates`
    public enum ListTemplates: Operation {
        public typealias Input = ListTemplatesRequest
        public typealias Output = ListTemplatesResponse
        public static let descriptor = OperationDescriptor(
            name: "ListTemplates",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=ListVerifiedEmailAddresses`
    public enum ListVerifiedEmailAddresses: Operation {
        public typealias Input = Empty
        public typealias Output = ListVerifiedEmailAddressesResponse
        public static let descriptor = OperationDescriptor(
            name: "ListVerifiedEmailAddresses",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=PutConfigurationSetDeliveryOptions`
    public enum PutConfigurationSetDeliveryOptions: Operation {
        public typealias Input = PutConfigurationSetDeliveryOptionsRequest
        public typealias Output = PutConfigurationSetDeliveryOptionsResponse
        public static let descriptor = OperationDescriptor(
            name: "PutConfigurationSetDeliveryOptions",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.configurationSetDoesNotExist, Errors.invalidDeliveryOptions])
    }

    /// `Action=PutIdentityPolicy`
    public enum PutIdentityPolicy: Operation {
        public typealias Input = PutIdentityPolicyRequest
        public typealias Output = PutIdentityPolicyResponse
        public static let descriptor = OperationDescriptor(
            name: "PutIdentityPolicy",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.invalidPolicy])
    }

    /// `Action=ReorderReceiptRuleSet`
    public enum ReorderReceiptRuleSet: Operation {
        public typealias Input = ReorderReceiptRuleSetRequest
        public typealias Output = ReorderReceiptRuleSetResponse
        public static let descriptor = OperationDescriptor(
            name: "ReorderReceiptRuleSet",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.ruleSetDoesNotExist, Errors.ruleDoesNotExist])
    }

    /// `Action=SendBounce`
    public enum SendBounce: Operation {
        public typealias Input = SendBounceRequest
        public typealias Output = SendBounceResponse
        public static let descriptor = OperationDescriptor(
            name: "SendBounce",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.messageRejected])
    }

    /// `Action=SendBulkTemplatedEmail`
    public enum SendBulkTemplatedEmail: Operation {
        public typealias Input = SendBulkTemplatedEmailRequest
        public typealias Output = SendBulkTemplatedEmailResponse
        public static let descriptor = OperationDescriptor(
            name: "SendBulkTemplatedEmail",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [
                Errors.messageRejected, Errors.mailFromDomainNotVerified,
                Errors.configurationSetDoesNotExist, Errors.templateDoesNotExist,
                Errors.configurationSetSendingPaused, Errors.accountSendingPaused,
            ])
    }

    /// `Action=SendCustomVerificationEmail`
    public enum SendCustomVerificationEmail: Operation {
        public typealias Input = SendCustomVerificationEmailRequest
        public typealias Output = SendCustomVerificationEmailResponse
        public static let descriptor = OperationDescriptor(
            name: "SendCustomVerificationEmail",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [
                Errors.messageRejected, Errors.configurationSetDoesNotExist,
                Errors.customVerificationEmailTemplateDoesNotExist,
                Errors.fromEmailAddressNotVerified, Errors.productionAccessNotGranted,
            ])
    }

    /// `Action=SendEmail`
    public enum SendEmail: Operation {
        public typealias Input = SendEmailRequest
        public typealias Output = SendEmailResponse
        public static let descriptor = OperationDescriptor(
            name: "SendEmail",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [
                Errors.messageRejected, Errors.mailFromDomainNotVerified,
                Errors.configurationSetDoesNotExist, Errors.configurationSetSendingPaused,
                Errors.accountSendingPaused,
            ])
    }

    /// `Action=SendRawEmail`
    public enum SendRawEmail: Operation {
        public typealias Input = SendRawEmailRequest
        public typealias Output = SendRawEmailResponse
        public static let descriptor = OperationDescriptor(
            name: "SendRawEmail",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [
                Errors.messageRejected, Errors.mailFromDomainNotVerified,
                Errors.configurationSetDoesNotExist, Errors.configurationSetSendingPaused,
                Errors.accountSendingPaused,
            ])
    }

    /// `Action=SendTemplatedEmail`
    public enum SendTemplatedEmail: Operation {
        public typealias Input = SendTemplatedEmailRequest
        public typealias Output = SendTemplatedEmailResponse
        public static let descriptor = OperationDescriptor(
            name: "SendTemplatedEmail",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [
                Errors.messageRejected, Errors.mailFromDomainNotVerified,
                Errors.configurationSetDoesNotExist, Errors.templateDoesNotExist,
                Errors.configurationSetSendingPaused, Errors.accountSendingPaused,
            ])
    }

    /// `Action=SetActiveReceiptRuleSet`
    public enum SetActiveReceiptRuleSet: Operation {
        public typealias Input = SetActiveReceiptRuleSetRequest
        public typealias Output = SetActiveReceiptRuleSetResponse
        public static let descriptor = OperationDescriptor(
            name: "SetActiveReceiptRuleSet",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.ruleSetDoesNotExist])
    }

    /// `Action=SetIdentityDkimEnabled`
    public enum SetIdentityDkimEnabled: Operation {
        public typealias Input = SetIdentityDkimEnabledRequest
        public typealias Output = SetIdentityDkimEnabledResponse
        public static let descriptor = OperationDescriptor(
            name: "SetIdentityDkimEnabled",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=SetIdentityFeedbackForwardingEnabled`
    public enum SetIdentityFeedbackForwardingEnabled: Operation {
        public typealias Input = SetIdentityFeedbackForwardingEnabledRequest
        public typealias Output = SetIdentityFeedbackForwardingEnabledResponse
        public static let descriptor = OperationDescriptor(
            name: "SetIdentityFeedbackForwardingEnabled",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=SetIdentityHeadersInNotificationsEnabled`
    public enum SetIdentityHeadersInNotificationsEnabled: Operation {
        public typealias Input = SetIdentityHeadersInNotificationsEnabledRequest
        public typealias Output = SetIdentityHeadersInNotificationsEnabledResponse
        public static let descriptor = OperationDescriptor(
            name: "SetIdentityHeadersInNotificationsEnabled",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=SetIdentityMailFromDomain`
    public enum SetIdentityMailFromDomain: Operation {
        public typealias Input = SetIdentityMailFromDomainRequest
        public typealias Output = SetIdentityMailFromDomainResponse
        public static let descriptor = OperationDescriptor(
            name: "SetIdentityMailFromDomain",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=SetIdentityNotificationTopic`
    public enum SetIdentityNotificationTopic: Operation {
        public typealias Input = SetIdentityNotificationTopicRequest
        public typealias Output = SetIdentityNotificationTopicResponse
        public static let descriptor = OperationDescriptor(
            name: "SetIdentityNotificationTopic",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=SetReceiptRulePosition`
    public enum SetReceiptRulePosition: Operation {
        public typealias Input = SetReceiptRulePositionRequest
        public typealias Output = SetReceiptRulePositionResponse
        public static let descriptor = OperationDescriptor(
            name: "SetReceiptRulePosition",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.ruleSetDoesNotExist, Errors.ruleDoesNotExist])
    }

    /// `Action=TestRenderTemplate`
    public enum TestRenderTemplate: Operation {
        public typealias Input = TestRenderTemplateRequest
        public typealias Output = TestRenderTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "TestRenderTemplate",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [
                Errors.templateDoesNotExist, Errors.invalidRenderingParameter,
                Errors.missingRenderingAttribute,
            ])
    }

    /// `Action=UpdateAccountSendingEnabled`
    public enum UpdateAccountSendingEnabled: Operation {
        public typealias Input = UpdateAccountSendingEnabledRequest
        public typealias Output = Empty
        public static let descriptor = OperationDescriptor(
            name: "UpdateAccountSendingEnabled",
            version: .v1, method: "POST",
            path: "/",
            hasResult: false,
            errors: [])
    }

    /// `Action=UpdateConfigurationSetEventDestination`
    public enum UpdateConfigurationSetEventDestination: Operation {
        public typealias Input = UpdateConfigurationSetEventDestinationRequest
        public typealias Output = UpdateConfigurationSetEventDestinationResponse
        public static let descriptor = OperationDescriptor(
            name: "UpdateConfigurationSetEventDestination",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [
                Errors.configurationSetDoesNotExist, Errors.eventDestinationDoesNotExist,
                Errors.invalidCloudWatchDestination, Errors.invalidFirehoseDestination,
                Errors.invalidSNSDestination,
            ])
    }

    /// `Action=UpdateConfigurationSetReputationMetricsEnabled`
    public enum UpdateConfigurationSetReputationMetricsEnabled: Operation {
        public typealias Input = UpdateConfigurationSetReputationMetricsEnabledRequest
        public typealias Output = Empty
        public static let descriptor = OperationDescriptor(
            name: "UpdateConfigurationSetReputationMetricsEnabled",
            version: .v1, method: "POST",
            path: "/",
            hasResult: false,
            errors: [Errors.configurationSetDoesNotExist])
    }

    /// `Action=UpdateConfigurationSetSendingEnabled`
    public enum UpdateConfigurationSetSendingEnabled: Operation {
        public typealias Input = UpdateConfigurationSetSendingEnabledRequest
        public typealias Output = Empty
        public static let descriptor = OperationDescriptor(
            name: "UpdateConfigurationSetSendingEnabled",
            version: .v1, method: "POST",
            path: "/",
            hasResult: false,
            errors: [Errors.configurationSetDoesNotExist])
    }

    /// `Action=UpdateConfigurationSetTrackingOptions`
    public enum UpdateConfigurationSetTrackingOptions: Operation {
        public typealias Input = UpdateConfigurationSetTrackingOptionsRequest
        public typealias Output = UpdateConfigurationSetTrackingOptionsResponse
        public static let descriptor = OperationDescriptor(
            name: "UpdateConfigurationSetTrackingOptions",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [
                Errors.configurationSetDoesNotExist, Errors.trackingOptionsDoesNotExist,
                Errors.invalidTrackingOptions,
            ])
    }

    /// `Action=UpdateCustomVerificationEmailTemplate`
    public enum UpdateCustomVerificationEmailTemplate: Operation {
        public typealias Input = UpdateCustomVerificationEmailTemplateRequest
        public typealias Output = Empty
        public static let descriptor = OperationDescriptor(
            name: "UpdateCustomVerificationEmailTemplate",
            version: .v1, method: "POST",
            path: "/",
            hasResult: false,
            errors: [
                Errors.customVerificationEmailTemplateDoesNotExist,
                Errors.fromEmailAddressNotVerified, Errors.customVerificationEmailInvalidContent,
            ])
    }

    /// `Action=UpdateReceiptRule`
    public enum UpdateReceiptRule: Operation {
        public typealias Input = UpdateReceiptRuleRequest
        public typealias Output = UpdateReceiptRuleResponse
        public static let descriptor = OperationDescriptor(
            name: "UpdateReceiptRule",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [
                Errors.invalidSnsTopic, Errors.invalidS3Configuration,
                Errors.invalidLambdaFunction, Errors.ruleSetDoesNotExist, Errors.ruleDoesNotExist,
                Errors.limitExceeded,
            ])
    }

    /// `Action=UpdateTemplate`
    public enum UpdateTemplate: Operation {
        public typealias Input = UpdateTemplateRequest
        public typealias Output = UpdateTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "UpdateTemplate",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [Errors.templateDoesNotExist, Errors.invalidTemplate])
    }

    /// `Action=VerifyDomainDkim`
    public enum VerifyDomainDkim: Operation {
        public typealias Input = VerifyDomainDkimRequest
        public typealias Output = VerifyDomainDkimResponse
        public static let descriptor = OperationDescriptor(
            name: "VerifyDomainDkim",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=VerifyDomainIdentity`
    public enum VerifyDomainIdentity: Operation {
        public typealias Input = VerifyDomainIdentityRequest
        public typealias Output = VerifyDomainIdentityResponse
        public static let descriptor = OperationDescriptor(
            name: "VerifyDomainIdentity",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }

    /// `Action=VerifyEmailAddress`
    public enum VerifyEmailAddress: Operation {
        public typealias Input = VerifyEmailAddressRequest
        public typealias Output = Empty
        public static let descriptor = OperationDescriptor(
            name: "VerifyEmailAddress",
            version: .v1, method: "POST",
            path: "/",
            hasResult: false,
            errors: [])
    }

    /// `Action=VerifyEmailIdentity`
    public enum VerifyEmailIdentity: Operation {
        public typealias Input = VerifyEmailIdentityRequest
        public typealias Output = VerifyEmailIdentityResponse
        public static let descriptor = OperationDescriptor(
            name: "VerifyEmailIdentity",
            version: .v1, method: "POST",
            path: "/",
            hasResult: true,
            errors: [])
    }
}
