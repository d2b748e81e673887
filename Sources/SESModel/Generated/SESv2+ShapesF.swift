// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv2 {
    public struct FailureInfo: Structure {
        /// `FailedRecordsS3Url`
        public var failedRecordsS3Url: String?
        /// `ErrorMessage`
        public var errorMessage: String?

        public init(failedRecordsS3Url: String? = nil, errorMessage: String? = nil) {
            self.failedRecordsS3Url = failedRecordsS3Url
            self.errorMessage = errorMessage
        }

        public init(from decoder: inout ShapeDecoder) {
            failedRecordsS3Url = decoder.optional("FailedRecordsS3Url")
            errorMessage = decoder.optional("ErrorMessage")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("FailedRecordsS3Url", failedRecordsS3Url)
            encoder.write("ErrorMessage", errorMessage)
        }
    }
}
