// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    public struct KinesisFirehoseDestination: Structure {
        /// `IAMRoleARN`
        public var iamRoleARN: String
        /// `DeliveryStreamARN`
        public var deliveryStreamARN: String

        public init(iamRoleARN: String, deliveryStreamARN: String) {
            self.iamRoleARN = iamRoleARN
            self.deliveryStreamARN = deliveryStreamARN
        }

        public init(from decoder: inout ShapeDecoder) {
            iamRoleARN = decoder.required("IAMRoleARN")
            deliveryStreamARN = decoder.required("DeliveryStreamARN")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("IAMRoleARN", iamRoleARN)
            encoder.write("DeliveryStreamARN", deliveryStreamARN)
        }
    }
}
