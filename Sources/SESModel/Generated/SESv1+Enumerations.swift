// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    public enum BehaviorOnMXFailure: String, Enumeration {
        case useDefaultValue = "UseDefaultValue"
        case rejectMessage = "RejectMessage"
    }

    public enum BounceType: String, Enumeration {
        case doesNotExist = "DoesNotExist"
        case messageTooLarge = "MessageTooLarge"
        case exceededQuota = "ExceededQuota"
        case contentRejected = "ContentRejected"
        case undefined = "Undefined"
        case temporaryFailure = "TemporaryFailure"
    }

    public enum BulkEmailStatus: String, Enumeration {
        case success = "Success"
        case messageRejected = "MessageRejected"
        case mailFromDomainNotVerified = "MailFromDomainNotVerified"
        case configurationSetDoesNotExist = "ConfigurationSetDoesNotExist"
        case templateDoesNotExist = "TemplateDoesNotExist"
        case accountSuspended = "AccountSuspended"
        case accountThrottled = "AccountThrottled"
        case accountDailyQuotaExceeded = "AccountDailyQuotaExceeded"
        case invalidSendingPoolName = "InvalidSendingPoolName"
        case accountSendingPaused = "AccountSendingPaused"
        case configurationSetSendingPaused = "ConfigurationSetSendingPaused"
        case invalidParameterValue = "InvalidParameterValue"
        case transientFailure = "TransientFailure"
        case failed = "Failed"
    }

    public enum ConfigurationSetAttribute: String, Enumeration {
        case eventDestinations
        case trackingOptions
        case deliveryOptions
        case reputationOptions
    }

    public enum CustomMailFromStatus: String, Enumeration {
        case pending = "Pending"
        case success = "Success"
        case failed = "Failed"
        case temporaryFailure = "TemporaryFailure"
    }

    public enum DimensionValueSource: String, Enumeration {
        case messageTag
        case emailHeader
        case linkTag
    }

    public enum DsnAction: String, Enumeration {
        case failed
        case delayed
        case delivered
        case relayed
        case expanded
    }

    public enum EventType: String, Enumeration {
        case send
        case reject
        case bounce
        case complaint
        case delivery
        case open
        case click
        case renderingFailure
    }

    public enum IdentityType: String, Enumeration {
        case emailAddress = "EmailAddress"
        case domain = "Domain"
    }

    public enum InvocationType: String, Enumeration {
        case event = "Event"
        case requestResponse = "RequestResponse"
    }

    public enum NotificationType: String, Enumeration {
        case bounce = "Bounce"
        case complaint = "Complaint"
        case delivery = "Delivery"
    }

    public enum ReceiptFilterPolicy: String, Enumeration {
        case block = "Block"
        case allow = "Allow"
    }

    public enum SNSActionEncoding: String, Enumeration {
        case utf8 = "UTF-8"
        case base64 = "Base64"
    }

    public enum StopScope: String, Enumeration {
        case ruleSet = "RuleSet"
    }

    public enum TlsPolicy: String, Enumeration {
        case require = "Require"
        case optional = "Optional"
    }

    public enum VerificationStatus: String, Enumeration {
        case pending = "Pending"
        case success = "Success"
        case failed = "Failed"
        case temporaryFailure = "TemporaryFailure"
        case notStarted = "NotStarted"
    }
}
