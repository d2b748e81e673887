// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv2 {
    public struct KinesisFirehoseDestination: Structure {
        /// `IamRoleArn`: at least 1 character
        public var iamRoleArn: String
        /// `DeliveryStreamArn`: at least 1 character
        public var deliveryStreamArn: String

        public init(iamRoleArn: String, deliveryStreamArn: String) {
            self.iamRoleArn = iamRoleArn
            self.deliveryStreamArn = deliveryStreamArn
        }

        public init(from decoder: inout ShapeDecoder) {
            iamRoleArn = decoder.required("IamRoleArn", Bounds.amazonResourceName)
            deliveryStreamArn = decoder.required("DeliveryStreamArn", Bounds.amazonResourceName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("IamRoleArn", iamRoleArn)
            encoder.write("DeliveryStreamArn", deliveryStreamArn)
        }
    }
}
