// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv2 {
    public struct BatchGetMetricDataQuery: Structure {
        /// `Id`: 1 to 255 characters
        public var id: String
        /// `Namespace`
        public var namespace: MetricNamespace
        /// `Metric`
        public var metric: Metric
        /// `Dimensions`: 1 to 3 entries
        public var dimensions: [String: String]?
        /// `StartDate`
        public var startDate: UnixTime
        /// `EndDate`
        public var endDate: UnixTime

        public init(
            id: String,
            namespace: MetricNamespace,
            metric: Metric,
            dimensions: [String: String]? = nil,
            startDate: UnixTime,
            endDate: UnixTime
        ) {
            self.id = id
            self.namespace = namespace
            self.metric = metric
            self.dimensions = dimensions
            self.startDate = startDate
            self.endDate = endDate
        }

        public init(from decoder: inout ShapeDecoder) {
            id = decoder.required("Id", Bounds.queryIdentifier)
            namespace = decoder.required("Namespace")
            metric = decoder.required("Metric")
            dimensions = decoder.optional("Dimensions", Bounds.dimensions)
            startDate = decoder.required("StartDate")
            endDate = decoder.required("EndDate")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Id", id)
            encoder.write("Namespace", namespace)
            encoder.write("Metric", metric)
            encoder.write("Dimensions", dimensions)
            encoder.write("StartDate", startDate)
            encoder.write("EndDate", endDate)
        }
    }

    public struct BatchGetMetricDataRequest: Structure {
        /// `Queries`: 1 to 10 items
        public var queries: [BatchGetMetricDataQuery]

        public init(queries: [BatchGetMetricDataQuery]) {
            self.queries = queries
        }

        public init(from decoder: inout ShapeDecoder) {
            queries = decoder.required("Queries", Bounds.batchGetMetricDataQueries)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Queries", queries)
        }
    }

    public struct BatchGetMetricDataResponse: Structure {
        /// `Results`
        public var results: [MetricDataResult]?
        /// `Errors`
        public var errors: [MetricDataError]?

        public init(results: [MetricDataResult]? = nil, errors: [MetricDataError]? = nil) {
            self.results = results
            self.errors = errors
        }

        public init(from decoder: inout ShapeDecoder) {
            results = decoder.optional("Results")
            errors = decoder.optional("Errors")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Results", results)
            encoder.write("Errors", errors)
        }
    }

    public struct BlacklistEntry: Structure {
        /// `RblName`
        public var rblName: String?
        /// `ListingTime`
        public var listingTime: UnixTime?
        /// `Description`
        public var description: String?

        public init(
            rblName: String? = nil,
            listingTime: UnixTime? = nil,
            description: String? = nil
        ) {
            self.rblName = rblName
            self.listingTime = listingTime
            self.description = description
        }

        public init(from decoder: inout ShapeDecoder) {
            rblName = decoder.optional("RblName")
            listingTime = decoder.optional("ListingTime")
            description = decoder.optional("Description")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RblName", rblName)
            encoder.write("ListingTime", listingTime)
            encoder.write("Description", description)
        }
    }

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

    public struct Bounce: Structure {
        /// `BounceType`
        public var bounceType: BounceType?
        /// `BounceSubType`
        public var bounceSubType: String?
        /// `DiagnosticCode`
        public var diagnosticCode: String?

        public init(
            bounceType: BounceType? = nil,
            bounceSubType: String? = nil,
            diagnosticCode: String? = nil
        ) {
            self.bounceType = bounceType
            self.bounceSubType = bounceSubType
            self.diagnosticCode = diagnosticCode
        }

        public init(from decoder: inout ShapeDecoder) {
            bounceType = decoder.optional("BounceType")
            bounceSubType = decoder.optional("BounceSubType")
            diagnosticCode = decoder.optional("DiagnosticCode")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("BounceType", bounceType)
            encoder.write("BounceSubType", bounceSubType)
            encoder.write("DiagnosticCode", diagnosticCode)
        }
    }

    public struct BulkEmailContent: Structure {
        /// `Template`
        public var template: Template?

        public init(template: Template? = nil) {
            self.template = template
        }

        public init(from decoder: inout ShapeDecoder) {
            template = decoder.optional("Template")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Template", template)
        }
    }

    public struct BulkEmailEntry: Structure {
        /// `Destination`
        public var destination: Destination
        /// `ReplacementTags`
        public var replacementTags: [MessageTag]?
        /// `ReplacementEmailContent`
        public var replacementEmailContent: ReplacementEmailContent?
        /// `ReplacementHeaders`: at most 15 items
        public var replacementHeaders: [MessageHeader]?

        public init(
            destination: Destination,
            replacementTags: [MessageTag]? = nil,
            replacementEmailContent: ReplacementEmailContent? = nil,
            replacementHeaders: [MessageHeader]? = nil
        ) {
            self.destination = destination
            self.replacementTags = replacementTags
            self.replacementEmailContent = replacementEmailContent
            self.replacementHeaders = replacementHeaders
        }

        public init(from decoder: inout ShapeDecoder) {
            destination = decoder.required("Destination")
            replacementTags = decoder.optional("ReplacementTags")
            replacementEmailContent = decoder.optional("ReplacementEmailContent")
            replacementHeaders = decoder.optional("ReplacementHeaders", Bounds.messageHeaderList)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Destination", destination)
            encoder.write("ReplacementTags", replacementTags)
            encoder.write("ReplacementEmailContent", replacementEmailContent)
            encoder.write("ReplacementHeaders", replacementHeaders)
        }
    }

    public struct BulkEmailEntryResult: Structure {
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
