// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    /// The errors that operations name, besides those that any request may meet.
    public enum Errors {
        public static let accountSendingPaused = ErrorShape(
            name: "AccountSendingPausedException",
            code: "AccountSendingPausedException",
            status: 400)
        public static let alreadyExists = ErrorShape(
            name: "AlreadyExistsException",
            code: "AlreadyExists",
            status: 400)
        public static let cannotDelete = ErrorShape(
            name: "CannotDeleteException",
            code: "CannotDelete",
            status: 400)
        public static let configurationSetAlreadyExists = ErrorShape(
            name: "ConfigurationSetAlreadyExistsException",
            code: "ConfigurationSetAlreadyExists",
            status: 400)
        public static let configurationSetDoesNotExist = ErrorShape(
            name: "ConfigurationSetDoesNotExistException",
            code: "ConfigurationSetDoesNotExist",
            status: 400)
        public static let configurationSetSendingPaused = ErrorShape(
            name: "ConfigurationSetSendingPausedException",
            code: "ConfigurationSetSendingPausedException",
            status: 400)
        public static let customVerificationEmailInvalidContent = ErrorShape(
            name: "CustomVerificationEmailInvalidContentException",
            code: "CustomVerificationEmailInvalidContent",
            status: 400)
        public static let customVerificationEmailTemplateAlreadyExists = ErrorShape(
            name: "CustomVerificationEmailTemplateAlreadyExistsException",
            code: "CustomVerificationEmailTemplateAlreadyExists",
            status: 400)
        public static let customVerificationEmailTemplateDoesNotExist = ErrorShape(
            name: "CustomVerificationEmailTemplateDoesNotExistException",
            code: "CustomVerificationEmailTemplateDoesNotExist",
            status: 400)
        public static let eventDestinationAlreadyExists = ErrorShape(
            name: "EventDestinationAlreadyExistsException",
            code: "EventDestinationAlreadyExists",
            status: 400)
        public static let eventDestinationDoesNotExist = ErrorShape(
            name: "EventDestinationDoesNotExistException",
            code: "EventDestinationDoesNotExist",
            status: 400)
        public static let fromEmailAddressNotVerified = ErrorShape(
            name: "FromEmailAddressNotVerifiedException",
            code: "FromEmailAddressNotVerified",
            status: 400)
        public static let invalidCloudWatchDestination = ErrorShape(
            name: "InvalidCloudWatchDestinationException",
            code: "InvalidCloudWatchDestination",
            status: 400)
        public static let invalidConfigurationSet = ErrorShape(
            name: "InvalidConfigurationSetException",
            code: "InvalidConfigurationSet",
            status: 400)
        public static let invalidDeliveryOptions = ErrorShape(
            name: "InvalidDeliveryOptionsException",
            code: "InvalidDeliveryOptions",
            status: 400)
        public static let invalidFirehoseDestination = ErrorShape(
            name: "InvalidFirehoseDestinationException",
            code: "InvalidFirehoseDestination",
            status: 400)
        public static let invalidLambdaFunction = ErrorShape(
            name: "InvalidLambdaFunctionException",
            code: "InvalidLambdaFunction",
            status: 400)
        public static let invalidPolicy = ErrorShape(
            name: "InvalidPolicyException",
            code: "InvalidPolicy",
            status: 400)
        public static let invalidRenderingParameter = ErrorShape(
            name: "InvalidRenderingParameterException",
            code: "InvalidRenderingParameter",
            status: 400)
        public static let invalidS3Configuration = ErrorShape(
            name: "InvalidS3ConfigurationException",
            code: "InvalidS3Configuration",
            status: 400)
        public static let invalidSNSDestination = ErrorShape(
            name: "InvalidSNSDestinationException",
            code: "InvalidSNSDestination",
            status: 400)
        public static let invalidSnsTopic = ErrorShape(
            name: "InvalidSnsTopicException",
            code: "InvalidSnsTopic",
            status: 400)
        public static let invalidTemplate = ErrorShape(
            name: "InvalidTemplateException",
            code: "InvalidTemplate",
            status: 400)
        public static let invalidTrackingOptions = ErrorShape(
            name: "InvalidTrackingOptionsException",
            code: "InvalidTrackingOptions",
            status: 400)
        public static let limitExceeded = ErrorShape(
            name: "LimitExceededException",
            code: "LimitExceeded",
            status: 400)
        public static let mailFromDomainNotVerified = ErrorShape(
            name: "MailFromDomainNotVerifiedException",
            code: "MailFromDomainNotVerifiedException",
            status: 400)
        public static let messageRejected = ErrorShape(
            name: "MessageRejected",
            code: "MessageRejected",
            status: 400)
        public static let missingRenderingAttribute = ErrorShape(
            name: "MissingRenderingAttributeException",
            code: "MissingRenderingAttribute",
            status: 400)
        public static let productionAccessNotGranted = ErrorShape(
            name: "ProductionAccessNotGrantedException",
            code: "ProductionAccessNotGranted",
            status: 400)
        public static let ruleDoesNotExist = ErrorShape(
            name: "RuleDoesNotExistException",
            code: "RuleDoesNotExist",
            status: 400)
        public static let ruleSetDoesNotExist = ErrorShape(
            name: "RuleSetDoesNotExistException",
            code: "RuleSetDoesNotExist",
            status: 400)
        public static let templateDoesNotExist = ErrorShape(
            name: "TemplateDoesNotExistException",
            code: "TemplateDoesNotExist",
            status: 400)
        public static let trackingOptionsAlreadyExists = ErrorShape(
            name: "TrackingOptionsAlreadyExistsException",
            code: "TrackingOptionsAlreadyExistsException",
            status: 400)
        public static let trackingOptionsDoesNotExist = ErrorShape(
            name: "TrackingOptionsDoesNotExistException",
            code: "TrackingOptionsDoesNotExistException",
            status: 400)

        public static let all: [ErrorShape] = [
            accountSendingPaused,
            alreadyExists,
            cannotDelete,
            configurationSetAlreadyExists,
            configurationSetDoesNotExist,
            configurationSetSendingPaused,
            customVerificationEmailInvalidContent,
            customVerificationEmailTemplateAlreadyExists,
            customVerificationEmailTemplateDoesNotExist,
            eventDestinationAlreadyExists,
            eventDestinationDoesNotExist,
            fromEmailAddressNotVerified,
            invalidCloudWatchDestination,
            invalidConfigurationSet,
            invalidDeliveryOptions,
            invalidFirehoseDestination,
            invalidLambdaFunction,
            invalidPolicy,
            invalidRenderingParameter,
            invalidS3Configuration,
            invalidSNSDestination,
            invalidSnsTopic,
            invalidTemplate,
            invalidTrackingOptions,
            limitExceeded,
            mailFromDomainNotVerified,
            messageRejected,
            missingRenderingAttribute,
            productionAccessNotGranted,
            ruleDoesNotExist,
            ruleSetDoesNotExist,
            templateDoesNotExist,
            trackingOptionsAlreadyExists,
            trackingOptionsDoesNotExist,
        ]
    }
}
