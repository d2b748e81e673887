// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    public struct WorkmailAction: Structure {
        /// `TopicArn`
        public var topicArn: String?
        /// `OrganizationArn`
        public var organizationArn: String

        public init(topicArn: String? = nil, organizationArn: String) {
            self.topicArn = topicArn
            self.organizationArn = organizationArn
        }

        public init(from decoder: inout ShapeDecoder) {
            topicArn = decoder.optional("TopicArn")
            organizationArn = decoder.required("OrganizationArn")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TopicArn", topicArn)
            encoder.write("OrganizationArn", organizationArn)
        }
    }
}
