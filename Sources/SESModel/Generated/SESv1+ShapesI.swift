// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    public struct IdentityDkimAttributes: Structure {
        /// `DkimEnabled`
        public var dkimEnabled: Bool
        /// `DkimVerificationStatus`
        public var dkimVerificationStatus: VerificationStatus
        /// `DkimTokens`
        public var dkimTokens: [String]?

        public init(
            dkimEnabled: Bool,
            dkimVerificationStatus: VerificationStatus,
            dkimTokens: [String]? = nil
        ) {
            self.dkimEnabled = dkimEnabled
            self.dkimVerificationStatus = dkimVerificationStatus
            self.dkimTokens = dkimTokens
        }

        public init(from decoder: inout ShapeDecoder) {
            dkimEnabled = decoder.required("DkimEnabled")
            dkimVerificationStatus = decoder.required("DkimVerificationStatus")
            dkimTokens = decoder.optional("DkimTokens")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DkimEnabled", dkimEnabled)
            encoder.write("DkimVerificationStatus", dkimVerificationStatus)
            encoder.write("DkimTokens", dkimTokens)
        }
    }

    public struct IdentityMailFromDomainAttributes: Structure {
        /// `MailFromDomain`
        public var mailFromDomain: String?
        /// `MailFromDomainStatus`
        public var mailFromDomainStatus: CustomMailFromStatus?
        /// `BehaviorOnMXFailure`
        public var behaviorOnMXFailure: BehaviorOnMXFailure

        public init(
            mailFromDomain: String? = nil,
            mailFromDomainStatus: CustomMailFromStatus? = nil,
            behaviorOnMXFailure: BehaviorOnMXFailure
        ) {
            self.mailFromDomain = mailFromDomain
            self.mailFromDomainStatus = mailFromDomainStatus
            self.behaviorOnMXFailure = behaviorOnMXFailure
        }

        public init(from decoder: inout ShapeDecoder) {
            mailFromDomain = decoder.optional("MailFromDomain")
            mailFromDomainStatus = decoder.optional("MailFromDomainStatus")
            behaviorOnMXFailure = decoder.required("BehaviorOnMXFailure")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MailFromDomain", mailFromDomain)
            encoder.write("MailFromDomainStatus", mailFromDomainStatus)
            encoder.write("BehaviorOnMXFailure", behaviorOnMXFailure)
        }
    }

    public struct IdentityNotificationAttributes: Structure {
        /// `BounceTopic`
        public var bounceTopic: String
        /// `ComplaintTopic`
        public var complaintTopic: String
        /// `DeliveryTopic`
        public var deliveryTopic: String
        /// `ForwardingEnabled`
        public var forwardingEnabled: Bool
        /// `HeadersInBounceNotificationsEnabled`
        public var headersInBounceNotificationsEnabled: Bool?
        /// `HeadersInComplaintNotificationsEnabled`
        public var headersInComplaintNotificationsEnabled: Bool?
        /// `HeadersInDeliveryNotificationsEnabled`
        public var headersInDeliveryNotificationsEnabled: Bool?

        public init(
            bounceTopic: String,
            complaintTopic: String,
            deliveryTopic: String,
            forwardingEnabled: Bool,
            headersInBounceNotificationsEnabled: Bool? = nil,
            headersInComplaintNotificationsEnabled: Bool? = nil,
            headersInDeliveryNotificationsEnabled: Bool? = nil
        ) {
            self.bounceTopic = bounceTopic
            self.complaintTopic = complaintTopic
            self.deliveryTopic = deliveryTopic
            self.forwardingEnabled = forwardingEnabled
            self.headersInBounceNotificationsEnabled = headersInBounceNotificationsEnabled
            self.headersInComplaintNotificationsEnabled = headersInComplaintNotificationsEnabled
            self.headersInDeliveryNotificationsEnabled = headersInDeliveryNotificationsEnabled
        }

        public init(from decoder: inout ShapeDecoder) {
            bounceTopic = decoder.required("BounceTopic")
            complaintTopic = decoder.required("ComplaintTopic")
            deliveryTopic = decoder.required("DeliveryTopic")
            forwardingEnabled = decoder.required("ForwardingEnabled")
            headersInBounceNotificationsEnabled =
                decoder.optional("HeadersInBounceNotificationsEnabled")
            headersInComplaintNotificationsEnabled =
                decoder.optional("HeadersInComplaintNotificationsEnabled")
            headersInDeliveryNotificationsEnabled =
                decoder.optional("HeadersInDeliveryNotificationsEnabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("BounceTopic", bounceTopic)
            encoder.write("ComplaintTopic", complaintTopic)
            encoder.write("DeliveryTopic", deliveryTopic)
            encoder.write("ForwardingEnabled", forwardingEnabled)
            encoder.write(
                "HeadersInBounceNotificationsEnabled", headersInBounceNotificationsEnabled)
            encoder.write(
                "HeadersInComplaintNotificationsEnabled", headersInComplaintNotificationsEnabled)
            encoder.write(
                "HeadersInDeliveryNotificationsEnabled", headersInDeliveryNotificationsEnabled)
        }
    }

    public struct IdentityVerificationAttributes: Structure {
        /// `VerificationStatus`
        public var verificationStatus: VerificationStatus
        /// `VerificationToken`
        public var verificationToken: String?

        public init(verificationStatus: VerificationStatus, verificationToken: String? = nil) {
            self.verificationStatus = verificationStatus
            self.verificationToken = verificationToken
        }

        public init(from decoder: inout ShapeDecoder) {
            verificationStatus = decoder.required("VerificationStatus")
            verificationToken = decoder.optional("VerificationToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("VerificationStatus", verificationStatus)
            encoder.write("VerificationToken", verificationToken)
        }
    }
}
