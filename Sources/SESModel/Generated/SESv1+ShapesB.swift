// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    public struct Body: Structure {
        /// `Text`
        public var text: Content?
        /// `Html`
        public var html: Content?

        public init(text: Content? = nil, html: Content? = nil) {
            self.text = text
            self.html = html
        }

        public init(from decoder: inout ShapeDecoder) {
            text = decoder.optional("Text")
            html = decoder.optional("Html")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Text", text)
            encoder.write("Html", html)
        }
    }

    public struct BounceAction: Structure {
        /// `TopicArn`
        public var topicArn: String?
        /// `SmtpReplyCode`
        public var smtpReplyCode: String
        /// `StatusCode`
        public var statusCode: String?
        /// `Message`
        public var message: String
        /// `Sender`
        public var sender: String

        public init(
            topicArn: String? = nil,
            smtpReplyCode: String,
            statusCode: String? = nil,
            message: String,
            sender: String
        ) {
            self.topicArn = topicArn
            self.smtpReplyCode = smtpReplyCode
            self.statusCode = statusCode
            self.message = message
            self.sender = sender
        }

        public init(from decoder: inout ShapeDecoder) {
            topicArn = decoder.optional("TopicArn")
            smtpReplyCode = decoder.required("SmtpReplyCode")
            statusCode = decoder.optional("StatusCode")
            message = decoder.required("Message")
            sender = decoder.required("Sender")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TopicArn", topicArn)
            encoder.write("SmtpReplyCode", smtpReplyCode)
            encoder.write("StatusCode", statusCode)
            encoder.write("Message", message)
            encoder.write("Sender", sender)
        }
    }

    public struct BouncedRecipientInfo: Structure {
        /// `Recipient`
        public var recipient: String
        /// `RecipientArn`
        public var recipientArn: String?
        /// `BounceType`
        public var bounceType: BounceType?
        /// `RecipientDsnFields`
        public var recipientDsnFields: RecipientDsnFields?

        public init(
            recipient: String,
            recipientArn: String? = nil,
            bounceType: BounceType? = nil,
            recipientDsnFields: RecipientDsnFields? = nil
        ) {
            self.recipient = recipient
            self.recipientArn = recipientArn
            self.bounceType = bounceType
            self.recipientDsnFields = recipientDsnFields
        }

        public init(from decoder: inout ShapeDecoder) {
            recipient = decoder.required("Recipient")
            recipientArn = decoder.optional("RecipientArn")
            bounceType = decoder.optional("BounceType")
            recipientDsnFields = decoder.optional("RecipientDsnFields")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Recipient", recipient)
            encoder.write("RecipientArn", recipientArn)
            encoder.write("BounceType", bounceType)
            encoder.write("RecipientDsnFields", recipientDsnFields)
        }
    }

    public struct BulkEmailDestination: Structure {
        /// `Destination`
        public var destination: Destination
        /// `ReplacementTags`
        public var replacementTags: [MessageTag]?
        /// `ReplacementTemplateData`: at most 262144 characters
        public var replacementTemplateData: String?

        public init(
            destination: Destination,
            replacementTags: [MessageTag]? = nil,
            replacementTemplateData: String? = nil
        ) {
            self.destination = destination
            self.replacementTags = replacementTags
            self.replacementTemplateData = replacementTemplateData
        }

        public init(from decoder: inout ShapeDecoder) {
            destination = decoder.required("Destination")
            replacementTags = decoder.optional("ReplacementTags")
            replacementTemplateData =
                decoder.optional("ReplacementTemplateData", Bounds.templateData)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Destination", destination)
            encoder.write("ReplacementTags", replacementTags)
            encoder.write("ReplacementTemplateData", replacementTemplateData)
        }
    }

    public struct BulkEmailDestinationStatus: Structure {
        /// `Status`
        public var status: BulkEmailStatus?
        /// `Error`
        public var error: String?
        /// `MessageId`
        public var messageId: String?

        public init(
            status: BulkEmailStatus? = nil,
            error: String? = nil,
            messageId: String? = nil
        ) {
            self.status = status
            self.error = error
            self.messageId = messageId
        }

        public init(from decoder: inout ShapeDecoder) {
            status = decoder.optional("Status")
            error = decoder.optional("Error")
            messageId = decoder.optional("MessageId")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Status", status)
            encoder.write("Error", error)
            encoder.write("MessageId", messageId)
        }
    }
}
