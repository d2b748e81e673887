// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv1 {
    public struct Message: Structure {
        /// `Subject`
        public var subject: Content
        /// `Body`
        public var body: Body

        public init(subject: Content, body: Body) {
            self.subject = subject
            self.body = body
        }

        public init(from decoder: inout ShapeDecoder) {
            subject = decoder.required("Subject")
            body = decoder.required("Body")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Subject", subject)
            encoder.write("Body", body)
        }
    }

    public struct MessageDsn: Structure {
        /// `ReportingMta`
        public var reportingMta: String
        /// `ArrivalDate`
        public var arrivalDate: UnixTime?
        /// `ExtensionFields`
        public var extensionFields: [ExtensionField]?

        public init(
            reportingMta: String,
            arrivalDate: UnixTime? = nil,
            extensionFields: [ExtensionField]? = nil
        ) {
            self.reportingMta = reportingMta
            self.arrivalDate = arrivalDate
            self.extensionFields = extensionFields
        }

        public init(from decoder: inout ShapeDecoder) {
            reportingMta = decoder.required("ReportingMta")
            arrivalDate = decoder.optional("ArrivalDate")
            extensionFields = decoder.optional("ExtensionFields")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ReportingMta", reportingMta)
            encoder.write("ArrivalDate", arrivalDate)
            encoder.write("ExtensionFields", extensionFields)
        }
    }

    public struct MessageTag: Structure {
        /// `Name`
        public var name: String
        /// `Value`
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        public init(from decoder: inout ShapeDecoder) {
            name = decoder.required("Name")
            value = decoder.required("Value")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Name", name)
            encoder.write("Value", value)
        }
    }
}
