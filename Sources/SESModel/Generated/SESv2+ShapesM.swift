// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv2 {
    public struct MailFromAttributes: Structure {
        /// `MailFromDomain`
        public var mailFromDomain: String?
        /// `MailFromDomainStatus`
        public var mailFromDomainStatus: MailFromDomainStatus?
        /// `BehaviorOnMxFailure`
        public var behaviorOnMxFailure: BehaviorOnMxFailure

        public init(
            mailFromDomain: String? = nil,
            mailFromDomainStatus: MailFromDomainStatus? = nil,
            behaviorOnMxFailure: BehaviorOnMxFailure
        ) {
            self.mailFromDomain = mailFromDomain
            self.mailFromDomainStatus = mailFromDomainStatus
            self.behaviorOnMxFailure = behaviorOnMxFailure
        }

        public init(from decoder: inout ShapeDecoder) {
            mailFromDomain = decoder.optional("MailFromDomain")
            mailFromDomainStatus = decoder.optional("MailFromDomainStatus")
            behaviorOnMxFailure = decoder.required("BehaviorOnMxFailure")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MailFromDomain", mailFromDomain)
            encoder.write("MailFromDomainStatus", mailFromDomainStatus)
            encoder.write("BehaviorOnMxFailure", behaviorOnMxFailure)
        }
    }

    public struct MailboxValidation: Structure {
        /// `IsValid`
        public var isValid: EmailAddressInsightsVerdict?
        /// `Evaluations`
        public var evaluations: EmailAddressInsightsMailboxEvaluations?

        public init(
            isValid: EmailAddressInsightsVerdict? = nil,
            evaluations: EmailAddressInsightsMailboxEvaluations? = nil
        ) {
            self.isValid = isValid
            self.evaluations = evaluations
        }

        public init(from decoder: inout ShapeDecoder) {
            isValid = decoder.optional("IsValid")
            evaluations = decoder.optional("Evaluations")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("IsValid", isValid)
            encoder.write("Evaluations", evaluations)
        }
    }

    public struct Message: Structure {
        /// `Subject`
        public var subject: Content
        /// `Body`
        public var body: Body
        /// `Headers`: at most 15 items
        public var headers: [MessageHeader]?
        /// `Attachments`
        public var attachments: [Attachment]?

        public init(
            subject: Content,
            body: Body,
            headers: [MessageHeader]? = nil,
            attachments: [Attachment]? = nil
        ) {
            self.subject = subject
            self.body = body
            self.headers = headers
            self.attachments = attachments
        }

        public init(from decoder: inout ShapeDecoder) {
            subject = decoder.required("Subject")
            body = decoder.required("Body")
            headers = decoder.optional("Headers", Bounds.messageHeaderList)
            attachments = decoder.optional("Attachments")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Subject", subject)
            encoder.write("Body", body)
            encoder.write("Headers", headers)
            encoder.write("Attachments", attachments)
        }
    }

    public struct MessageHeader: Structure {
        /// `Name`: 1 to 126 characters
        public var name: String
        /// `Value`: 1 to 995 characters
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        public init(from decoder: inout ShapeDecoder) {
            name = decoder.required("Name", Bounds.messageHeaderName)
            value = decoder.required("Value", Bounds.messageHeaderValue)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Name", name)
            encoder.write("Value", value)
        }
    }

    public struct MessageInsightsDataSource: Structure {
        /// `StartDate`
        public var startDate: UnixTime
        /// `EndDate`
        public var endDate: UnixTime
        /// `Include`
        public var include: MessageInsightsFilters?
        /// `Exclude`
        public var exclude: MessageInsightsFilters?
        /// `MaxResults`: 1 to 10000
        public var maxResults: Int?

        public init(
            startDate: UnixTime,
            endDate: UnixTime,
            include: MessageInsightsFilters? = nil,
            exclude: MessageInsightsFilters? = nil,
            maxResults: Int? = nil
        ) {
            self.startDate = startDate
            self.endDate = endDate
            self.include = include
            self.exclude = exclude
            self.maxResults = maxResults
        }

        public init(from decoder: inout ShapeDecoder) {
            startDate = decoder.required("StartDate")
            endDate = decoder.required("EndDate")
            include = decoder.optional("Include")
            exclude = decoder.optional("Exclude")
            maxResults = decoder.optional("MaxResults", Bounds.messageInsightsExportMaxResults)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("StartDate", startDate)
            encoder.write("EndDate", endDate)
            encoder.write("Include", include)
            encoder.write("Exclude", exclude)
            encoder.write("MaxResults", maxResults)
        }
    }

    public struct MessageInsightsFilters: Structure {
        /// `FromEmailAddress`: at most 5 items
        public var fromEmailAddress: [String]?
        /// `Destination`: at most 5 items
        public var destination: [String]?
        /// `Subject`: at most 1 item
        public var subject: [String]?
        /// `Isp`: at most 5 items
        public var isp: [String]?
        /// `TenantName`: at most 5 items
        public var tenantName: [String]?
        /// `LastDeliveryEvent`: at most 5 items
        public var lastDeliveryEvent: [DeliveryEventType]?
        /// `LastEngagementEvent`: at most 2 items
        public var lastEngagementEvent: [EngagementEventType]?

        public init(
            fromEmailAddress: [String]? = nil,
            destination: [String]? = nil,
            subject: [String]? = nil,
            isp: [String]? = nil,
            tenantName: [String]? = nil,
            lastDeliveryEvent: [DeliveryEventType]? = nil,
            lastEngagementEvent: [EngagementEventType]? = nil
        ) {
            self.fromEmailAddress = fromEmailAddress
            self.destination = destination
            self.subject = subject
            self.isp = isp
            self.tenantName = tenantName
            self.lastDeliveryEvent = lastDeliveryEvent
            self.lastEngagementEvent = lastEngagementEvent
        }

        public init(from decoder: inout ShapeDecoder) {
            fromEmailAddress = decoder.optional("FromEmailAddress", Bounds.emailAddressFilterList)
            destination = decoder.optional("Destination", Bounds.emailAddressFilterList)
            subject = decoder.optional("Subject", Bounds.emailSubjectFilterList)
            isp = decoder.optional("Isp", Bounds.ispFilterList)
            tenantName = decoder.optional("TenantName", Bounds.tenantNameFilterList)
            lastDeliveryEvent = decoder.optional("LastDeliveryEvent", Bounds.lastDeliveryEventList)
            lastEngagementEvent =
                decoder.optional("LastEngagementEvent", Bounds.lastEngagementEventList)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("FromEmailAddress", fromEmailAddress)
            encoder.write("Destination", destination)
            encoder.write("Subject", subject)
            encoder.write("Isp", isp)
            encoder.write("TenantName", tenantName)
            encoder.write("LastDeliveryEvent", lastDeliveryEvent)
            encoder.write("LastEngagementEvent", lastEngagementEvent)
        }
    }

    public struct MessageSecurityOptions: Structure {
        /// `SigningScheme`
        public var signingScheme: SigningScheme?

        public init(signingScheme: SigningScheme? = nil) {
            self.signingScheme = signingScheme
        }

        public init(from decoder: inout ShapeDecoder) {
            signingScheme = decoder.optional("SigningScheme")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("SigningScheme", signingScheme)
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

    public struct MetricDataError: Structure {
        /// `Id`: 1 to 255 characters
        public var id: String?
        /// `Code`
        public var code: QueryErrorCode?
        /// `Message`
        public var message: String?

        public init(id: String? = nil, code: QueryErrorCode? = nil, message: String? = nil) {
            self.id = id
            self.code = code
            self.message = message
        }

        public init(from decoder: inout ShapeDecoder) {
            id = decoder.optional("Id", Bounds.queryIdentifier)
            code = decoder.optional("Code")
            message = decoder.optional("Message")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Id", id)
            encoder.write("Code", code)
            encoder.write("Message", message)
        }
    }

    public struct MetricDataResult: Structure {
        /// `Id`: 1 to 255 characters
        public var id: String?
        /// `Timestamps`
        public var timestamps: [UnixTime]?
        /// `Values`
        public var values: [Int]?

        public init(id: String? = nil, timestamps: [UnixTime]? = nil, values: [Int]? = nil) {
            self.id = id
            self.timestamps = timestamps
            self.values = values
        }

        public init(from decoder: inout ShapeDecoder) {
            id = decoder.optional("Id", Bounds.queryIdentifier)
            timestamps = decoder.optional("Timestamps")
            values = decoder.optional("Values")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Id", id)
            encoder.write("Timestamps", timestamps)
            encoder.write("Values", values)
        }
    }

    public struct MetricsDataSource: Structure {
        /// `Dimensions`: 1 to 3 entries
        public var dimensions: [String: [String]]
        /// `Namespace`
        public var namespace: MetricNamespace
        /// `Metrics`: 1 to 10 items
        public var metrics: [ExportMetric]
        /// `StartDate`
        public var startDate: UnixTime
        /// `EndDate`
        public var endDate: UnixTime

        public init(
            dimensions: [String: [String]],
            namespace: MetricNamespace,
            metrics: [ExportMetric],
            startDate: UnixTime,
            endDate: UnixTime
        ) {
            self.dimensions = dimensions
            self.namespace = namespace
            self.metrics = metrics
            self.startDate = startDate
            self.endDate = endDate
        }

        public init(from decoder: inout ShapeDecoder) {
            dimensions = decoder.required("Dimensions", Bounds.exportDimensions)
            namespace = decoder.required("Namespace")
            metrics = decoder.required("Metrics", Bounds.exportMetrics)
            startDate = decoder.required("StartDate")
            endDate = decoder.required("EndDate")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Dimensions", dimensions)
            encoder.write("Namespace", namespace)
            encoder.write("Metrics", metrics)
            encoder.write("StartDate", startDate)
            encoder.write("EndDate", endDate)
        }
    }

    public struct MultiRegionEndpoint: Structure {
        /// `EndpointName`: 1 to 64 characters
        public var endpointName: String?
        /// `Status`
        public var status: Status?
        /// `EndpointId`
        public var endpointId: String?
        /// `Regions`
        public var regions: [String]?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?
        /// `LastUpdatedTimestamp`
        public var lastUpdatedTimestamp: UnixTime?

        public init(
            endpointName: String? = nil,
            status: Status? = nil,
            endpointId: String? = nil,
            regions: [String]? = nil,
            createdTimestamp: UnixTime? = nil,
            lastUpdatedTimestamp: UnixTime? = nil
        ) {
            self.endpointName = endpointName
            self.status = status
            self.endpointId = endpointId
            self.regions = regions
            self.createdTimestamp = createdTimestamp
            self.lastUpdatedTimestamp = lastUpdatedTimestamp
        }

        public init(from decoder: inout ShapeDecoder) {
            endpointName = decoder.optional("EndpointName", Bounds.endpointName)
            status = decoder.optional("Status")
            endpointId = decoder.optional("EndpointId")
            regions = decoder.optional("Regions")
            createdTimestamp = decoder.optional("CreatedTimestamp")
            lastUpdatedTimestamp = decoder.optional("LastUpdatedTimestamp")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EndpointName", endpointName)
            encoder.write("Status", status)
            encoder.write("EndpointId", endpointId)
            encoder.write("Regions", regions)
            encoder.write("CreatedTimestamp", createdTimestamp)
            encoder.write("LastUpdatedTimestamp", lastUpdatedTimestamp)
        }
    }
}
