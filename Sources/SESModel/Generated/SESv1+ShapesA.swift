// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    public struct AddHeaderAction: Structure {
        /// `HeaderName`
        public var headerName: String
        /// `HeaderValue`
        public var headerValue: String

        public init(headerName: String, headerValue: String) {
            self.headerName = headerName
            self.headerValue = headerValue
        }

        public init(from decoder: inout ShapeDecoder) {
            headerName = decoder.required("HeaderName")
            headerValue = decoder.required("HeaderValue")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("HeaderName", headerName)
            encoder.write("HeaderValue", headerValue)
        }
    }
}
